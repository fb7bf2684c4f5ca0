namespace PolicyAssistantBot.Knowledge.Rules;

public enum ChecklistKind
{
    /// <summary>A “no” rules out the relief.</summary>
    Required,

    /// <summary>A “yes” rules out the relief.</summary>
    Excluded,

    /// <summary>After a “yes” the tax office must decide.</summary>
    Office,
}

public sealed record ChecklistQuestion
{
    public string Key { get; init; } = "";

    public ChecklistKind Kind { get; init; }

    public LocalizedText Text { get; init; } = new("", "");
}

/// <summary>The conditions of a tax relief as questions that an enterprise can answer itself.</summary>
public sealed record Checklist
{
    public string Key { get; init; } = "";

    public LocalizedText Name { get; init; } = new("", "");

    public RuleBasis Basis { get; init; } = new();

    public List<ChecklistQuestion> Questions { get; init; } = [];
}

/// <summary>The result of a checklist; never a promise.</summary>
public abstract record ChecklistResult(Checklist Checklist)
{
    /// <summary>Every condition seems to be met; the tax authority decides on the basis of the declaration.</summary>
    public sealed record Likely(Checklist Checklist) : ChecklistResult(Checklist);

    /// <param name="DecidingQuestions">The questions whose answers rule out the relief.</param>
    public sealed record NotLikely(Checklist Checklist, IReadOnlyList<ChecklistQuestion> DecidingQuestions) : ChecklistResult(Checklist);

    /// <param name="DecidingQuestions">The questions that were not answered or that the tax office must decide.</param>
    public sealed record AskTaxOffice(Checklist Checklist, IReadOnlyList<ChecklistQuestion> DecidingQuestions) : ChecklistResult(Checklist);
}

/// <summary>The checklists of Law 67/2025/QH15, Resolution 198/2025/QH15 and Decree 141/2026/NĐ-CP.</summary>
public static class Checklists
{
    public static IReadOnlyList<Checklist> All { get; } = RuleData.Load<List<Checklist>>("checklists.yaml");

    public static Checklist? Find(string key) => All.FirstOrDefault(checklist => checklist.Key == key);

    /// <param name="answers">The answers by the question's key; missing or null means not known.</param>
    public static ChecklistResult Evaluate(Checklist checklist, IReadOnlyDictionary<string, bool?> answers)
    {
        ArgumentNullException.ThrowIfNull(checklist);
        ArgumentNullException.ThrowIfNull(answers);
        var contrary = checklist.Questions.FindAll(question =>
            (question.Kind, answers.GetValueOrDefault(question.Key)) is (ChecklistKind.Required, false) or (ChecklistKind.Excluded, true)
        );
        if (contrary.Count > 0)
        {
            return new ChecklistResult.NotLikely(checklist, contrary);
        }

        var undecided = checklist.Questions.FindAll(question =>
            answers.GetValueOrDefault(question.Key) is null || (question.Kind == ChecklistKind.Office && answers[question.Key] == true)
        );
        return undecided.Count > 0 ? new ChecklistResult.AskTaxOffice(checklist, undecided) : new ChecklistResult.Likely(checklist);
    }
}
