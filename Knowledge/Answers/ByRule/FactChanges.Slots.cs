using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>The part that finds to which fact a bare value belongs.</summary>
internal static partial class FactChanges
{
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
            && (slot == namedSlot || slot == lastRule.PendingSlot || !NeedsName(quantity, one, message))
            && (one != FactSlot.DissolvedMonths || lastRule.PendingSlot == one || lastRule.Facts.DissolvedMonths is not null)
        );
    }

    /// <summary>In a message with more words of its own a bare number may count anything.</summary>
    private const int MaxOwnWordsOfBareNumber = 1;

    /// <summary>
    /// Whether a number without a unit is an amount only where its name stands before it: next to another number ("tính 33 hay tính cả 45")
    /// or in a message that tells more ("sổ sách theo tt nào, 88 hả") it counts something else.
    /// </summary>
    private static bool NeedsName(Quantity quantity, FactSlot slot, MessageFacts message) =>
        quantity.Kind == QuantityKind.Plain
        && (
            slot == FactSlot.Employees
                ? OwnWords.IsBeforeOne(message, quantity) || OwnWords.Count(message) > MaxOwnWordsOfBareNumber
                : slot is FactSlot.Revenue or FactSlot.Capital
                    && quantity.Value < QuantityBinder.MinBareAmount
                    && (
                        message.Reading.Quantities.Any(other =>
                            other != quantity && other.Kind is QuantityKind.Plain or QuantityKind.People
                        )
                        || OwnWords.Count(message) > 1
                    )
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
                .FirstOrDefault()
            ?? (PhraseGroups.ContainsAny(Words.Periods, words) ? FactSlot.Revenue : null);
    }

    private static FactWords Words => RuleCues.Default.Facts;

    private static readonly (FactSlot Slot, string Words)[] SlotNames =
    [
        (FactSlot.Capital, Words.Capital),
        (FactSlot.Revenue, Words.Revenue),
        (FactSlot.Contract, Words.Contract),
        (FactSlot.Employees, Words.Employees),
    ];

    /// <summary>Whether a value is negated: "103 chứ không phải 97".</summary>
    private static bool IsDenied(Quantity quantity, MessageFacts message) =>
        IsPartOfName(quantity, message.Reading.Text)
        || NamesThing(quantity, message.Reading.Text)
        || CountsOther(quantity, message.Reading.Text)
        || PhraseGroups.ContainsAny(
            Words.Denials,
            $" {TakeLastWords(NormalizeWords(message.Reading.Text[..Math.Min(quantity.Span.Start, message.Reading.Text.Length)]), 2)} "
        );

    /// <summary>"Thuế từ 15 nhảy lên 17": the number belongs to what is named last before it.</summary>
    private static bool CountsOther(Quantity quantity, string text)
    {
        if (quantity.Kind != QuantityKind.Plain)
        {
            return false;
        }

        var before = $" {TakeLastWords(GetWordsBefore(quantity, text), 6)} ";
        var others = FindLast(Words.Others, before);
        return others >= 0 && others > SlotNames.Max(name => FindLast(name.Words, before));
    }

    private static int FindLast(string group, string padded) =>
        PhraseGroups.FindPositions(group, padded).Select(found => found.Start).DefaultIfEmpty(-1).Max();

    private static string GetWordsBefore(Quantity quantity, string text) =>
        NormalizeWords(text[..Math.Min(quantity.Span.Start, text.Length)]);

    /// <summary>"Cái 300 triệu của Hà Nội": the sum names what somebody gives.</summary>
    private static bool NamesThing(Quantity quantity, string text) =>
        quantity.Kind == QuantityKind.Money
        && PhraseGroups.ContainsAny(
            Words.Things,
            $" {TakeLastWords(NormalizeWords(text[..Math.Min(quantity.Span.Start, text.Length)]), 1)} "
        )
        && PhraseGroups.ContainsAny(Words.Givers, $" {NormalizeWords(text[Math.Min(quantity.Span.End, text.Length)..]).Split(' ')[0]} ");

    /// <summary>"D02", "TT99": a number right after a letter is part of a name.</summary>
    private static bool IsPartOfName(Quantity quantity, string text) =>
        quantity.Span.Start > 0
        && quantity.Span.Start <= text.Length
        && (
            char.IsLetter(text[quantity.Span.Start - 1])
            || (quantity.Span.Start > 1 && text[quantity.Span.Start - 1] == '0' && char.IsLetter(text[quantity.Span.Start - 2]))
            || (
                quantity.Kind == QuantityKind.Plain
                && PhraseGroups.ContainsAny(Words.Documents, $" {TakeLastWords(NormalizeWords(text[..quantity.Span.Start]), 1)} ")
            )
        );

    private const decimal FirstYear = 1990m;

    private const decimal LastYear = 2100m;

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
            (QuantityKind.Plain, FactSlot.Employees) => quantity.Value == decimal.Truncate(quantity.Value)
                && quantity.Value < 100_000m
                && quantity.Value is < FirstYear or > LastYear,
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
