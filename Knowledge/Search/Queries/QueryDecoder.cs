using PolicyAssistantBot.Knowledge.Search.Indexing;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>
/// Finds what was probably meant by what was typed: a noisy channel (Kernighan, Church and Gale, 1990) whose language model is learnt from
/// the index's own texts, read by Viterbi's algorithm. Nothing guards it: a question typed well is left as it is.
/// </summary>
internal static class QueryDecoder
{
    /// <param name="typed">Normalised words.</param>
    /// <returns>For each typed word its reading.</returns>
    public static List<Reading> Decode(LanguageIndex index, IReadOnlyList<string> typed, DecoderCosts? costs = null)
    {
        if (typed.Count == 0)
        {
            return [];
        }

        var finder = index.Words.Lang == Lang.Vi ? new Readings(index, costs ?? DecoderCosts.Default) : null;
        var english = finder is null ? new EnglishReadings(index, costs ?? DecoderCosts.Default) : null;
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
                    var total = cost[p] + index.Model.Cost(last[p], readings[r].First);
                    if (total < best)
                    {
                        (best, back[step][r]) = (total, p);
                    }
                }

                next[r] = best + readings[r].Cost + readings[r].Inner(index.Model);
            }

            cost = next;
            last = [.. readings.Select(reading => reading.Last)];
        }

        return Trace(steps, back, Array.IndexOf(cost, cost.Min()));
    }

    private static List<Reading> Trace(List<List<Reading>> steps, int[][] back, int best)
    {
        var chosen = new Reading[steps.Count];
        for (var step = steps.Count - 1; step >= 0; step--)
        {
            chosen[step] = steps[step][best];
            best = back[step][best];
        }

        return [.. chosen];
    }
}
