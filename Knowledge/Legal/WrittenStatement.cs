using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Legal;

/// <summary>A sentence, an item of a list or a row of a table, as it is written in a section.</summary>
/// <param name="Start">Its offset in the section's text.</param>
/// <param name="Table">The table whose row it is; null for a sentence or an item.</param>
/// <param name="Introduction">The sentence with a colon before its list or table; null where there is none.</param>
internal sealed record WrittenStatement(int Start, int Length, string Text, TableRange? Table, WrittenStatement? Introduction)
{
    public int End => Start + Length;

    /// <summary>The statements of a section, in their order.</summary>
    public static IReadOnlyList<WrittenStatement> FindAll(string markdown)
    {
        var statements = new List<WrittenStatement>();
        WrittenStatement? introduction = null;
        TableRange? table = null;
        var row = 0;
        foreach (var (start, line) in SplitIntoLines(markdown))
        {
            if (line.TrimStart().StartsWith('|'))
            {
                table ??= FindTable(markdown, start);
                if (row++ >= HeadingRows)
                {
                    statements.Add(new(start, Math.Min(line.Length + 1, markdown.Length - start), line, table, introduction));
                }

                continue;
            }

            (table, row) = (null, 0);
            if (line.Trim().Length == 0)
            {
                continue;
            }

            var isItem = IsListItem(line);
            introduction = isItem ? introduction : null;
            foreach (var (from, length) in FindSentences(line))
            {
                statements.Add(new(start + from, length, line.Substring(from, length), null, introduction));
            }

            if (!isItem && line.TrimEnd().EndsWith(':'))
            {
                introduction = statements.LastOrDefault();
            }
        }

        return statements;
    }

    /// <summary>The line with the headings and the line of dashes.</summary>
    private const int HeadingRows = 2;

    private static IEnumerable<(int Start, string Line)> SplitIntoLines(string markdown)
    {
        var start = 0;
        foreach (var line in markdown.Split('\n'))
        {
            yield return (start, line);
            start += line.Length + 1;
        }
    }

    /// <summary>The sentences of a line; what a semicolon separates shares the clause named at the end.</summary>
    private static List<(int Start, int Length)> FindSentences(string line)
    {
        var sentences = new List<(int Start, int Length)>();
        var isOpen = false;
        foreach (var part in TextSplitter.SplitIntoSentences(line))
        {
            var at = line.IndexOf(part.Text, part.Start, StringComparison.Ordinal);
            if (isOpen)
            {
                sentences[^1] = sentences[^1] with { Length = at + part.Text.Length - sentences[^1].Start };
            }
            else
            {
                sentences.Add((at, part.Text.Length));
            }

            isOpen = part.Text.EndsWith(';');
        }

        return sentences;
    }

    private static TableRange FindTable(string markdown, int start)
    {
        var rows = SplitIntoLines(markdown[start..]).TakeWhile(line => line.Line.TrimStart().StartsWith('|')).ToList();
        return new(start, rows[^1].Start + rows[^1].Line.Length, rows.Count - HeadingRows);
    }

    private static bool IsListItem(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text is ['-' or '*' or '•', ' ', ..]
            || (text.Length > 0 && char.IsAsciiDigit(text[0]) && text.TrimStart("0123456789") is ['.', ' ', ..]);
    }
}
