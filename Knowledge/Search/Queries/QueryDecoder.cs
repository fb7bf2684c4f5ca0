using PolicyAssistantBot.Knowledge.Search.Indexing;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>
/// Corrects spelling and restores diacritics: a noisy channel model (Kernighan, Church and Gale, 1990) with a bigram language
/// model of the index's own texts, decoded by the Viterbi algorithm. It runs on every question; correctly typed words are the
/// cheapest readings and stay unchanged.
/// </summary>
internal static class QueryDecoder
{
    /// <param name="inputWords">The normalised words of the question.</param>
    /// <returns>The chosen reading of each typed word.</returns>
    public static List<WordReading> Decode(LanguageIndex index, IReadOnlyList<string> inputWords, DecoderCosts? decoderCosts = null)
    {
        if (inputWords.Count == 0)
        {
            return [];
        }

        var vietnamese = index.Vocabulary.Lang == Lang.Vi ? new VietnameseReadingFinder(index, decoderCosts ?? DecoderCosts.Default) : null;
        var english = vietnamese is null ? new EnglishReadingFinder(index, decoderCosts ?? DecoderCosts.Default) : null;
        var readingsByWord = inputWords.Select(word => vietnamese?.Find(word) ?? english!.Find(word)).ToList();
        var backPointers = new int[readingsByWord.Count][];
        var costs = new double[] { 0 };
        var lastWords = new[] { index.LanguageModel.Start };
        for (var step = 0; step < readingsByWord.Count; step++)
        {
            var readings = readingsByWord[step];
            var isNumber = char.IsAsciiDigit(inputWords[step][0]);
            var next = new double[readings.Count];
            backPointers[step] = new int[readings.Count];
            for (var r = 0; r < readings.Count; r++)
            {
                var bestCost = double.PositiveInfinity;
                for (var p = 0; p < costs.Length; p++)
                {
                    var total =
                        costs[p] + index.LanguageModel.GetCost(lastWords[p], isNumber ? index.LanguageModel.Number : readings[r].FirstWord);
                    if (total < bestCost)
                    {
                        (bestCost, backPointers[step][r]) = (total, p);
                    }
                }

                next[r] = bestCost + readings[r].Cost + readings[r].GetInnerCost(index.LanguageModel);
            }

            costs = next;
            lastWords = [.. readings.Select(reading => isNumber ? index.LanguageModel.Number : reading.LastWord)];
        }

        return TraceBack(readingsByWord, backPointers, Array.IndexOf(costs, costs.Min()));
    }

    private static List<WordReading> TraceBack(List<List<WordReading>> readingsByWord, int[][] backPointers, int best)
    {
        var chosenReadings = new WordReading[readingsByWord.Count];
        for (var step = readingsByWord.Count - 1; step >= 0; step--)
        {
            chosenReadings[step] = readingsByWord[step][best];
            best = backPointers[step][best];
        }

        return [.. chosenReadings];
    }
}
