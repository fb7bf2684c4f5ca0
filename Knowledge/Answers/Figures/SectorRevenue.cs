using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.Figures;

/// <summary>Revenue by sector group of an enterprise that works in both: the group with more revenue decides (Decree 80/2021/NĐ-CP Article
/// 6).</summary>
internal static class SectorRevenue
{
    /// <summary>The code of the sector with more revenue; null unless both are given.</summary>
    public static string? FindLargerSector(QuantityReading reading)
    {
        var (start, revenueBySector) = (0, new Dictionary<string, decimal>(StringComparer.Ordinal));
        foreach (var quantity in reading.Quantities.OrderBy(quantity => quantity.Span.Start))
        {
            if (quantity.Kind is QuantityKind.Money or QuantityKind.Plain && start <= quantity.Span.Start)
            {
                var before = reading.Text[start..quantity.Span.Start];
                if (
                    SectorGroupDetector.FindSectorCode(
                        string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(before))),
                        before
                    ) is
                    { } code
                )
                {
                    revenueBySector[code] = quantity.Value;
                }
            }

            start = quantity.Span.End;
        }

        return revenueBySector.Count == 2 && revenueBySector.Values.Distinct().Count() == 2
            ? revenueBySector.MaxBy(share => share.Value).Key
            : null;
    }
}
