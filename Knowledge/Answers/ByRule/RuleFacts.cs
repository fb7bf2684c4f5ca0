using PolicyAssistantBot.Knowledge.Answers.Facts;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>A fact that a rule may take.</summary>
public enum FactSlot
{
    Activity,
    Employees,
    Revenue,
    Capital,
    Size,
    Priority,
    Household,

    /// <summary>A subsidiary or affiliate of an enterprise that does not qualify.</summary>
    Affiliated,

    /// <summary>The months of activity that the revenue covers.</summary>
    Months,
    Contract,
    Scheme,

    /// <summary>The kind of business in the method by percentage of revenue.</summary>
    Business,

    /// <summary>The share of the charter capital that women hold, percent.</summary>
    WomenShare,

    /// <summary>Months that the household business was active without a break.</summary>
    HouseholdMonths,

    /// <summary>The asker already has, or had, a role in another enterprise.</summary>
    OtherEnterprise,

    /// <summary>Months since that enterprise was dissolved.</summary>
    DissolvedMonths,
    Deadline,
    Start,
}

/// <summary>What the rules are computed from: what is known of the enterprise, and what the matter itself is about. Null is "not
/// said".</summary>
public sealed record RuleFacts
{
    public static RuleFacts None { get; } = new();

    public AskerFacts Enterprise { get; init; } = AskerFacts.None;

    public bool? Affiliated { get; init; }

    /// <summary>Below twelve when the revenue is that of a shorter period.</summary>
    public int? Months { get; init; }

    /// <summary>VND.</summary>
    public decimal? Contract { get; init; }

    /// <summary>The key of a scheme of support, such as <c>consulting</c>.</summary>
    public string? Scheme { get; init; }

    public string? Business { get; init; }

    public decimal? WomenShare { get; init; }

    public int? HouseholdMonths { get; init; }

    public bool? OtherEnterprise { get; init; }

    public int? DissolvedMonths { get; init; }

    /// <summary>The key of a deadline by law.</summary>
    public string? Deadline { get; init; }

    /// <summary>A number of working days where no deadline by law is meant.</summary>
    public int? Days { get; init; }

    /// <summary>The day from which a period is counted.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>These facts with what was said later in their place.</summary>
    public RuleFacts With(RuleFacts later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new()
        {
            Enterprise = Enterprise.With(later.Enterprise),
            Affiliated = later.Affiliated ?? Affiliated,
            Months = later.Months ?? Months,
            Contract = later.Contract ?? Contract,
            Scheme = later.Scheme ?? Scheme,
            Business = later.Business ?? Business,
            WomenShare = later.WomenShare ?? WomenShare,
            HouseholdMonths = later.HouseholdMonths ?? HouseholdMonths,
            OtherEnterprise = later.OtherEnterprise ?? OtherEnterprise,
            DissolvedMonths = later.DissolvedMonths ?? DissolvedMonths,
            Deadline = later.Days is null ? later.Deadline ?? Deadline : later.Deadline,
            Days = later.Deadline is null ? later.Days ?? Days : later.Days,
            Start = later.Start ?? Start,
        };
    }

    /// <summary>The slots that hold something.</summary>
    public IReadOnlySet<FactSlot> Slots()
    {
        var slots = new HashSet<FactSlot>();
        Add(FactSlot.Activity, Enterprise.Activity is not null);
        Add(FactSlot.Employees, Enterprise.Employees is not null);
        Add(FactSlot.Revenue, Enterprise.Revenue is not null);
        Add(FactSlot.Capital, Enterprise.Capital is not null);
        Add(FactSlot.Size, Enterprise.Size is not null);
        Add(FactSlot.Priority, Enterprise.Priority is not null);
        Add(FactSlot.Household, Enterprise.Household is not null);
        Add(FactSlot.Affiliated, Affiliated is not null);
        Add(FactSlot.Months, Months is not null);
        Add(FactSlot.Contract, Contract is not null);
        Add(FactSlot.Scheme, Scheme is not null);
        Add(FactSlot.Business, Business is not null);
        Add(FactSlot.WomenShare, WomenShare is not null);
        Add(FactSlot.HouseholdMonths, HouseholdMonths is not null);
        Add(FactSlot.OtherEnterprise, OtherEnterprise is not null);
        Add(FactSlot.DissolvedMonths, DissolvedMonths is not null);
        Add(FactSlot.Deadline, Deadline is not null || Days is not null);
        Add(FactSlot.Start, Start is not null);
        return slots;

        void Add(FactSlot slot, bool isKnown)
        {
            if (isKnown)
            {
                slots.Add(slot);
            }
        }
    }
}
