using System.Text.Json.Serialization;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Evaluation.Gate;

/// <summary>Whom a changed answer concerns.</summary>
public enum GateChangeKind
{
    /// <summary>An answer of the changed article itself.</summary>
    Own,

    /// <summary>An answer of another article became a different one.</summary>
    Bystander,

    /// <summary>Nothing is answered any more.</summary>
    Unanswerable,
}

/// <summary>A set question that is answered differently with the change.</summary>
/// <param name="IsLost">It had the right outcome and no longer has.</param>
public sealed record GateChange(string Question, GateChangeKind Kind, bool IsLost, GateAnswer Before, GateAnswer After);

/// <param name="Article">The key of the article that answers; null when none does.</param>
public sealed record GateAnswer(string Outcome, string? Article, string Text, double Confidence);

/// <summary>What the gate saw: the check's findings, and how the set questions are answered without and with the change.</summary>
/// <param name="LostPhrasings">The article's own ways of asking that lead elsewhere.</param>
/// <param name="Questions">How many set questions were asked.</param>
public sealed record GateReport(
    IReadOnlyList<Problem> Findings,
    IReadOnlyList<GateChange> Changes,
    IReadOnlyList<string> LostPhrasings,
    int Questions
)
{
    /// <summary>
    /// What keeps the change from being published: lost answers, and answers of other articles that became different ones.
    /// </summary>
    [JsonIgnore]
    public IEnumerable<GateChange> Blocking =>
        Changes.Where(change => change.IsLost || (change.Kind != GateChangeKind.Own && change.Before.Article != change.After.Article));

    [JsonIgnore]
    public bool IsPassed => Findings.Count == 0 && LostPhrasings.Count == 0 && !Blocking.Any();
}
