using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>A message as one person wrote it for an act. Out of its conversation it may do something else.</summary>
/// <param name="Writer">The name of the file it was read from: one person's messages.</param>
/// <param name="Target">What the act is about, as in <see cref="ActExamples.Target"/>.</param>
/// <param name="Text">As typed.</param>
internal sealed record ActPhrasing(string Writer, DialogueAct Act, string? Target, string Text)
{
    /// <summary>
    /// Reads <c>*.tsv</c> of a folder: one file per writer, without a header, with the columns act (<c>thanks</c>) or act and target
    /// (<c>language:english</c>), language, text. Empty when the folder does not exist.
    /// </summary>
    /// <param name="problems">Receives the lines that do not have these columns.</param>
    public static IReadOnlyList<ActPhrasing> ReadFolder(string folder, List<Problem> problems)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var phrasings = new List<ActPhrasing>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal))
        {
            var writer = Path.GetFileNameWithoutExtension(path);
            foreach (var (index, line) in File.ReadLines(path).Index())
            {
                if (Parse(writer, line) is { } phrasing)
                {
                    phrasings.Add(phrasing);
                }
                else
                {
                    problems.Add(
                        new(
                            $"Policy/Acts/{writer}.tsv",
                            index + 1,
                            "line",
                            new("Dòng phải có ba cột: hành vi, ngôn ngữ, câu.", "A line must have three columns: act, language, text.")
                        )
                    );
                }
            }
        }

        return phrasings;
    }

    private static ActPhrasing? Parse(string writer, string line) =>
        line.Split('\t') is [var name, _, { Length: > 0 } text]
        && name.Split(':') is var parts
        && Enum.TryParse<DialogueAct>(parts[0], ignoreCase: true, out var act)
            ? new(writer, act, parts.ElementAtOrDefault(1), text)
            : null;
}
