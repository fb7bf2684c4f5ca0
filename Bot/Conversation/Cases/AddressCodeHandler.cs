using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>
/// Takes the code that confirms an e-mail address, at any time while no dialog waits for an answer. When no address waits for a code, the
/// message is none.
/// </summary>
internal sealed class AddressCodeHandler(MailAddressConfirmationService confirmations) : IMessageHandler
{
    /// <summary>Words that announce a code: "mã", "mã xác nhận", "code".</summary>
    private static readonly HashSet<string> CodeWords = new(StringComparer.Ordinal) { "ma", "code" };

    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (
            !confirmations.IsEnabled
            || message is not { IsClick: false, WaitingDialog: null }
            || FindCode(message.Text) is not { } code
            || await confirmations.RedeemAsync(message.Chat.Turn.Activity, code, cancellationToken) is not [var latest, ..]
        )
        {
            return false;
        }

        var text = latest switch
        {
            { Result: AddressCodeResult.Confirmed, HasCase: true } => CaseTexts.AddressConfirmed,
            { Result: AddressCodeResult.Confirmed } => AnswerMailTexts.AddressConfirmed,
            { Result: AddressCodeResult.Wrong, HasCase: true } => CaseTexts.AddressCodeWrong,
            { Result: AddressCodeResult.Wrong } => AnswerMailTexts.CodeWrong,
            { Result: AddressCodeResult.SentAgain } => CaseTexts.AddressCodeSentAgain,
            _ => AnswerMailTexts.CodeExpired,
        };
        await message.Chat.SendTextAsync(text[message.Chat.Language], cancellationToken);
        return true;
    }

    /// <summary>The digits of a message that has only them, or that calls them a code.</summary>
    internal static string? FindCode(string text)
    {
        var words = VietnameseText.SplitIntoWords(VietnameseText.Fold(text)).Where(word => !word.All(char.IsAsciiDigit)).ToList();
        return words.Count == 0 || words.Any(CodeWords.Contains) ? OneTimeCode.FindIn(text) : null;
    }
}
