using System.Text;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>
/// A section as it holds on a day. Each notice about what changed is shown once, in the place of the first statement that it replaces;
/// for the rows of a table it follows the table.
/// </summary>
internal static partial class SectionOnDay
{
    public static Section Of(Section section, DateOnly day)
    {
        if (section.HoldsOn(day))
        {
            return section;
        }

        var notices = new HashSet<string>(StringComparer.Ordinal);
        var edits = new List<Edit>();
        foreach (var group in section.Dated.Where(statement => !statement.InForce.Contains(day)).GroupBy(statement => statement.Table))
        {
            if (group.Key is { } table)
            {
                edits.AddRange(OfTable(table, [.. group], day, notices));
            }
            else
            {
                edits.AddRange(
                    group.Select(sentence => new Edit(
                        sentence.Start,
                        sentence.Length,
                        notices.Add(Notice(sentence, day)) ? Notice(sentence, day) : ""
                    ))
                );
            }
        }

        return section with
        {
            Markdown = Apply(section.Markdown, edits),
            Marks = [],
            Dated = [],
        };
    }

    private static IEnumerable<Edit> OfTable(TableRange table, List<DatedStatement> rows, DateOnly day, HashSet<string> notices)
    {
        var told = string.Join("\n\n", rows.Select(row => Notice(row, day)).Where(notices.Add));
        if (rows.Count == table.Rows)
        {
            return [new Edit(table.Start, table.Length, told)];
        }

        return rows.Select(row => new Edit(row.Start, row.Length, ""))
            .Append(new Edit(table.Start + table.Length, 0, told.Length == 0 ? "" : $"\n\n{told}"));
    }

    private static string Notice(DatedStatement statement, DateOnly day) =>
        day < statement.InForce.From ? statement.Before : statement.After;

    private static string Apply(string text, List<Edit> edits)
    {
        var result = new StringBuilder(text);
        foreach (var edit in edits.OrderByDescending(edit => edit.Start))
        {
            result.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.Text);
        }

        var lines = result.ToString().Split('\n').Select(line => DoubleSpace().Replace(line.TrimEnd(), " "));
        return BlankLines().Replace(string.Join('\n', lines.Where(line => !OnlyMarker().IsMatch(line))), "\n\n").Trim();
    }

    private readonly record struct Edit(int Start, int Length, string Text);

    [GeneratedRegex(@"^\s*([-*•]|\d+\.)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyMarker();

    [GeneratedRegex(@"(?<=\S) {2,}")]
    private static partial Regex DoubleSpace();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();
}
