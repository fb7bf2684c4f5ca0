using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>
/// What a message changes in the facts of a rule that was told: "thế 11 người?", "vốn 20,5 tỷ", "301 and 101?", "thuê thêm 1 bạn nữa",
/// "hợp đồng 140 triệu". Pure.
/// </summary>
internal static class FactChanges
{
    private const decimal Billion = 1_000_000_000m;

    /// <summary>The facts after it; null where nothing that the rule takes is changed.</summary>
    public static (RuleFacts Facts, IReadOnlyList<FactSlot> Slots)? Of(RuleState last, AnswerRule rule, MessageFacts message)
    {
        var stated = Only(message.Stated, rule.Takes);
        var changed = last.Facts.With(stated);
        var slots = stated.Slots().ToList();
        if (stated.Enterprise.Size is not null && rule.Key == SupportRule.Key)
        {
            // A class that is named is asked about, whatever the figures gave.
            changed = changed with
            {
                Enterprise = changed.Enterprise with { Employees = null, Revenue = null, Capital = null },
            };
        }

        (changed, slots) = Relative(last, rule, message, changed, slots);
        if (SettledPeople(message) is { } people && rule.Takes.Contains(FactSlot.Employees))
        {
            changed = Set(changed, FactSlot.Employees, people);
            slots = [.. slots.Where(slot => slot != FactSlot.Employees), FactSlot.Employees];
        }

        foreach (var loose in SectorShares.Larger(message.Reading) is null ? Counted(message) : [])
        {
            if (Slot(loose, last, rule, slots, message) is { } slot && Value(loose, slot, last.Facts) is { } value)
            {
                changed = Set(changed, slot, value);
                slots.Add(slot);
            }
        }

        return slots.Count == 0 ? null : (changed, slots);
    }

    /// <summary>
    /// The loose values that count. Where one is said to be the right one ("đúng là 49", "chỉ có 48", "trừ ra còn 194"), the numbers beside
    /// it only tell what was wrong.
    /// </summary>
    private static List<Quantity> Counted(MessageFacts message)
    {
        List<Quantity> all = [.. message.Loose.Where(quantity => !IsDenied(quantity, message))];
        List<Quantity> settled = [.. all.Where(quantity => Settles(message.Reading.Text, quantity))];
        return
            settled.Count > 0
            && settled.Count < all.Count
            && settled.Exists(one => all.Exists(other => other.Kind == one.Kind && !settled.Contains(other)))
            ? [.. all.Where(quantity => settled.Contains(quantity) || !settled.Exists(one => one.Kind == quantity.Kind))]
            : all;
    }

    /// <summary>A plain number that is said to be the right count of people ("bình quân đúng là 49"), whatever other people are
    /// named.</summary>
    private static decimal? SettledPeople(MessageFacts message) =>
        message
            .Loose.Where(quantity =>
                quantity is { Kind: QuantityKind.Plain, Comparator: Comparator.Equal }
                && quantity.Value == decimal.Truncate(quantity.Value)
                && Settles(message.Reading.Text, quantity)
                && Named(message.Reading.Text[..Math.Min(quantity.Span.Start, message.Reading.Text.Length)]) == FactSlot.Employees
            )
            .ToList()
            is [var one]
            ? one.Value
            : null;

    /// <summary>The words right before a number say that it is the one that holds.</summary>
    private static bool Settles(string text, Quantity quantity)
    {
        var before = Folded(text[..Math.Min(quantity.Span.Start, text.Length)]);
        return Enumerable.Range(1, 3).Any(words => PhraseGroups.ContainsAny(RuleCues.Default.ConfirmationWords, $" {Last(before, words)} "))
            && before.Length > 0;
    }

    /// <summary>A number of people to be added or taken away.</summary>
    private static (RuleFacts, List<FactSlot>) Relative(
        RuleState last,
        AnswerRule rule,
        MessageFacts message,
        RuleFacts changed,
        List<FactSlot> slots
    )
    {
        if (
            !rule.Takes.Contains(FactSlot.Employees)
            || last.Facts.Enterprise.Employees is not { } before
            || Counts(message) is not [var people]
        )
        {
            return (changed, slots);
        }

        var sign = Direction(message, people);
        if (sign == 0)
        {
            return (changed, slots);
        }

        slots.Remove(FactSlot.Employees);
        slots.Add(FactSlot.Employees);
        return (Set(changed, FactSlot.Employees, Math.Max(0, before + (sign * people.Value))), slots);
    }

    /// <summary>The numbers of people; else the only number, which counts people where it is added or taken away.</summary>
    private static List<Quantity> Counts(MessageFacts message) =>
        message.Reading.Quantities.Where(quantity => quantity.Kind == QuantityKind.People).ToList() is { Count: > 0 } people ? people
        : message.Reading.Quantities is [{ Kind: QuantityKind.Plain, Value: < 1_000 } one] ? [one]
        : [];

    /// <summary>1 where the number is added, -1 where it is taken away, 0 where it stands for itself.</summary>
    private static int Direction(MessageFacts message, Quantity people)
    {
        var cues = RuleCues.Default;
        var before = Folded(message.Reading.Text[..people.Span.Start]);
        var after = Folded(message.Reading.Text[Math.Min(people.Span.End, message.Reading.Text.Length)..]);
        var near = Last(before, 3);
        return PhraseGroups.ContainsAny(cues.ReplacementWords, $" {Last(before, 1)} ")
            || PhraseGroups.ContainsAny(cues.ReplacementWords, $" {Last(before, 2)} ")
                ? 0
            : PhraseGroups.ContainsAny(cues.IncreaseWords, $" {near} ")
            || after.StartsWith("nua ", StringComparison.Ordinal)
            || after == "nua"
                ? 1
            : PhraseGroups.ContainsAny(cues.DecreaseWords, $" {near} ") ? -1
            : 0;
    }

    private static string Last(string folded, int words) =>
        string.Join(' ', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(words));

    private static string Folded(string text) =>
        string.Join(' ', Language.VietnameseText.SplitIntoWords(Language.VietnameseText.Fold(text)));

    /// <summary>The fact that a bare value is of: the one asked for, one named right before it, one given last, else the first that
    /// fits.</summary>
    private static FactSlot? Slot(Quantity loose, RuleState last, AnswerRule rule, List<FactSlot> taken, MessageFacts message)
    {
        var isBound = loose.Measure != Measure.Unbound;
        var named = isBound
            ? SlotOf(loose.Measure)
            : Named(message.Reading.Text[..Math.Min(loose.Span.Start, message.Reading.Text.Length)]);
        if (isBound && named is null)
        {
            return null;
        }

        IEnumerable<FactSlot?> wanted = isBound
            ? [named]
            : [named, last.Pending, .. last.Latest.Cast<FactSlot?>(), .. rule.Takes.Cast<FactSlot?>()];
        return wanted.FirstOrDefault(slot =>
            slot is { } one && rule.Takes.Contains(one) && !taken.Contains(one) && Fits(loose, one, last.Facts)
        );
    }

    private static FactSlot? SlotOf(Measure measure) =>
        measure switch
        {
            Measure.InsuredEmployees or Measure.Employees => FactSlot.Employees,
            Measure.Revenue => FactSlot.Revenue,
            Measure.Capital => FactSlot.Capital,
            Measure.Price => FactSlot.Contract,
            _ => null,
        };

    /// <summary>The fact whose name stands nearest before a value.</summary>
    private static FactSlot? Named(string before)
    {
        var words = $" {Last(Folded(before), 6)} ";
        return Names
            .SelectMany(name =>
                name.Words.Split('|').Select(word => (name.Slot, At: words.LastIndexOf($" {word} ", StringComparison.Ordinal)))
            )
            .Where(found => found.At >= 0)
            .OrderByDescending(found => found.At)
            .Select(found => (FactSlot?)found.Slot)
            .FirstOrDefault();
    }

    private static readonly (FactSlot Slot, string Words)[] Names =
    [
        (FactSlot.Capital, "von|nguon von|tong von|capital"),
        (FactSlot.Revenue, "doanh thu|dthu|dt|doanh so|revenue|turnover|sales|rev"),
        (FactSlot.Contract, "hop dong|hd|contract"),
        (
            FactSlot.Employees,
            "nguoi|lao dong|nhan vien|nhan su|cong nhan|tho|bao hiem|bhxh|binh quan|headcount|staff|people|employees|average|tuyen|so ng"
        ),
    ];

    /// <summary>A value that is said not to be it: "103 chứ không phải 97".</summary>
    private static bool IsDenied(Quantity quantity, MessageFacts message) =>
        IsPartOfAName(quantity, message.Reading.Text)
        || PhraseGroups.ContainsAny(
            "khong phai|ko phai|k phai|chu khong|chu ko|chu k|chu khong phai|not|instead of|thay vi|so voi|hon",
            $" {Last(Folded(message.Reading.Text[..Math.Min(quantity.Span.Start, message.Reading.Text.Length)]), 2)} "
        );

    /// <summary>"D02", "TT99": a number right after a letter is part of a name.</summary>
    private static bool IsPartOfAName(Quantity quantity, string text) =>
        quantity.Span.Start > 0
        && quantity.Span.Start <= text.Length
        && (
            char.IsLetter(text[quantity.Span.Start - 1])
            || (quantity.Span.Start > 1 && text[quantity.Span.Start - 1] == '0' && char.IsLetter(text[quantity.Span.Start - 2]))
            || (
                quantity.Kind == QuantityKind.Plain
                && PhraseGroups.ContainsAny(
                    "iso|tt|thong tu|nd|nghi dinh|nq|nghi quyet|qd|quyet dinh|luat|dieu|khoan|mau|ban|phien ban|version"
                        + "|article|decree|circular|law|form|nam|year",
                    $" {Last(Folded(text[..quantity.Span.Start]), 1)} "
                )
            )
        );

    private static bool Fits(Quantity loose, FactSlot slot, RuleFacts known) =>
        (loose.Kind, slot) switch
        {
            (QuantityKind.Money, FactSlot.Revenue or FactSlot.Capital or FactSlot.Contract) => true,
            (QuantityKind.People, FactSlot.Employees) => true,
            (QuantityKind.Percent, FactSlot.WomenShare) => true,
            (QuantityKind.Months, FactSlot.HouseholdMonths or FactSlot.DissolvedMonths) => true,
            (QuantityKind.Plain, FactSlot.Revenue or FactSlot.Capital) when loose.Value is >= 1990 and <= 2100 => false,
            (QuantityKind.Plain, FactSlot.Revenue) => loose.Value >= 100_000_000m || known.Enterprise.Revenue >= Billion,
            (QuantityKind.Plain, FactSlot.Capital) => loose.Value >= 100_000_000m || known.Enterprise.Capital >= Billion,
            (QuantityKind.Plain, FactSlot.Employees) => loose.Value == decimal.Truncate(loose.Value) && loose.Value < 100_000m,
            (QuantityKind.Plain, FactSlot.HouseholdMonths or FactSlot.DissolvedMonths) => loose.Value < 600,
            _ => false,
        };

    /// <summary>A number without its unit is of the unit in which the fact was given before.</summary>
    private static decimal? Value(Quantity loose, FactSlot slot, RuleFacts known) =>
        loose.Comparator != Comparator.Equal ? null
        : loose.Kind == QuantityKind.Plain && slot is FactSlot.Revenue or FactSlot.Capital && loose.Value < 100_000m ? loose.Value * Billion
        : loose.Value;

    private static RuleFacts Set(RuleFacts facts, FactSlot slot, decimal value) =>
        slot switch
        {
            FactSlot.Employees => facts with { Enterprise = facts.Enterprise with { Employees = (int)value } },
            FactSlot.Revenue => facts with { Enterprise = facts.Enterprise with { Revenue = value }, Months = null },
            FactSlot.Capital => facts with { Enterprise = facts.Enterprise with { Capital = value } },
            FactSlot.Contract => facts with { Contract = value },
            FactSlot.WomenShare => facts with { WomenShare = value },
            FactSlot.HouseholdMonths => facts with { HouseholdMonths = (int)value },
            FactSlot.DissolvedMonths => facts with { DissolvedMonths = (int)value },
            _ => facts,
        };

    /// <summary>The facts that a rule takes, and no others.</summary>
    internal static RuleFacts Only(RuleFacts facts, IReadOnlyList<FactSlot> takes)
    {
        var enterprise = facts.Enterprise;
        return new()
        {
            Enterprise = new AskerFacts
            {
                Activity = Taken(FactSlot.Activity) ? enterprise.Activity : null,
                Employees = Taken(FactSlot.Employees) ? enterprise.Employees : null,
                Revenue = Taken(FactSlot.Revenue) ? enterprise.Revenue : null,
                Capital = Taken(FactSlot.Capital) ? enterprise.Capital : null,
                Size = Taken(FactSlot.Size) ? enterprise.Size : null,
                Priority = Taken(FactSlot.Priority) ? enterprise.Priority : null,
                Household = Taken(FactSlot.Household) ? enterprise.Household : null,
            },
            Affiliated = Taken(FactSlot.Affiliated) ? facts.Affiliated : null,
            Months = Taken(FactSlot.Months) ? facts.Months : null,
            Contract = Taken(FactSlot.Contract) ? facts.Contract : null,
            Scheme = Taken(FactSlot.Scheme) ? facts.Scheme : null,
            Business = Taken(FactSlot.Business) ? facts.Business : null,
            WomenShare = Taken(FactSlot.WomenShare) ? facts.WomenShare : null,
            HouseholdMonths = Taken(FactSlot.HouseholdMonths) ? facts.HouseholdMonths : null,
            OtherEnterprise = Taken(FactSlot.OtherEnterprise) ? facts.OtherEnterprise : null,
            DissolvedMonths = Taken(FactSlot.DissolvedMonths) ? facts.DissolvedMonths : null,
            Deadline = Taken(FactSlot.Deadline) ? facts.Deadline : null,
            Days = Taken(FactSlot.Deadline) ? facts.Days : null,
            Start = Taken(FactSlot.Start) ? facts.Start : null,
        };

        bool Taken(FactSlot slot) => takes.Contains(slot);
    }
}
