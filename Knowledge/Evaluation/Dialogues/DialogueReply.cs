using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Evaluation.Dialogues;

/// <summary>The reply of the assistant in one turn.</summary>
/// <param name="Outcomes">
/// The names of the outcomes of <see cref="Answers.Answer"/>, one for each question of the message; Command and
/// Clarify when a guide asks for a fact.
/// </param>
/// <param name="Keys">The keys of the articles that were used.</param>
/// <param name="VisibleText">The text that the user sees without a click.</param>
/// <param name="FullText">The visible text and everything that a click would show.</param>
public sealed partial record DialogueReply(IReadOnlyList<string> Outcomes, IReadOnlyList<string> Keys, string VisibleText, string FullText)
{
    /// <summary>The ranked readings of the message; empty when there was only one or the message asked several questions.</summary>
    public IReadOnlyList<Answers.TracedReading> Readings { get; init; } = [];

    /// <summary>Shorter copies are kept, in UTF-16 code units, because they can be the assistant's own words.</summary>
    private const int MinCopyLength = 20;

    /// <summary>The text that patterns are matched with: NFC, ordinary spaces, without Markdown characters.</summary>
    public static string RemoveMarkup(string text) =>
        MarkupRegex().Replace(text.Normalize().Replace('\u00a0', ' ').Replace('\u202f', ' '), "");

    /// <summary>Removes verbatim copies of the user's message and of its sentences, because quoting a claim does not assert it.</summary>
    public static string RemoveCopies(string reply, string message)
    {
        var text = RemoveMarkup(message).Trim();
        foreach (
            var copy in SentenceEndsRegex()
                .Split(text)
                .Prepend(text)
                .Select(part => part.Trim())
                .Where(part => part.Length >= MinCopyLength)
        )
        {
            reply = reply.Replace(copy, " ", StringComparison.Ordinal);
        }

        return reply;
    }

    [GeneratedRegex("[*_#`]")]
    private static partial Regex MarkupRegex();

    [GeneratedRegex(@"(?<=[.?!;])\s+|[\r\n]+")]
    private static partial Regex SentenceEndsRegex();
}
