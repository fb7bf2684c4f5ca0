using System.Globalization;
using System.Text.Json;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>One line of <c>corpus.jsonl</c> or of a file of queries.</summary>
internal readonly record struct BeirLine(string Id, string Title, string Text);

/// <summary>Reads the files of a BEIR folder; additional fields are ignored.</summary>
internal static class BeirFiles
{
    /// <summary>The lines with an id; of duplicate ids the first line counts. Title and text are optional.</summary>
    /// <exception cref="InvalidDataException">A line is not a JSON object or has no <c>_id</c>.</exception>
    public static List<BeirLine> ReadLines(string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lines = new List<BeirLine>();
        foreach (var (number, line) in File.ReadLines(path).Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var parsed =
                ParseLine(line)
                ?? throw new InvalidDataException(
                    string.Create(CultureInfo.InvariantCulture, $"{path}, line {number + 1}: not a JSON object with an _id")
                );
            if (seen.Add(parsed.Id))
            {
                lines.Add(parsed);
            }
        }

        return lines;
    }

    /// <summary>
    /// The relevant passages of each query, from rows of query, passage and score (BEIR) or of query, iteration, passage and score (TREC).
    /// </summary>
    /// <exception cref="InvalidDataException">A row has too few cells or a score that is not a number.</exception>
    public static Dictionary<string, HashSet<string>> ReadRelevant(string path)
    {
        var relevant = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (number, line) in File.ReadLines(path).Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var cells = line.Split('\t', StringSplitOptions.TrimEntries);
            var hasScore = double.TryParse(cells[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var score);
            if (cells.Length < 3 || (!hasScore && number > 0))
            {
                throw new InvalidDataException(
                    string.Create(CultureInfo.InvariantCulture, $"{path}, line {number + 1}: not question, passage and score")
                );
            }

            if (score <= 0)
            {
                continue;
            }

            if (!relevant.TryGetValue(cells[0], out var passages))
            {
                relevant[cells[0]] = passages = new HashSet<string>(StringComparer.Ordinal);
            }

            passages.Add(cells[^2]);
        }

        return relevant;
    }

    private static BeirLine? ParseLine(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement is { ValueKind: JsonValueKind.Object } read && GetValue(read, "_id") is { Length: > 0 } id
                ? new BeirLine(id, GetValue(read, "title"), GetValue(read, "text"))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A string, or a number as it is written; otherwise empty.</summary>
    private static string GetValue(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value)
            ? ""
            : value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Number => value.GetRawText(),
                _ => "",
            };
}
