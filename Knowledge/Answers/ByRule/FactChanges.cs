using PolicyAssistantBot.Knowledge.Answers.Figures;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>
/// Finds what a message changes in the facts of the last applied rule: "thế 11 người?", "vốn 20,5 tỷ", "301 and 101?", "thuê thêm 1 bạn
/// nữa", "hợp đồng 140 triệu". Pure.
/// </summary>
internal static partial class FactChanges
{
    private const decimal Billion = 1_000_000_000m;

    /// <summary>The changed facts; null when no fact that the rule uses changes.</summary>
    public static (RuleFacts Facts, IReadOnlyList<FactSlot> Slots)? Find(RuleState lastRule, AnswerRule rule, MessageFacts message)
    {
        var statedFacts = message.StatedFacts.Keep(rule.UsedFacts);
        if (IsActivityInPassing(lastRule, message) || MatterChanges.IsSectorInPassing(message, lastRule))
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

        if (UninsuredPeople.AreOnlyAdded(message.Reading) && lastRule.Facts.Enterprise.Employees is not null && slots.Count == 0)
        {
            return rule.UsedFacts.Contains(FactSlot.Employees) ? (lastRule.Facts, [FactSlot.Employees]) : null;
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
                if (slot == FactSlot.HouseholdMonths && MessageFacts.IsAdded(message.Reading, QuantityKind.Months))
                {
                    if (lastRule.Facts.HouseholdMonths is not { } before)
                    {
                        continue;
                    }

                    value += before;
                }

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
        && !message.IsHypothetical
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
                && (IsConfirmed(message.Reading.Text, quantity) || IsAverage(message.Reading.Text, quantity))
                && !CountsOther(quantity, message.Reading.Text)
                && FindNamedSlot(message.Reading.Text[..Math.Min(quantity.Span.Start, message.Reading.Text.Length)]) == FactSlot.Employees
            )
            .ToList()
            is [var one]
            ? one.Value
            : null;

    /// <summary>Employees count by their average of the year, whatever number stands beside it.</summary>
    private static bool IsAverage(string text, Quantity quantity) =>
        PhraseGroups.ContainsAny(
            "binh quan|trung binh|average",
            $" {TakeLastWords(NormalizeWords(text[..Math.Min(quantity.Span.Start, text.Length)]), 4)} "
        );

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
        message
            .Reading.Quantities.Where(quantity => quantity is { Kind: QuantityKind.People, Measure: not Measure.UninsuredEmployees })
            .ToList()
            is { Count: > 0 } people
            ? people
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
            // "Đóng hết cho 30 bạn đấy": those who were told of before count from now on.
            : PhraseGroups.ContainsAny("day|do|ay|kia|nay", $" {textAfter.Split(' ')[0]} ")
            && PhraseGroups.ContainsAny("dong", $" {textBefore} ")
                ? 1
            : 0;
    }

    private static string TakeLastWords(string folded, int words) =>
        string.Join(' ', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(words));

    private static string NormalizeWords(string text) =>
        string.Join(' ', Language.VietnameseText.SplitIntoWords(Language.VietnameseText.Fold(text)));
}
