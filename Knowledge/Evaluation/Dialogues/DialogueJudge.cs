using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Evaluation.Dialogues;

/// <summary>A turn compared with what was expected.</summary>
/// <param name="FailedChecks">The failed checks as texts; empty when the turn is right.</param>
/// <param name="GivesWrongInformation">
/// Whether the reply gives wrong information: an answer where none or another article was expected, or an assertion that must not occur.
/// </param>
public sealed record JudgedTurn(
    Dialogue Dialogue,
    int Index,
    DialogueTurn Turn,
    DialogueReply Reply,
    IReadOnlyList<string> FailedChecks,
    bool GivesWrongInformation
)
{
    public bool IsRight => FailedChecks.Count == 0;
}

/// <summary>Judges replies by the expectations in the dialogue file.</summary>
public static class DialogueJudge
{
    private static readonly string[] AnsweringOutcomes = [nameof(Answers.Answer.Answered), nameof(Answers.Answer.Expired)];

    public static JudgedTurn Judge(Dialogue dialogue, int index, DialogueReply reply)
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        ArgumentNullException.ThrowIfNull(reply);
        var turn = dialogue.Turns[index];
        var expected = turn.Expected;
        var visible = DialogueReply.RemoveMarkup(reply.VisibleText);
        var whole = DialogueReply.RemoveCopies(DialogueReply.RemoveMarkup(reply.FullText), turn.User);

        var isOutcomeRight = expected.Outcomes.Count == 0 || reply.Outcomes.Any(expected.Outcomes.Contains);
        var answers = reply.Outcomes.Where(AnsweringOutcomes.Contains).ToList();
        var isArticleRight =
            answers.Count == 0
            || expected.Keys.Count == 0
            || reply.Keys.Any(key => expected.Keys.Any(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
        var forbidden = expected.MustNotMatch.Where(pattern => Matches(pattern, whole)).ToList();

        List<string> failedChecks = [];
        if (!isOutcomeRight)
        {
            failedChecks.Add("outcome");
        }

        if (!isArticleRight)
        {
            failedChecks.Add("keys");
        }

        failedChecks.AddRange(expected.MustMatch.Where(pattern => !Matches(pattern, visible)).Select(pattern => $"must {pattern.Source}"));
        failedChecks.AddRange(forbidden.Select(pattern => $"mustNot {pattern.Source}"));
        var givesWrongInformation =
            forbidden.Count > 0
            || (
                answers.Count > 0
                && (!isArticleRight || (expected.Outcomes.Count > 0 && answers.TrueForAll(outcome => !expected.Outcomes.Contains(outcome))))
            );
        return new(dialogue, index, turn, reply, failedChecks, givesWrongInformation);
    }

    private static bool Matches(PythonPattern pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
