using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Learning;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>Reads a question for one index: decodes or translates its words, weights them, and expands the query by the glossary.</summary>
internal static class QueryReader
{
    /// <summary>The weight of a word from the glossary; a word of the question has 1.</summary>
    private const double MeaningWeight = 0.3;

    /// <summary>Further words of a question are ignored.</summary>
    private const int MaxWords = 96;

    private const int MaxCharacters = 4_000;

    /// <summary>The words of a text without decoding or expansion.</summary>
    public static List<QueryWord> Words(Lang lang, string text) =>
        [
            .. VietnameseText
                .SplitIntoWords(text.Length > MaxCharacters ? text[..MaxCharacters] : text)
                .Take(MaxWords)
                .Select(word => Word(lang, word, 1)),
        ];

    /// <param name="language">The language of the question; when it differs from the index's language, the words are translated.</param>
    public static (List<QueryWord> Words, DecodedQuery Decoded) Read(
        LanguageIndex index,
        Func<TranslationModel> translations,
        string query,
        DetectedLanguage language
    )
    {
        var typed = VietnameseText.SplitIntoWords(query.Length > MaxCharacters ? query[..MaxCharacters] : query).Take(MaxWords).ToList();
        var lang = index.Vocabulary.Lang;
        return language.Lang != lang && language.IsCertain
            ? (Translated(lang, language.Lang, translations(), typed), new DecodedQuery(query, string.Join(' ', typed), language, []))
            : Decoded(index, query, typed, language);
    }

    private static (List<QueryWord> Words, DecodedQuery Decoded) Decoded(
        LanguageIndex index,
        string query,
        List<string> typed,
        DetectedLanguage language
    )
    {
        var lang = index.Vocabulary.Lang;
        var readings = QueryDecoder.Decode(index, typed);
        var words = new List<QueryWord>(typed.Count);
        var read = new List<string>(typed.Count);
        var changes = new List<WordChange>();
        for (var i = 0; i < typed.Count; i++)
        {
            var from = words.Count;
            foreach (var id in readings[i].Words)
            {
                var exact = id < 0 ? WordForms.ToExact(lang, typed[i]) : index.Vocabulary.GetExactForm(id);
                words.Add(
                    new QueryWord(
                        exact,
                        id < 0 ? WordForms.ToLoose(lang, typed[i]) : index.Vocabulary.GetLooseForm(id),
                        StopWords.GetWeight(lang, exact)
                    )
                );
                read.Add(id < 0 ? typed[i] : index.Vocabulary.GetSurfaceForm(id));
            }

            if (words.Count - from > 1 || !string.Equals(words[from].Exact, WordForms.ToExact(lang, typed[i]), StringComparison.Ordinal))
            {
                changes.Add(new WordChange(typed[i], string.Join(' ', read.Skip(from))));
            }
        }

        var meanings = Glossary.Default.FindMeanings(typed, lang).ToList();
        Add(words, meanings, lang, index, MeaningWeight);
        return (words, new DecodedQuery(query, string.Join(' ', read), language, changes));
    }

    /// <summary>
    /// A question in the other language: the likely translations of each word, the words themselves, which may be names, and
    /// the meanings from the glossary.
    /// </summary>
    private static List<QueryWord> Translated(Lang lang, Lang from, TranslationModel translations, List<string> typed)
    {
        var words = new List<QueryWord>();
        foreach (var word in typed)
        {
            if (StopWords.GetWeight(from, WordForms.ToExact(from, word)) < 1)
            {
                continue;
            }

            words.Add(Word(lang, word, 1) with { FollowsPrevious = false });
            foreach (var (exact, probability) in translations.Translate(WordForms.ToLoose(from, word)))
            {
                words.Add(
                    new QueryWord(
                        exact,
                        WordForms.ToLoose(lang, Toneless(exact)),
                        probability * StopWords.GetWeight(lang, exact),
                        FollowsPrevious: false
                    )
                );
            }
        }

        Add(words, Glossary.Default.FindMeanings(typed, lang), lang, index: null, weight: 1);
        return words;
    }

    private static void Add(List<QueryWord> words, IEnumerable<string> meanings, Lang lang, LanguageIndex? index, double weight)
    {
        foreach (var meaning in meanings)
        {
            var added = VietnameseText.SplitIntoWords(meaning).Select(word => Word(lang, word, weight)).ToList();
            if (index is not null && added.Exists(word => index.Vocabulary.FindExact(word.Exact) < 0))
            {
                continue;
            }

            for (var i = 0; i < added.Count; i++)
            {
                words.Add(added[i] with { FollowsPrevious = i > 0, FromGlossary = true });
            }
        }
    }

    private static QueryWord Word(Lang lang, string word, double weight)
    {
        var exact = WordForms.ToExact(lang, word);
        return new QueryWord(exact, WordForms.ToLoose(lang, word), weight * StopWords.GetWeight(lang, exact));
    }

    /// <summary>The canonical form without its tone, from which the loose form is derived.</summary>
    private static string Toneless(string exact) =>
        exact.Length > 1 && exact[^1] is >= '1' and <= '5' && char.IsLetter(exact[^2]) ? exact[..^1] : exact;
}
