using System.Text.RegularExpressions;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>A message that names a case: the number alone asks where it stands; a message that begins with it goes to the case.</summary>
/// <param name="Number">Null when the message begins with something like a number whose check digit is wrong.</param>
/// <param name="Text">What is to be added to the case; null when only its status is asked.</param>
internal sealed partial record CaseMessage(CaseNumber? Number, string? Text)
{
    public static CaseMessage? Read(string said)
    {
        var leading = Leading().Match(said);
        if (!CaseNumber.TryFindIn(said, out var number))
        {
            return leading.Success ? new CaseMessage(null, null) : null;
        }

        var rest = leading.Success ? said[leading.Length..].Trim(' ', ':', ',', '.', '-', '\n') : "";
        return new CaseMessage(number, rest.Length >= 3 && rest.Any(char.IsLetter) ? rest : null);
    }

    public static async Task HandleAsync(
        Chat chat,
        CaseTeller cases,
        CaseMessage message,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (message.Number is not { } number)
        {
            await chat.SayAsync(CaseTexts.For(chat.Language).NumberUnreadable, cancellationToken);
            return;
        }

        var isOwn =
            message.Text is not null
            && await cases.FindOwnAsync(chat.Turn, number, cancellationToken) is { Request.Status: not RequestStatus.Withdrawn };
        if (!isOwn)
        {
            await AskAsync(chat, cases, number, cancellationToken);
            return;
        }

        chat.Turn.AddEffect(new AddAskerMessage(number.ToString(), Asker.From(chat.Turn.Activity), message.Text!, time.GetUtcNow()));
        await chat.SayAsync(CaseTexts.For(chat.Language).MessageAdded.With(number), cancellationToken);
    }

    /// <summary>While something else is under way, the way by a code would be buried under it.</summary>
    private static Task AskAsync(Chat chat, CaseTeller cases, CaseNumber number, CancellationToken cancellationToken) =>
        chat.Dialogs.ActiveDialog is null
            ? chat.Dialogs.BeginDialogAsync(StatusDialog.DialogId, new StatusOptions(number.ToString()), cancellationToken)
            : cases.TellAsync(chat.Turn, number, chat.Language, cancellationToken);

    [GeneratedRegex(
        @"^\s*hn[\s\-–—.]*[0-9]{4}[\s\-–—.]*[0-9]{6,9}[\s\-–—.]*[0-9](?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Leading();
}
