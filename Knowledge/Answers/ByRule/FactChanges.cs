using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>
/// Finds what a message changes in the facts of the last applied rule: "thế 11 người?", "vốn 20,5 tỷ", "301 and 101?", "thuê thêm 1 bạn
/// nữa", "hợp đồng 140 triệu". Pure.
/// </summary>
internal static class FactChanges
{
    private const decimal Billion = 1_000_000_000m;

    /// <summary>The changed facts; null when no fact that the rule uses changes.</summary>
    public static (RuleFacts Facts, IReadOnlyList<FactSlot> Slots)? Find(RuleState lastRule, AnswerRule rule, MessageFacts message)
    {
        var statedFacts = message.StatedFacts.Keep(rule.UsedFacts);
        if (IsActivityInPassing(lastRule, message))
        {
            statedFacts = statedFacts with { Enterprise = statedFacts.Enterprise with { Activity = null } };
        }

        var changed = lastRule.Facts.Merge(statedFacts);
        var slots = statedFacts.GetKnownSlots().ToList();
        if (statedFacts.Enterprise.NamedSizeClass is not null && rule.Key == SupportRule.Key)
        {
            // A named size class replaces the one computed from figures.
            changed = changed with
            {
                Enterprise = changed.Enterprise with { Employees = null, Revenue = null, Capital = null },
            };
        }

        (changed, slots) = ApplyRelativeChange(lastRule, rule, message, changed, slots);
        if (FindConfirmedEmployees(message) is { } people && rule.UsedFacts.Contains(FactSlot.Employees))
        {
            changed = WithValue(changed, FactSlot.Employees, people);
            slots = [.. slots.Where(slot => slot != FactSlot.Employees), FactSlot.Employees];
        }

        foreach (var quantity in SectorRevenue.FindLargerSector(message.Reading) is null ? FindValidQuantities(message) : [])
        {
            if (FindSlot(quantity, lastRule, rule, slots, message) is { } slot && GetValue(quantity, slot, lastRule.Facts) is { } value)
            {
                changed = WithValue(changed, slot, value);
                slots.Add(slot);
            }
        }

        return slots.Count == 0 ? null : (changed, slots);
    }

    /// <summary>Whether a message about something else only touches on a sector: "mua phần mềm quản lý xưởng được đỡ mấy đồng".</summary>
    private static bool IsActivityInPassing(RuleState lastRule, MessageFacts message) =>
        lastRule.Facts.Enterprise.Activity is not null
        && message.Reading.Quantities.Count == 0
        && OwnWords.Count(message) > MaxOwnWordsOfSector;

    private const int MaxOwnWordsOfSector = 4;

    /// <summary>
    /// The unbound quantities to use. When one is marked as correct ("đúng là 49", "chỉ có 48", "trừ ra còn 194"), the other numbers of its
    /// kind only say what was wrong.
    /// </summary>
    private static List<Quantity> FindValidQuantities(MessageFacts message)
    {
        List<Quantity> quantities = [.. message.UnboundQuantities.Where(quantity => !IsDenied(quantity, message))];
        List<Quantity> confirmed = [.. quantities.Where(quantity => IsConfirmed(message.Reading.Text, quantity))];
        return
            confirmed.Count > 0
            && confirmed.Count < quantities.Count
            && confirmed.Exists(one => quantities.Exists(other => other.Kind == one.Kind && !confirmed.Contains(other)))
            ? [.. quantities.Where(quantity => confirmed.Contains(quantity) || !confirmed.Exists(one => one.Kind == quantity.Kind))]
            : quantities;
    }

    /// <summary>A number without a unit that is marked as the correct number of people ("bình quân đúng là 49").</summary>
    private static decimal? FindConfirmedEmployees(MessageFacts message) =>
        message
            .UnboundQuantities.Where(quantity =>
                quantity is { Kind: QuantityKind.Plain, Comparator: Comparator.Equal }
                && quantity.Value == decimal.Truncate(quantity.Value)
                && IsConfirmed(message.Reading.Text, quantity)
                && FindNamedSlot(message.Reading.Text[..Math.Min(quantity.Span.Start, message.Reading.Text.Length)]) == FactSlot.Employees
            )
            .ToList()
            is [var one]
            ? one.Value
            : null;

    /// <summary>Whether the words directly before a number mark it as the correct one.</summary>
    private static bool IsConfirmed(string text, Quantity quantity)
    {
        var textBefore = NormalizeWords(text[..Math.Min(quantity.Span.Start, text.Length)]);
        return Enumerable
                .Range(1, 3)
                .Any(words => PhraseGroups.ContainsAny(RuleCues.Default.ConfirmationWords, $" {TakeLastWords(textBefore, words)} "))
            && textBefore.Length > 0;
    }

    /// <summary>Applies a number of people that is added or subtracted.</summary>
    private static (RuleFacts, List<FactSlot>) ApplyRelativeChange(
        RuleState lastRule,
        AnswerRule rule,
        MessageFacts message,
        RuleFacts changed,
        List<FactSlot> slots
    )
    {
        if (
            !rule.UsedFacts.Contains(FactSlot.Employees)
            || lastRule.Facts.Enterprise.Employees is not { } valueBefore
            || FindPeopleQuantities(message) is not [var people]
        )
        {
            return (changed, slots);
        }

        var sign = GetDirection(message, people);
        if (sign == 0)
        {
            return (changed, slots);
        }

        slots.Remove(FactSlot.Employees);
        slots.Add(FactSlot.Employees);
        return (WithValue(changed, FactSlot.Employees, Math.Max(0, valueBefore + (sign * people.Value))), slots);
    }

    /// <summary>The numbers of people; without any, the only number, which counts people when it is added or subtracted.</summary>
    private static List<Quantity> FindPeopleQuantities(MessageFacts message) =>
        message.Reading.Quantities.Where(quantity => quantity.Kind == QuantityKind.People).ToList() is { Count: > 0 } people ? people
        : message.Reading.Quantities is [{ Kind: QuantityKind.Plain, Value: < 1_000 } one] ? [one]
        : [];

    /// <summary>1 when the number is added, -1 when it is subtracted, 0 when it is absolute.</summary>
    private static int GetDirection(MessageFacts message, Quantity people)
    {
        var cues = RuleCues.Default;
        var textBefore = NormalizeWords(message.Reading.Text[..people.Span.Start]);
        var textAfter = NormalizeWords(message.Reading.Text[Math.Min(people.Span.End, message.Reading.Text.Length)..]);
        var wordsBefore = TakeLastWords(textBefore, 3);
        return PhraseGroups.ContainsAny(cues.ReplacementWords, $" {TakeLastWords(textBefore, 1)} ")
            || PhraseGroups.ContainsAny(cues.ReplacementWords, $" {TakeLastWords(textBefore, 2)} ")
                ? 0
            : PhraseGroups.ContainsAny(cues.IncreaseWords, $" {wordsBefore} ")
            || textAfter.StartsWith("nua ", StringComparison.Ordinal)
            || textAfter == "nua"
                ? 1
            : PhraseGroups.ContainsAny(cues.DecreaseWords, $" {wordsBefore} ") ? -1
            : 0;
    }

    private static string TakeLastWords(string folded, int words) =>
        string.Join(' ', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(words));

    private static string NormalizeWords(string text) =>
        string.Join(' ', Language.VietnameseText.SplitIntoWords(Language.VietnameseText.Fold(text)));

    /// <summary>
    /// The fact to which a bare value belongs: one named directly before it, the one asked for, one given last, else the first that fits.
    /// </summary>
    private static FactSlot? FindSlot(Quantity quantity, RuleState lastRule, AnswerRule rule, List<FactSlot> newSlots, MessageFacts message)
    {
        var isBound = quantity.Measure != Measure.Unbound;
        var namedSlot = isBound
            ? GetSlot(quantity.Measure)
            : FindNamedSlot(message.Reading.Text[..Math.Min(quantity.Span.Start, message.Reading.Text.Length)]);
        if (isBound && namedSlot is null)
        {
            return null;
        }

        IEnumerable<FactSlot?> candidates = isBound
            ? [namedSlot]
            : [namedSlot, lastRule.PendingSlot, .. lastRule.LatestSlots.Cast<FactSlot?>(), .. rule.UsedFacts.Cast<FactSlot?>()];
        return candidates.FirstOrDefault(slot =>
            slot is { } one
            && rule.UsedFacts.Contains(one)
            && !newSlots.Contains(one)
            && CanBeValue(quantity, one, lastRule.Facts)
            && (slot == namedSlot || !NeedsName(quantity, one, message))
        );
    }

    /// <summary>
    /// Whether a number without a unit is an amount only where its name stands before it: next to another number ("tính 33 hay tính cả 45")
    /// or in a message that tells more ("sổ sách theo tt nào, 88 hả") it counts something else.
    /// </summary>
    private static bool NeedsName(Quantity quantity, FactSlot slot, MessageFacts message) =>
        slot is FactSlot.Revenue or FactSlot.Capital
        && quantity.Kind == QuantityKind.Plain
        && quantity.Value < QuantityBinder.MinBareAmount
        && (
            message.Reading.Quantities.Any(other => other != quantity && other.Kind is QuantityKind.Plain or QuantityKind.People)
            || OwnWords.Count(message) > 1
        );

    private static FactSlot? GetSlot(Measure measure) =>
        measure switch
        {
            Measure.InsuredEmployees or Measure.Employees => FactSlot.Employees,
            Measure.Revenue => FactSlot.Revenue,
            Measure.Capital => FactSlot.Capital,
            Measure.Price => FactSlot.Contract,
            _ => null,
        };

    /// <summary>The fact whose name is nearest before a value.</summary>
    private static FactSlot? FindNamedSlot(string before)
    {
        var words = $" {TakeLastWords(NormalizeWords(before), 6)} ";
        return SlotNames
            .SelectMany(name =>
                name.Words.Split('|').Select(word => (name.Slot, At: words.LastIndexOf($" {word} ", StringComparison.Ordinal)))
            )
            .Where(found => found.At >= 0)
            .OrderByDescending(found => found.At)
            .Select(found => (FactSlot?)found.Slot)
            .FirstOrDefault();
    }

    private static readonly (FactSlot Slot, string Words)[] SlotNames =
    [
        (FactSlot.Capital, "von|nguon von|tong von|capital"),
        (FactSlot.Revenue, "doanh thu|dthu|dt|doanh so|revenue|turnover|sales|rev"),
        (FactSlot.Contract, "hop dong|hd|contract"),
        (
            FactSlot.Employees,
            "nguoi|lao dong|nhan vien|nhan su|cong nhan|tho|bao hiem|bhxh|binh quan|headcount|staff|people|employees|average|tuyen|so ng"
        ),
    ];

    /// <summary>Whether a value is negated: "103 chứ không phải 97".</summary>
    private static bool IsDenied(Quantity quantity, MessageFacts message) =>
        IsPartOfName(quantity, message.Reading.Text)
        || PhraseGroups.ContainsAny(
            "khong phai|ko phai|k phai|chu khong|chu ko|chu k|chu khong phai|not|instead of|thay vi|so voi|hon",
            $" {TakeLastWords(NormalizeWords(message.Reading.Text[..Math.Min(quantity.Span.Start, message.Reading.Text.Length)]), 2)} "
        );

    /// <summary>"D02", "TT99": a number right after a letter is part of a name.</summary>
    private static bool IsPartOfName(Quantity quantity, string text) =>
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
                    $" {TakeLastWords(NormalizeWords(text[..quantity.Span.Start]), 1)} "
                )
            )
        );

    private static bool CanBeValue(Quantity quantity, FactSlot slot, RuleFacts known) =>
        (quantity.Kind, slot) switch
        {
            (QuantityKind.Money, FactSlot.Revenue or FactSlot.Capital or FactSlot.Contract) => true,
            (QuantityKind.People, FactSlot.Employees) => true,
            (QuantityKind.Percent, FactSlot.WomenShare) => true,
            (QuantityKind.Months, FactSlot.HouseholdMonths or FactSlot.DissolvedMonths) => true,
            (QuantityKind.Plain, FactSlot.Revenue or FactSlot.Capital) when quantity.Value is >= 1990 and <= 2100 => false,
            (QuantityKind.Plain, FactSlot.Revenue) => quantity.Value >= 100_000_000m || known.Enterprise.Revenue >= Billion,
            (QuantityKind.Plain, FactSlot.Capital) => quantity.Value >= 100_000_000m || known.Enterprise.Capital >= Billion,
            (QuantityKind.Plain, FactSlot.Employees) => quantity.Value == decimal.Truncate(quantity.Value) && quantity.Value < 100_000m,
            (QuantityKind.Plain, FactSlot.HouseholdMonths or FactSlot.DissolvedMonths) => quantity.Value < 600,
            _ => false,
        };

    /// <summary>The value; a number without a unit takes the unit in which the fact was given before.</summary>
    private static decimal? GetValue(Quantity quantity, FactSlot slot, RuleFacts known) =>
        quantity.Comparator != Comparator.Equal ? null
        : quantity.Kind == QuantityKind.Plain && slot is FactSlot.Revenue or FactSlot.Capital && quantity.Value < 100_000m
            ? quantity.Value * Billion
        : quantity.Value;

    private static RuleFacts WithValue(RuleFacts facts, FactSlot slot, decimal value) =>
        slot switch
        {
            FactSlot.Employees => facts with { Enterprise = facts.Enterprise with { Employees = (int)value } },
            FactSlot.Revenue => facts with { Enterprise = facts.Enterprise with { Revenue = value }, RevenueMonths = null },
            FactSlot.Capital => facts with { Enterprise = facts.Enterprise with { Capital = value } },
            FactSlot.Contract => facts with { ContractValue = value },
            FactSlot.WomenShare => facts with { WomenShare = value },
            FactSlot.HouseholdMonths => facts with { HouseholdMonths = (int)value },
            FactSlot.DissolvedMonths => facts with { DissolvedMonths = (int)value },
            _ => facts,
        };
}
