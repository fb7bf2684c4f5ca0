using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Learning;

namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>Reads a question for one index: decodes or translates its words, weights them, and expands the query by the glossary.</summary>
internal static class QueryAnalyzer
{
    /// <summary>The weight of a word from the glossary; a word of the question has 1.</summary>
    private const double GlossaryWeight = 0.3;

    /// <summary>Further words of a question are ignored.</summary>
    private const int MaxWords = 96;

    private const int MaxCharacters = 4_000;

    /// <summary>The words of a text without decoding or expansion.</summary>
    public static List<QueryWord> SplitIntoWords(Lang lang, string text) =>
        [
            .. VietnameseText
                .SplitIntoWords(text.Length > MaxCharacters ? text[..MaxCharacters] : text)
                .Take(MaxWords)
                .Select(word => CreateWord(lang, word, 1)),
        ];

    /// <param name="questionLanguage">
    /// The language of the question; when it differs from the index's language, the words are translated.
    /// </param>
    public static (List<QueryWord> Words, DecodedQuery Decoded) Analyze(
        LanguageIndex index,
        TranslationModel translationModel,
        string query,
        DetectedLanguage questionLanguage
    )
    {
        var inputWords = VietnameseText
            .SplitIntoWords(query.Length > MaxCharacters ? query[..MaxCharacters] : query)
            .Take(MaxWords)
            .ToList();
        var lang = index.Vocabulary.Lang;
        return questionLanguage.Lang != lang && questionLanguage.IsCertain
            ? (
                TranslateWords(lang, questionLanguage.Lang, translationModel, inputWords),
                new DecodedQuery(query, string.Join(' ', inputWords), questionLanguage, [])
            )
            : CorrectWords(index, query, inputWords, questionLanguage);
    }

    private static (List<QueryWord> Words, DecodedQuery Decoded) CorrectWords(
        LanguageIndex index,
        string query,
        List<string> inputWords,
        DetectedLanguage questionLanguage
    )
    {
        var lang = index.Vocabulary.Lang;
        var readings = QueryDecoder.Decode(index, inputWords);
        var words = new List<QueryWord>(inputWords.Count);
        var displayWords = new List<string>(inputWords.Count);
        var changes = new List<WordChange>();
        for (var i = 0; i < inputWords.Count; i++)
        {
            var firstWord = words.Count;
            foreach (var id in readings[i].Words)
            {
                var exact = id < 0 ? WordForms.ToExact(lang, inputWords[i]) : index.Vocabulary.GetExactForm(id);
                words.Add(
                    new QueryWord(
                        exact,
                        id < 0 ? WordForms.ToLoose(lang, inputWords[i]) : index.Vocabulary.GetLooseForm(id),
                        StopWords.GetWeight(lang, exact)
                    )
                );
                displayWords.Add(id < 0 ? inputWords[i] : index.Vocabulary.GetSurfaceForm(id));
            }

            if (
                words.Count - firstWord > 1
                || !string.Equals(words[firstWord].Exact, WordForms.ToExact(lang, inputWords[i]), StringComparison.Ordinal)
            )
            {
                changes.Add(new WordChange(inputWords[i], string.Join(' ', displayWords.Skip(firstWord))));
            }
        }

        var expansions = Glossary.Default.FindMeanings(inputWords, lang).ToList();
        AddGlossaryWords(words, expansions, lang, index, GlossaryWeight);
        return (words, new DecodedQuery(query, string.Join(' ', displayWords), questionLanguage, changes));
    }

    /// <summary>
    /// A question in the other language: the likely translations of each word, the words themselves, which may be names, and
    /// the meanings from the glossary.
    /// </summary>
    private static List<QueryWord> TranslateWords(
        Lang lang,
        Lang sourceLanguage,
        TranslationModel translationModel,
        List<string> inputWords
    )
    {
        var words = new List<QueryWord>();
        foreach (var word in inputWords)
        {
            if (StopWords.GetWeight(sourceLanguage, WordForms.ToExact(sourceLanguage, word)) < 1)
            {
                continue;
            }

            words.Add(CreateWord(lang, word, 1) with { FollowsPrevious = false });
            foreach (var (exact, probability) in translationModel.Translate(WordForms.ToLoose(sourceLanguage, word)))
            {
                words.Add(
                    new QueryWord(
                        exact,
                        WordForms.ToLoose(lang, RemoveTone(exact)),
                        probability * StopWords.GetWeight(lang, exact),
                        FollowsPrevious: false
                    )
                );
            }
        }

        AddGlossaryWords(words, Glossary.Default.FindMeanings(inputWords, lang), lang, index: null, weight: 1);
        return words;
    }

    private static void AddGlossaryWords(
        List<QueryWord> words,
        IEnumerable<string> expansions,
        Lang lang,
        LanguageIndex? index,
        double weight
    )
    {
        foreach (var meaning in expansions)
        {
            var added = VietnameseText.SplitIntoWords(meaning).Select(word => CreateWord(lang, word, weight)).ToList();
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

    private static QueryWord CreateWord(Lang lang, string word, double weight)
    {
        var exact = WordForms.ToExact(lang, word);
        return new QueryWord(exact, WordForms.ToLoose(lang, word), weight * StopWords.GetWeight(lang, exact));
    }

    /// <summary>The canonical form without its tone, from which the loose form is derived.</summary>
    private static string RemoveTone(string exact) =>
        exact.Length > 1 && exact[^1] is >= '1' and <= '5' && char.IsLetter(exact[^2]) ? exact[..^1] : exact;
}
