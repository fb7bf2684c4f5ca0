using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Indexing;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>Finds the ways to read one typed English word: as it is, or, when neither it nor its stem is known, one slip away.</summary>
internal sealed class EnglishReadings(LanguageIndex index, DecoderCosts costs)
{
    private const int Shortest = 4;
    private const int Most = 12;

    public List<Reading> Of(string typed)
    {
        var words = index.Words;
        var id = words.Find(typed);
        if (id >= 0)
        {
            return [Reading.Word(id, 0)];
        }

        var readings = new List<Reading> { Reading.Word(-1, costs.Unknown) };
        if (typed.Length < Shortest || words.FindLoose(WordForms.Loose(Lang.En, typed)) >= 0 || StopWords.Weight(Lang.En, typed) < 1)
        {
            return readings;
        }

        Edits.Find(typed, words.ExactLookup, word => readings.Add(Reading.Word(word, costs.Slip)));
        for (var i = 2; i <= typed.Length - 2; i++)
        {
            if (words.Find(typed[..i]) is var first and >= 0 && words.Find(typed[i..]) is var second and >= 0)
            {
                readings.Add(new Reading(first, second, null, costs.Split));
            }
        }

        return readings.Count <= Most ? readings : [.. readings.OrderBy(r => r.Cost + index.Model.Cost(-1, r.First)).Take(Most)];
    }
}
