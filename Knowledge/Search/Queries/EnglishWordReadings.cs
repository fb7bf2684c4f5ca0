using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Indexing;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>
/// Finds the readings of one typed English word: the word itself and, when neither it nor its stem is known, words at an edit distance of
/// one and splits into two words.
/// </summary>
internal sealed class EnglishWordReadings(LanguageIndex index, DecoderCosts costs)
{
    private const int MinLength = 4;
    private const int MaxReadings = 12;

    public List<WordReading> Of(string typed)
    {
        var words = index.Vocabulary;
        var id = words.FindExact(typed);
        if (id >= 0)
        {
            return [WordReading.Word(id, 0)];
        }

        var readings = new List<WordReading> { WordReading.Word(-1, costs.Unknown) };
        if (typed.Length < MinLength || words.FindLoose(WordForms.ToLoose(Lang.En, typed)) >= 0 || StopWords.GetWeight(Lang.En, typed) < 1)
        {
            return readings;
        }

        SingleEdits.Find(typed, words.ExactLookup, word => readings.Add(WordReading.Word(word, costs.Slip)));
        for (var i = 2; i <= typed.Length - 2; i++)
        {
            if (words.FindExact(typed[..i]) is var first and >= 0 && words.FindExact(typed[i..]) is var second and >= 0)
            {
                readings.Add(new WordReading(first, second, null, costs.Split));
            }
        }

        return readings.Count <= MaxReadings
            ? readings
            : [.. readings.OrderBy(r => r.Cost + index.LanguageModel.Cost(-1, r.First)).Take(MaxReadings)];
    }
}
