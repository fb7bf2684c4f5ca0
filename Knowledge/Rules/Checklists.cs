namespace PolicyAssistantBot.Knowledge.Rules;

public enum ChecklistKind
{
    /// <summary>A “no” ends it.</summary>
    Required,

    /// <summary>A “yes” ends it.</summary>
    Excluded,

    /// <summary>A “yes” makes it the tax office's to judge.</summary>
    Office,
}

public sealed record ChecklistQuestion
{
    public string Key { get; init; } = "";

    public ChecklistKind Kind { get; init; }

    public LocalizedText Text { get; init; } = new("", "");
}

/// <summary>Conditions of a relief that an enterprise can walk through by itself.</summary>
public sealed record Checklist
{
    public string Key { get; init; } = "";

    public LocalizedText Name { get; init; } = new("", "");

    public RuleBasis Basis { get; init; } = new();

    public List<ChecklistQuestion> Questions { get; init; } = [];
}

/// <summary>What a checklist ends in: never a promise.</summary>
public abstract record ChecklistResult(Checklist Checklist)
{
    /// <summary>Every condition seems met; the tax authority decides on the declaration.</summary>
    public sealed record Likely(Checklist Checklist) : ChecklistResult(Checklist);

    /// <param name="Because">The answers that speak against it.</param>
    public sealed record NotLikely(Checklist Checklist, IReadOnlyList<ChecklistQuestion> Because) : ChecklistResult(Checklist);

    /// <param name="Because">What is not known, or is the tax office's to judge.</param>
    public sealed record AskTaxOffice(Checklist Checklist, IReadOnlyList<ChecklistQuestion> Because) : ChecklistResult(Checklist);
}

/// <summary>The checklists of Law 67/2025/QH15, Resolution 198/2025/QH15 and Decree 141/2026/NĐ-CP.</summary>
public static class Checklists
{
    public static IReadOnlyList<Checklist> All { get; } = RuleData.Load<List<Checklist>>("checklists.yaml");

    public static Checklist? Find(string key) => All.FirstOrDefault(checklist => checklist.Key == key);

    /// <param name="answers">By the question's key; what is missing or null is not known.</param>
    public static ChecklistResult Evaluate(Checklist checklist, IReadOnlyDictionary<string, bool?> answers)
    {
        ArgumentNullException.ThrowIfNull(checklist);
        ArgumentNullException.ThrowIfNull(answers);
        var against = checklist.Questions.FindAll(question =>
            (question.Kind, answers.GetValueOrDefault(question.Key)) is (ChecklistKind.Required, false) or (ChecklistKind.Excluded, true)
        );
        if (against.Count > 0)
        {
            return new ChecklistResult.NotLikely(checklist, against);
        }

        var open = checklist.Questions.FindAll(question =>
            answers.GetValueOrDefault(question.Key) is null || (question.Kind == ChecklistKind.Office && answers[question.Key] == true)
        );
        return open.Count > 0 ? new ChecklistResult.AskTaxOffice(checklist, open) : new ChecklistResult.Likely(checklist);
    }
}
