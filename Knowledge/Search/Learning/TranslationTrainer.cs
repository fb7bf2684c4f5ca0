using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search.Learning;

/// <summary>Trains the translation models of an index from its passages.</summary>
internal static class TranslationTrainer
{
    /// <summary>
    /// For each language the model that translates questions into it, trained on sections that exist in both languages and on the glossary.
    /// </summary>
    public static IReadOnlyDictionary<Lang, TranslationModel> Train(IReadOnlyList<Passage> passages)
    {
        var vi = passages.Where(p => p.Lang == Lang.Vi).GroupBy(p => (p.ArticleKey, p.SectionId)).ToDictionary(g => g.Key, g => g.First());
        var sectionPairs = passages
            .Where(p => p.Lang == Lang.En && vi.ContainsKey((p.ArticleKey, p.SectionId)))
            .SelectMany(en => AlignTexts(vi[(en.ArticleKey, en.SectionId)], en))
            .ToList();
        if (vi.Count == 0)
        {
            return new Dictionary<Lang, TranslationModel>();
        }

        sectionPairs.AddRange(
            Glossary.Default.Translations.OrderBy(pair => pair.Vi, StringComparer.Ordinal).ThenBy(pair => pair.En, StringComparer.Ordinal)
        );
        return new Dictionary<Lang, TranslationModel>
        {
            [Lang.Vi] = TranslationModel.Train(sectionPairs.Select(p => (p.En, p.Vi)), Lang.En, Lang.Vi),
            [Lang.En] = TranslationModel.Train(sectionPairs, Lang.Vi, Lang.En),
        };
    }

    /// <summary>
    /// Pairs of titles, headings and, when both texts have equally many, paragraphs: shorter texts give better alignments.
    /// </summary>
    private static IEnumerable<(string Vi, string En)> AlignTexts(Passage vi, Passage en)
    {
        yield return (vi.Title, en.Title);
        yield return (vi.Heading, en.Heading);
        var (a, b) = (
            vi.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            en.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
        foreach (var pair in a.Length == b.Length ? a.Zip(b) : [(vi.Text, en.Text)])
        {
            yield return pair;
        }
    }
}
