using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Mail;

/// <summary>
/// The greeting of a mail to an asker. The name is free text of somebody who may have entered another person's address, so it is used only
/// if it cannot be more than a name.
/// </summary>
internal static partial class MailGreeting
{
    private const int MaxLength = 60;

    public static string Compose(Lang lang, string? name) =>
        name?.Trim() is { Length: > 0 and <= MaxLength } trimmed && NameRegex().IsMatch(trimmed)
            ? MailTexts.Greeting.With(lang, trimmed)
            : MailTexts.GreetingWithoutName[lang];

    /// <summary>One to six words of letters.</summary>
    [GeneratedRegex(@"\A[\p{L}\p{M}]+(?: [\p{L}\p{M}]+){0,5}\z")]
    private static partial Regex NameRegex();
}
