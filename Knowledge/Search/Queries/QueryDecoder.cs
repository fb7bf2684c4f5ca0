using PolicyAssistantBot.Knowledge.Search.Indexing;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>
/// Corrects spelling and restores diacritics: a noisy channel model (Kernighan, Church and Gale, 1990) with a bigram language
/// model of the index's own texts, decoded by the Viterbi algorithm. It runs on every question; correctly typed words are the
/// cheapest readings and stay unchanged.
/// </summary>
internal static class QueryDecoder
{
    /// <param name="typed">The normalised words of the question.</param>
    /// <returns>The chosen reading of each typed word.</returns>
    public static List<WordReading> Decode(LanguageIndex index, IReadOnlyList<string> typed, DecoderCosts? costs = null)
    {
        if (typed.Count == 0)
        {
            return [];
        }

        var finder = index.Vocabulary.Lang == Lang.Vi ? new VietnameseWordReadings(index, costs ?? DecoderCosts.Default) : null;
        var english = finder is null ? new EnglishWordReadings(index, costs ?? DecoderCosts.Default) : null;
        var steps = typed.Select(word => finder?.Of(word) ?? english!.Of(word)).ToList();
        var back = new int[steps.Count][];
        var cost = new double[] { 0 };
        var last = new[] { -1 };
        for (var step = 0; step < steps.Count; step++)
        {
            var readings = steps[step];
            var next = new double[readings.Count];
            back[step] = new int[readings.Count];
            for (var r = 0; r < readings.Count; r++)
            {
                var best = double.PositiveInfinity;
                for (var p = 0; p < cost.Length; p++)
                {
                    var total = cost[p] + index.LanguageModel.Cost(last[p], readings[r].First);
                    if (total < best)
                    {
                        (best, back[step][r]) = (total, p);
                    }
                }

                next[r] = best + readings[r].Cost + readings[r].InnerCost(index.LanguageModel);
            }

            cost = next;
            last = [.. readings.Select(reading => reading.Last)];
        }

        return Trace(steps, back, Array.IndexOf(cost, cost.Min()));
    }

    private static List<WordReading> Trace(List<List<WordReading>> steps, int[][] back, int best)
    {
        var chosen = new WordReading[steps.Count];
        for (var step = steps.Count - 1; step >= 0; step--)
        {
            chosen[step] = steps[step][best];
            best = back[step][best];
        }

        return [.. chosen];
    }
}
