using System.Text.Json;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>A retrieval test set in the folder layout of BEIR (Thakur et al., 2021): <c>corpus.jsonl</c>, <c>queries.jsonl</c>, <c>qrels/test.tsv</c>.</summary>
internal sealed record BeirSet(IReadOnlyList<Passage> Passages, IReadOnlyList<(string Text, IReadOnlySet<string> Relevant)> Queries)
{
    /// <exception cref="InvalidDataException">A line is not what the layout asks for.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static BeirSet Read(string directory, string queriesFile, Lang? lang)
    {
        var corpus = Lines(Path.Combine(directory, "corpus.jsonl")).ToList();
        var language = lang ?? MostlyIn(corpus);
        var phrasings = AreLists(corpus);
        var passages = corpus.Select(line => new Passage(
            line.Id, line.Id, "text", language, line.Title, "", phrasings ? "" : line.Text, phrasings ? line.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [])).ToList();
        var relevant = Relevant(Path.Combine(directory, "qrels", "test.tsv"));
        var queries = Lines(Path.Combine(directory, queriesFile))
            .Where(query => relevant.ContainsKey(query.Id))
            .Select(query => (query.Text, (IReadOnlySet<string>)relevant[query.Id]))
            .ToList();
        return new BeirSet(passages, queries);
    }

    /// <summary>Whether texts are lists of short lines, as the ways of asking for one thing are, rather than prose.</summary>
    private static bool AreLists(List<(string Id, string Title, string Text)> corpus)
    {
        var lines = corpus.SelectMany(c => c.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return lines.Count >= 3 * corpus.Count
            && corpus.TrueForAll(c => c.Title.Length > 0)
            && lines.Average(line => line.Length) < 150
            && lines.Count(line => char.IsAsciiDigit(line[0]) || (line.Length > 1 && line[1] == ')')) * 4 < lines.Count;
    }

    private static Lang MostlyIn(List<(string Id, string Title, string Text)> corpus)
    {
        var sample = corpus.Where((_, i) => i % Math.Max(1, corpus.Count / 50) == 0)
            .Select(c => LanguageDetector.Detect(c.Title + "\n" + (c.Text.Length > 1000 ? c.Text[..1000] : c.Text)).Lang).ToList();
        return sample.Count(lang => lang == Lang.En) * 2 > sample.Count ? Lang.En : Lang.Vi;
    }

    private static Dictionary<string, HashSet<string>> Relevant(string path)
    {
        var relevant = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var cells = line.Split('\t');
            if (cells.Length < 3 || cells[2].Trim() == "0")
                continue;

            if (!relevant.TryGetValue(cells[0], out var of))
                relevant[cells[0]] = of = new HashSet<string>(StringComparer.Ordinal);
            of.Add(cells[1]);
        }

        return relevant;
    }

    private static IEnumerable<(string Id, string Title, string Text)> Lines(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;

            var read = JsonSerializer.Deserialize<Line>(line);
            yield return read is { Id: not null }
                ? (read.Id, read.Title ?? "", read.Text ?? "")
                : throw new InvalidDataException($"{path}, line {number}: no _id");
        }
    }

    private sealed record Line(
        [property: System.Text.Json.Serialization.JsonPropertyName("_id")] string? Id,
        [property: System.Text.Json.Serialization.JsonPropertyName("title")] string? Title,
        [property: System.Text.Json.Serialization.JsonPropertyName("text")] string? Text);
}
