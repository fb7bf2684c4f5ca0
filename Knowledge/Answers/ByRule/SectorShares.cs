using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>Revenue by sector, of an enterprise that works in both groups: the one with more decides (Decree 80/2021/NĐ-CP Article
/// 6).</summary>
internal static class SectorShares
{
    /// <summary>The code of the sector with more revenue; null where not both are told.</summary>
    public static string? Larger(QuantityReading reading)
    {
        var (from, shares) = (0, new Dictionary<string, decimal>(StringComparer.Ordinal));
        foreach (var quantity in reading.Quantities.OrderBy(quantity => quantity.Span.Start))
        {
            if (quantity.Kind is QuantityKind.Money or QuantityKind.Plain && from <= quantity.Span.Start)
            {
                var before = reading.Text[from..quantity.Span.Start];
                if (
                    SectorGroupDetector.FindSectorCode(
                        string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(before))),
                        before
                    ) is
                    { } code
                )
                {
                    shares[code] = quantity.Value;
                }
            }

            from = quantity.Span.End;
        }

        return shares.Count == 2 && shares.Values.Distinct().Count() == 2 ? shares.MaxBy(share => share.Value).Key : null;
    }
}
