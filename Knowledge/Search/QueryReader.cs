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
        var words = typed.Select(word =>
        {
            var exact = WordForms.Exact(lang, word);
            return new QueryWord(exact, WordForms.Loose(lang, word), StopWords.Weight(lang, exact));
        }).ToList();
        return (words, new DecodedQuery(query, query, language, []));
    }
}
