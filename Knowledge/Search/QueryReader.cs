using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Reads a question for one index: its words, decoded, with their weights.</summary>
internal static class QueryReader
{
    /// <summary>Words beyond this are not read.</summary>
    private const int MaxWords = 96;

    private const int MaxCharacters = 4_000;

    public static (List<QueryWord> Words, DecodedQuery Decoded) Read(LanguageIndex index, string query, DetectedLanguage language)
    {
        var lang = index.Words.Lang;
        var typed = VietnameseText.Words(query.Length > MaxCharacters ? query[..MaxCharacters] : query).Take(MaxWords).ToList();
        var readings = QueryDecoder.Decode(index, typed);
        var words = new List<QueryWord>(typed.Count);
        var read = new List<string>(typed.Count);
        var changes = new List<WordChange>();
        for (var i = 0; i < typed.Count; i++)
        {
            var from = words.Count;
            foreach (var id in readings[i].Words)
            {
                var exact = id < 0 ? WordForms.Exact(lang, typed[i]) : index.Words.Word(id);
                var loose = id < 0 ? WordForms.Loose(lang, typed[i]) : index.Words.LooseText(id);
                words.Add(new QueryWord(exact, loose, StopWords.Weight(lang, exact)));
                read.Add(id < 0 ? typed[i] : index.Words.Surface(id));
            }

            if (words.Count - from > 1 || !string.Equals(words[from].Exact, WordForms.Exact(lang, typed[i]), StringComparison.Ordinal))
                changes.Add(new WordChange(typed[i], string.Join(' ', read.Skip(from))));
        }

        return (words, new DecodedQuery(query, string.Join(' ', read), language, changes));
    }
}
