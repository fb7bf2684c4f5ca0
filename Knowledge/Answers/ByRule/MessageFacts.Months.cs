using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>The part that reads how long something lasted, when it began, and whose figures are told.</summary>
internal sealed partial record MessageFacts
{
    private static RuleFacts AddMonths(RuleFacts facts, string padded, QuantityReading reading)
    {
        if (
            PhraseGroups.ContainsAny(RuleCues.Default.DissolvedWords, padded)
            && FindOnlyValue(reading, QuantityKind.Months) is null
            && FindOnlyValue(reading, QuantityKind.Plain) is { } plain
            && PhraseGroups.ContainsAny("thang|months|month", padded)
        )
        {
            return facts with { DissolvedMonths = (int)plain };
        }

        if (FindOnlyValue(reading, QuantityKind.Months) is not { } found)
        {
            if (facts.Enterprise.IsHouseholdBusiness == true && FindMonthsSinceStart(reading) is { } sinceStart)
            {
                return facts with { HouseholdMonths = sinceStart };
            }

            return FindOnlyValue(reading, QuantityKind.Years) is { } years && facts.Enterprise.IsHouseholdBusiness == true && years < 50
                ? facts with
                {
                    HouseholdMonths = (int)(years * 12),
                }
                : facts;
        }

        if (IsAdded(reading, QuantityKind.Months))
        {
            // "Chờ thêm 4 tháng": to be added to what was told before.
            return facts;
        }

        var months = (int)found;
        return PhraseGroups.ContainsAny(RuleCues.Default.DissolvedWords, padded) ? facts with { DissolvedMonths = months }
            : facts.Enterprise.Revenue is not null && months < 12 ? facts with { RevenueMonths = months }
            : facts with { HouseholdMonths = months };
    }

    /// <summary>Whether the word before the only quantity of a kind adds it to an earlier one.</summary>
    internal static bool IsAdded(QuantityReading reading, QuantityKind kind) =>
        reading.Quantities.Where(quantity => quantity.Kind == kind).ToList() is [var one]
        && VietnameseText.SplitIntoWords(VietnameseText.Fold(reading.Text[..one.Span.Start])) is [.., var last]
        && PhraseGroups.ContainsAny(RuleCues.Default.IncreaseWords, $" {last} ");

    /// <summary>The whole months since the month in which the household was registered or opened, where one is named.</summary>
    private static int? FindMonthsSinceStart(QuantityReading reading) =>
        reading.Dates.Where(date => date is { Unit: DateUnit.Month, Exists: true, Role: DateRole.OtherEvent or DateRole.From }).ToList()
            is [{ First: var first }]
        && first < reading.Today
            ? ((reading.Today.Year - first.Year) * 12) + reading.Today.Month - first.Month
            : null;

    /// <summary>
    /// Without the figures of a parent ("công ty con của một công ty doanh thu 80 tỷ") and those that were only believed ("tưởng 500 triệu
    /// cơ").
    /// </summary>
    private static QuantityReading WithoutOthers(QuantityReading reading, RuleCues cues)
    {
        return reading with { Quantities = [.. reading.Quantities.Where(quantity => !IsOfParent(quantity) && !IsBelieved(quantity))] };

        string GetWordsBefore(Quantity quantity) => FoldWords(reading.Text[..Math.Min(quantity.Span.Start, reading.Text.Length)]);

        bool IsBelieved(Quantity quantity) =>
            PhraseGroups.ContainsAny(cues.Facts.Beliefs, $" {string.Join(' ', GetWordsBefore(quantity).Split(' ').TakeLast(3))} ");

        bool IsOfParent(Quantity quantity)
        {
            var before = $" {GetWordsBefore(quantity)} ";
            return FindLast(cues.ParentWords, before) is >= 0 and var parent && FindLast(cues.OwnAgainWords, before) < parent;
        }
    }

    private static int FindLast(string group, string padded) =>
        PhraseGroups.FindPositions(group, padded).Select(found => found.Start).DefaultIfEmpty(-1).Max();

    private static string FoldWords(string text) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));

    /// <summary>The month in which the revenue of a household exceeded the threshold: "tháng 10 cộng dồn mới lố 1 tỷ".</summary>
    private static DateOnly? FindCrossedMonth(QuantityReading reading) =>
        reading.Quantities.Any(quantity =>
            quantity.Kind == QuantityKind.Money
            && quantity.Comparator is Comparator.GreaterThan or Comparator.AtLeast
            && quantity.Value == HouseholdTable.Default.EInvoice.MinRevenue
        ) && reading.Dates.Where(date => date is { Unit: DateUnit.Month or DateUnit.Day, Exists: true }).ToList() is [var month]
            ? new DateOnly(month.First.Year, month.First.Month, 1)
            : null;
}
