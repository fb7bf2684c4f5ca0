using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Evaluation.Dialogues;

/// <summary>A turn compared with what was expected.</summary>
/// <param name="Failed">The failed checks as texts; empty when the turn is right.</param>
/// <param name="IsWrongTold">
/// Whether the reply gives wrong information: an answer where none or another article was expected, or an assertion that must not occur.
/// </param>
public sealed record JudgedTurn(
    Dialogue Dialogue,
    int Index,
    DialogueTurn Turn,
    DialogueReply Reply,
    IReadOnlyList<string> Failed,
    bool IsWrongTold
)
{
    public bool IsRight => Failed.Count == 0;
}

/// <summary>Judges replies by the expectations in the dialogue file.</summary>
public static class DialogueJudge
{
    private static readonly string[] Telling = [nameof(Answers.Answer.Answered), nameof(Answers.Answer.Expired)];

    public static JudgedTurn Judge(Dialogue dialogue, int index, DialogueReply reply)
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        ArgumentNullException.ThrowIfNull(reply);
        var turn = dialogue.Turns[index];
        var expected = turn.Expected;
        var visible = DialogueReply.Plain(reply.Visible);
        var whole = DialogueReply.WithoutCopies(DialogueReply.Plain(reply.Whole), turn.User);

        var isOutcomeRight = expected.Outcomes.Count == 0 || reply.Outcomes.Any(expected.Outcomes.Contains);
        var told = reply.Outcomes.Where(Telling.Contains).ToList();
        var isArticleRight =
            told.Count == 0
            || expected.Keys.Count == 0
            || reply.Keys.Any(key => expected.Keys.Any(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
        var forbidden = expected.MustNot.Where(pattern => Matches(pattern, whole)).ToList();

        List<string> failed = [];
        if (!isOutcomeRight)
        {
            failed.Add("outcome");
        }

        if (!isArticleRight)
        {
            failed.Add("keys");
        }

        failed.AddRange(expected.Must.Where(pattern => !Matches(pattern, visible)).Select(pattern => $"must {pattern.Source}"));
        failed.AddRange(forbidden.Select(pattern => $"mustNot {pattern.Source}"));
        var isWrongTold =
            forbidden.Count > 0
            || (
                told.Count > 0
                && (!isArticleRight || (expected.Outcomes.Count > 0 && told.TrueForAll(outcome => !expected.Outcomes.Contains(outcome))))
            );
        return new(dialogue, index, turn, reply, failed, isWrongTold);
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
