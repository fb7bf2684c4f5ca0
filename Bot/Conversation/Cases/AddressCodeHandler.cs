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
            || await confirmations.RedeemAsync(message.Chat.Turn.Activity, code, cancellationToken) is var result
                && result == AddressCodeResult.NoneWaiting
        )
        {
            return false;
        }

        var text = result switch
        {
            AddressCodeResult.Confirmed => CaseTexts.AddressConfirmed,
            AddressCodeResult.Wrong => CaseTexts.AddressCodeWrong,
            _ => CaseTexts.AddressCodeSentAgain,
        };
        await message.Chat.SendTextAsync(text[message.Chat.Language], cancellationToken);
        return true;
    }

    /// <summary>The digits of a message that has only them, or that calls them a code.</summary>
    internal static string? FindCode(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var words = VietnameseText.SplitIntoWords(VietnameseText.Fold(text)).Where(word => !word.All(char.IsAsciiDigit)).ToList();
        return digits.Length == OneTimeCode.Digits && (words.Count == 0 || words.Any(CodeWords.Contains)) ? digits : null;
    }
}
