using PolicyAssistantBot.Knowledge.Answers.Facts;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>A rule that is answered from the asker's own facts.</summary>
public enum GuideKind
{
    /// <summary>The size class of an enterprise.</summary>
    Size,

    /// <summary>The most that support may come to.</summary>
    Support,

    /// <summary>A relief of corporate income tax, condition by condition.</summary>
    Tax,

    /// <summary>The day on which a period of days ends.</summary>
    Deadline,
}

/// <summary>What a guide may have to ask for.</summary>
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

/// <summary>A guide under way: what is known so far. Plain data, so that it outlives the process.</summary>
public sealed record Guide
{
    public required GuideKind Kind { get; init; }

    public AskerFacts Facts { get; init; } = AskerFacts.None;

    /// <summary>The key of a scheme of support, such as <c>consulting</c>.</summary>
    public string? Scheme { get; init; }

    /// <summary>The value of the contract, VND.</summary>
    public decimal? Contract { get; init; }

    /// <summary>The key of a checklist of tax reliefs.</summary>
    public string? Checklist { get; init; }

    /// <summary>Answers to the checklist by its questions' keys; null is "not known".</summary>
    public Dictionary<string, bool?> Checks { get; init; } = [];

    /// <summary>The key of a deadline by law.</summary>
    public string? Deadline { get; init; }

    /// <summary>A number of working days, where no deadline by law is meant.</summary>
    public int? Days { get; init; }

    /// <summary>The day from which is counted.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>What the asker does not know or does not want to say.</summary>
    public List<GuideSlot> Skipped { get; init; } = [];

    /// <summary>What was told last, to be corrected by a bare value.</summary>
    public GuideSlot? Last { get; init; }

    internal bool Skips(GuideSlot slot) => Skipped.Contains(slot);
}
