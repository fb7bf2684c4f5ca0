using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Evaluation.Dialogues;

/// <summary>What the assistant did in one turn.</summary>
/// <param name="Outcomes">
/// Names of <see cref="Answers.Answer"/>'s outcomes: one for each question of the message; where a
/// guide asks for a fact, Command and Clarify.
/// </param>
/// <param name="Keys">The articles that were used.</param>
/// <param name="Visible">What the asker sees without a click.</param>
/// <param name="Whole">The same with everything that a click would show.</param>
public sealed partial record DialogueReply(IReadOnlyList<string> Outcomes, IReadOnlyList<string> Keys, string Visible, string Whole)
{
    /// <summary>A shorter copy of the asker's words is too likely to be the assistant's own.</summary>
    private const int ShortestCopy = 20;

    /// <summary>The text as patterns see it: NFC, ordinary spaces, without the marks of Markdown.</summary>
    public static string Plain(string text) => Markup().Replace(text.Normalize().Replace('\u00a0', ' ').Replace('\u202f', ' '), "");

    /// <summary>
    /// The reply without verbatim copies of what the asker wrote, whole or by the sentence: repeating a claim does not assert it.
    /// </summary>
    public static string WithoutCopies(string reply, string asked)
    {
        var text = Plain(asked).Trim();
        foreach (
            var copy in SentenceEnds().Split(text).Prepend(text).Select(part => part.Trim()).Where(part => part.Length >= ShortestCopy)
        )
        {
            reply = reply.Replace(copy, " ", StringComparison.Ordinal);
        }

        return reply;
    }

    [GeneratedRegex("[*_#`]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<=[.?!;])\s+|[\r\n]+")]
    private static partial Regex SentenceEnds();
}
