using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>
/// A retrieval test set in the folder layout of BEIR (Thakur et al., 2021):
/// <c>corpus.jsonl</c>, <c>queries.jsonl</c>, <c>qrels/test.tsv</c>.
/// </summary>
internal sealed record BeirSet(IReadOnlyList<Passage> Passages, IReadOnlyList<(string Text, IReadOnlySet<string> Relevant)> Queries)
{
    /// <param name="queriesFile">A path, absolute or relative to the folder.</param>
    /// <exception cref="InvalidDataException">A line does not have the expected layout, or no query has a relevant passage.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static BeirSet Read(string directory, string queriesFile, Lang? lang)
    {
        var corpus = BeirFiles.ReadLines(Path.Combine(directory, "corpus.jsonl"));
        var language = lang ?? DetectLanguage(corpus);
        var areQuestions = ContainsQuestions(corpus);
        var passages = corpus
            .Select(line => new Passage(
                line.Id,
                line.Id,
                "text",
                language,
                line.Title,
                "",
                areQuestions ? "" : line.Text,
                areQuestions ? line.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : []
            ))
            .ToList();
        var relevant = BeirFiles.ReadRelevant(FindJudgementsFile(directory));
        var queries = BeirFiles
            .ReadLines(Path.Combine(directory, queriesFile))
            .Where(query => relevant.ContainsKey(query.Id))
            .Select(query => (query.Text, (IReadOnlySet<string>)relevant[query.Id]))
            .ToList();
        return passages.Count > 0 && queries.Count > 0
            ? new BeirSet(passages, queries)
            : throw new InvalidDataException($"{directory}: no passages, or no query of {queriesFile} with a relevant passage");
    }

    /// <summary>The relevance judgements of the test split or, without one, of the first split in alphabetical order.</summary>
    private static string FindJudgementsFile(string directory)
    {
        var test = Path.Combine(directory, "qrels", "test.tsv");
        return File.Exists(test) || !Directory.Exists(Path.GetDirectoryName(test))
            ? test
            : Directory.EnumerateFiles(Path.GetDirectoryName(test)!, "*.tsv").Order(StringComparer.Ordinal).FirstOrDefault(test);
    }

    /// <summary>
    /// Whether the texts are lists of questions about the title rather than prose: many short lines, more than a quarter of them questions.
    /// </summary>
    private static bool ContainsQuestions(List<BeirLine> corpus)
    {
        var lines = corpus.SelectMany(c => c.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return lines.Count >= 3 * corpus.Count
            && corpus.TrueForAll(c => c.Title.Length > 0)
            && lines.Average(line => line.Length) < 150
            && lines.Count(line => line.Contains('?', StringComparison.Ordinal)) * 4 > lines.Count;
    }

    private static Lang DetectLanguage(List<BeirLine> corpus)
    {
        var sample = corpus
            .Where((_, i) => i % Math.Max(1, corpus.Count / 50) == 0)
            .Select(c => LanguageDetector.Detect(c.Title + "\n" + (c.Text.Length > 1000 ? c.Text[..1000] : c.Text)).Lang)
            .ToList();
        return sample.Count(lang => lang == Lang.En) * 2 > sample.Count ? Lang.En : Lang.Vi;
    }
}
