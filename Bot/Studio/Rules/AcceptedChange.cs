using PolicyAssistantBot.Knowledge.Evaluation.Gate;

namespace PolicyAssistantBot.Studio.Rules;

/// <summary>A set question that is answered worse with the draft, and that a publisher accepts for a reason.</summary>
/// <param name="Outcome">Of the answer that is accepted; another one must be accepted anew.</param>
/// <param name="Article">That answers with the draft; null when none does.</param>
public sealed record AcceptedChange(string Question, string Outcome, string? Article, string Reason, string ById, string ByName)
{
    public bool Covers(GateChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Question == Question && change.After.Outcome == Outcome && change.After.Article == Article;
    }
}
