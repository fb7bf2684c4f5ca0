using System.Text.Json.Serialization;
using PolicyAssistantBot.Knowledge.Answers.Facts;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>The rules that a guide can apply to the asker's facts.</summary>
public enum GuideKind
{
    /// <summary>The size class of an enterprise.</summary>
    Size,

    /// <summary>The maximum amount of support.</summary>
    Support,

    /// <summary>A relief of corporate income tax, condition by condition.</summary>
    Tax,

    /// <summary>The day on which a period of days ends.</summary>
    Deadline,
}

/// <summary>The facts that a guide can ask for.</summary>
public enum GuideSlot
{
    Activity,
    Employees,
    Revenue,
    Capital,
    Size,
    Priority,
    Scheme,
    Contract,
    Checklist,
    Check,
    Term,
    Start,
}

/// <summary>
/// The state of a guide: a dialog that asks for facts about the enterprise one by one and then applies a rule. Serialised with the
/// conversation.
/// </summary>
public sealed record Guide
{
    public required GuideKind Kind { get; init; }

    public AskerFacts Facts { get; init; } = AskerFacts.None;

    /// <summary>The key of a scheme of support, such as <c>consulting</c>.</summary>
    [JsonPropertyName("scheme")]
    public string? SchemeKey { get; init; }

    /// <summary>The value of the contract, VND.</summary>
    [JsonPropertyName("contract")]
    public decimal? ContractValue { get; init; }

    /// <summary>The key of a checklist of tax reliefs.</summary>
    [JsonPropertyName("checklist")]
    public string? ChecklistKey { get; init; }

    /// <summary>The answers by the key of the checklist's question; null means not known.</summary>
    [JsonPropertyName("checks")]
    public Dictionary<string, bool?> ChecklistAnswers { get; init; } = [];

    /// <summary>The key of a statutory deadline.</summary>
    [JsonPropertyName("deadline")]
    public string? DeadlineKey { get; init; }

    /// <summary>A number of working days when no statutory deadline is meant.</summary>
    [JsonPropertyName("days")]
    public int? WorkingDays { get; init; }

    /// <summary>The day from which the period is counted.</summary>
    [JsonPropertyName("start")]
    public DateOnly? StartDate { get; init; }

    /// <summary>The facts that the asker does not know or does not want to give.</summary>
    [JsonPropertyName("skipped")]
    public List<GuideSlot> SkippedSlots { get; init; } = [];

    /// <summary>The fact that was given last; a bare value corrects it.</summary>
    [JsonPropertyName("last")]
    public GuideSlot? LastSlot { get; init; }

    internal bool IsSkipped(GuideSlot slot) => SkippedSlots.Contains(slot);
}
