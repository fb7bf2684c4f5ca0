using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Indexing;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>
/// Finds the readings of one typed English word: the word itself and, when neither it nor its stem is known, words at an edit distance of
/// one and splits into two words.
/// </summary>
internal sealed class EnglishReadingFinder(LanguageIndex index, DecoderCosts costs)
{
    private const int MinCorrectableLength = 4;
    private const int MaxReadings = 12;

    public List<WordReading> Find(string typedWord)
    {
        var words = index.Vocabulary;
        var id = words.FindExact(typedWord);
        if (id >= 0)
        {
            return [WordReading.ForWord(id, 0)];
        }

        var readings = new List<WordReading> { WordReading.ForWord(-1, costs.UnknownWord) };
        if (
            typedWord.Length < MinCorrectableLength
            || words.FindLoose(WordForms.ToLoose(Lang.En, typedWord)) >= 0
            || StopWords.GetWeight(Lang.En, typedWord) < 1
        )
        {
            return readings;
        }

        SingleEdits.Find(typedWord, words.ExactLookup, word => readings.Add(WordReading.ForWord(word, costs.SingleEdit)));
        for (var i = 2; i <= typedWord.Length - 2; i++)
        {
            if (words.FindExact(typedWord[..i]) is var first and >= 0 && words.FindExact(typedWord[i..]) is var second and >= 0)
            {
                readings.Add(new WordReading(first, second, null, costs.SplitWord));
            }
        }

        return readings.Count <= MaxReadings
            ? readings
            : [.. readings.OrderBy(r => r.Cost + index.LanguageModel.GetCost(-1, r.FirstWord)).Take(MaxReadings)];
    }
}
