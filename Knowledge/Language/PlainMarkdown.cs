using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>Writes Markdown as the plain text of letters: lists stay lists, tables become lists, emphasis goes.</summary>
public static partial class PlainMarkdown
{
    public static string Write(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var written = new List<string>(lines.Length);
        string[]? columns = null;
        foreach (var line in lines)
        {
            if (!line.TrimStart().StartsWith('|'))
            {
                columns = null;
                written.Add(line);
            }
            else if (columns is null)
            {
                columns = SplitCells(line);
            }
            else if (!SeparatorRegex().IsMatch(line))
            {
                written.Add(WriteRow(columns, SplitCells(line)));
            }
        }

        var text = string.Join('\n', written).Replace("**", "", StringComparison.Ordinal);
        return EmphasisRegex().Replace(text, "${inner}").Trim();
    }

    /// <summary>A row names its columns, as a letter has none: <c>- Nhỏ: Tỷ lệ 50%; Mức trần 100 triệu đồng</c>.</summary>
    private static string WriteRow(string[] columns, string[] cells)
    {
        var named = cells.Skip(1).Select((cell, i) => i + 1 < columns.Length ? $"{columns[i + 1]} {cell}" : cell);
        return cells.Length < 2 ? $"- {string.Concat(cells)}" : $"- {cells[0]}: {string.Join("; ", named)}";
    }

    private static string[] SplitCells(string line) => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"\A[\s|:-]+\z")]
    private static partial Regex SeparatorRegex();

    /// <summary>Words of one line between asterisks; the asterisk of a list item has a space behind it.</summary>
    [GeneratedRegex(@"(?<![\w*])\*(?![\s*])(?<inner>[^*\n]+)(?<!\s)\*(?![\w*])", RegexOptions.ExplicitCapture)]
    private static partial Regex EmphasisRegex();
}
