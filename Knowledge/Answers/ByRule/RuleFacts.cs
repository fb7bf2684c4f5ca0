using System.Text.Json.Serialization;
using PolicyAssistantBot.Knowledge.Answers.Facts;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>A fact that a rule can use. The names are stored with conversations.</summary>
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

    /// <summary>The month in which a household's revenue of the year exceeded the threshold.</summary>
    Crossed,

    /// <summary>Whether it declares by month or by quarter.</summary>
    Filing,
}

/// <summary>
/// The input of rules: the known facts about the enterprise and about the matter. Null means not given. Stored with the conversation.
/// </summary>
public sealed record RuleFacts
{
    public static RuleFacts None { get; } = new();

    public AskerFacts Enterprise { get; init; } = AskerFacts.None;

    [JsonPropertyName("affiliated")]
    public bool? IsAffiliated { get; init; }

    /// <summary>Below twelve when the revenue is that of a shorter period.</summary>
    [JsonPropertyName("months")]
    public int? RevenueMonths { get; init; }

    /// <summary>VND.</summary>
    [JsonPropertyName("contract")]
    public decimal? ContractValue { get; init; }

    /// <summary>The key of a scheme of support, such as <c>consulting</c>.</summary>
    [JsonPropertyName("scheme")]
    public string? SchemeKey { get; init; }

    [JsonPropertyName("business")]
    public string? BusinessKey { get; init; }

    public decimal? WomenShare { get; init; }

    public int? HouseholdMonths { get; init; }

    [JsonPropertyName("otherEnterprise")]
    public bool? HasOtherEnterprise { get; init; }

    public int? DissolvedMonths { get; init; }

    /// <summary>The key of a deadline by law.</summary>
    [JsonPropertyName("deadline")]
    public string? DeadlineKey { get; init; }

    /// <summary>A number of working days where no deadline by law is meant.</summary>
    [JsonPropertyName("days")]
    public int? WorkingDays { get; init; }

    /// <summary>The day from which a period is counted.</summary>
    [JsonPropertyName("start")]
    public DateOnly? StartDate { get; init; }

    /// <summary>The first day of the month in which a household's revenue of the year exceeded the threshold.</summary>
    [JsonPropertyName("crossed")]
    public DateOnly? CrossedMonth { get; init; }

    /// <summary>The months for which it declares: 1 or 3.</summary>
    [JsonPropertyName("filing")]
    public int? FilingMonths { get; init; }

    /// <summary>These facts, replaced by later ones where those are given.</summary>
    public RuleFacts Merge(RuleFacts later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new()
        {
            Enterprise = Enterprise.Merge(later.Enterprise),
            IsAffiliated = later.IsAffiliated ?? IsAffiliated,
            RevenueMonths = later.RevenueMonths ?? RevenueMonths,
            ContractValue = later.ContractValue ?? ContractValue,
            SchemeKey = later.SchemeKey ?? SchemeKey,
            BusinessKey = later.BusinessKey ?? BusinessKey,
            WomenShare = later.WomenShare ?? WomenShare,
            HouseholdMonths = later.HouseholdMonths ?? HouseholdMonths,
            HasOtherEnterprise = later.HasOtherEnterprise ?? HasOtherEnterprise,
            DissolvedMonths = later.DissolvedMonths ?? DissolvedMonths,
            DeadlineKey = later.WorkingDays is null ? later.DeadlineKey ?? DeadlineKey : later.DeadlineKey,
            WorkingDays = later.DeadlineKey is null ? later.WorkingDays ?? WorkingDays : later.WorkingDays,
            StartDate = later.StartDate ?? StartDate,
            CrossedMonth = later.CrossedMonth ?? CrossedMonth,
            FilingMonths = later.FilingMonths ?? FilingMonths,
        };
    }

    /// <summary>The facts that are known.</summary>
    public IReadOnlySet<FactSlot> GetKnownSlots()
    {
        var slots = new HashSet<FactSlot>();
        Add(FactSlot.Activity, Enterprise.Activity is not null);
        Add(FactSlot.Employees, Enterprise.Employees is not null);
        Add(FactSlot.Revenue, Enterprise.Revenue is not null);
        Add(FactSlot.Capital, Enterprise.Capital is not null);
        Add(FactSlot.Size, Enterprise.NamedSizeClass is not null);
        Add(FactSlot.Priority, Enterprise.HasPriority is not null);
        Add(FactSlot.Household, Enterprise.IsHouseholdBusiness is not null);
        Add(FactSlot.Affiliated, IsAffiliated is not null);
        Add(FactSlot.Months, RevenueMonths is not null);
        Add(FactSlot.Contract, ContractValue is not null);
        Add(FactSlot.Scheme, SchemeKey is not null);
        Add(FactSlot.Business, BusinessKey is not null);
        Add(FactSlot.WomenShare, WomenShare is not null);
        Add(FactSlot.HouseholdMonths, HouseholdMonths is not null);
        Add(FactSlot.OtherEnterprise, HasOtherEnterprise is not null);
        Add(FactSlot.DissolvedMonths, DissolvedMonths is not null);
        Add(FactSlot.Deadline, DeadlineKey is not null || WorkingDays is not null);
        Add(FactSlot.Start, StartDate is not null);
        Add(FactSlot.Crossed, CrossedMonth is not null);
        Add(FactSlot.Filing, FilingMonths is not null);
        return slots;

        void Add(FactSlot slot, bool isKnown)
        {
            if (isKnown)
            {
                slots.Add(slot);
            }
        }
    }

    /// <summary>Only the facts that a rule uses.</summary>
    public RuleFacts Keep(IReadOnlyList<FactSlot> usedFacts)
    {
        var enterprise = Enterprise;
        return new()
        {
            Enterprise = new AskerFacts
            {
                Activity = IsUsed(FactSlot.Activity) ? enterprise.Activity : null,
                Employees = IsUsed(FactSlot.Employees) ? enterprise.Employees : null,
                Revenue = IsUsed(FactSlot.Revenue) ? enterprise.Revenue : null,
                Capital = IsUsed(FactSlot.Capital) ? enterprise.Capital : null,
                NamedSizeClass = IsUsed(FactSlot.Size) ? enterprise.NamedSizeClass : null,
                HasPriority = IsUsed(FactSlot.Priority) ? enterprise.HasPriority : null,
                IsHouseholdBusiness = IsUsed(FactSlot.Household) ? enterprise.IsHouseholdBusiness : null,
            },
            IsAffiliated = IsUsed(FactSlot.Affiliated) ? IsAffiliated : null,
            RevenueMonths = IsUsed(FactSlot.Months) ? RevenueMonths : null,
            ContractValue = IsUsed(FactSlot.Contract) ? ContractValue : null,
            SchemeKey = IsUsed(FactSlot.Scheme) ? SchemeKey : null,
            BusinessKey = IsUsed(FactSlot.Business) ? BusinessKey : null,
            WomenShare = IsUsed(FactSlot.WomenShare) ? WomenShare : null,
            HouseholdMonths = IsUsed(FactSlot.HouseholdMonths) ? HouseholdMonths : null,
            HasOtherEnterprise = IsUsed(FactSlot.OtherEnterprise) ? HasOtherEnterprise : null,
            DissolvedMonths = IsUsed(FactSlot.DissolvedMonths) ? DissolvedMonths : null,
            DeadlineKey = IsUsed(FactSlot.Deadline) ? DeadlineKey : null,
            WorkingDays = IsUsed(FactSlot.Deadline) ? WorkingDays : null,
            StartDate = IsUsed(FactSlot.Start) ? StartDate : null,
            CrossedMonth = IsUsed(FactSlot.Crossed) ? CrossedMonth : null,
            FilingMonths = IsUsed(FactSlot.Filing) ? FilingMonths : null,
        };

        bool IsUsed(FactSlot slot) => usedFacts.Contains(slot);
    }
}
