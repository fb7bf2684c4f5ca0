using System.Text;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>
/// The section with the statements that apply on a day. Each notice about a change is shown once, in the place of the first statement that
/// it replaces; for the rows of a table it follows the table.
/// </summary>
internal static partial class SectionOnDay
{
    public static Section Create(Section section, DateOnly day)
    {
        if (section.IsInForceOn(day))
        {
            return section;
        }

        var notices = new HashSet<string>(StringComparer.Ordinal);
        var edits = new List<Edit>();
        foreach (
            var group in section.DatedStatements.Where(statement => !statement.InForce.Contains(day)).GroupBy(statement => statement.Table)
        )
        {
            if (group.Key is { } table)
            {
                edits.AddRange(EditTable(table, [.. group], day, notices));
            }
            else
            {
                edits.AddRange(
                    group.Select(sentence => new Edit(
                        sentence.Start,
                        sentence.Length,
                        notices.Add(GetNotice(sentence, day)) ? GetNotice(sentence, day) : ""
                    ))
                );
            }
        }

        return section with
        {
            Markdown = ApplyEdits(section.Markdown, edits),
            Marks = [],
            DatedStatements = [],
        };
    }

    private static IEnumerable<Edit> EditTable(TableRange table, List<DatedStatement> rows, DateOnly day, HashSet<string> notices)
    {
        var noticeText = string.Join("\n\n", rows.Select(row => GetNotice(row, day)).Where(notices.Add));
        if (rows.Count == table.Rows)
        {
            return [new Edit(table.Start, table.Length, noticeText)];
        }

        return rows.Select(row => new Edit(row.Start, row.Length, ""))
            .Append(new Edit(table.Start + table.Length, 0, noticeText.Length == 0 ? "" : $"\n\n{noticeText}"));
    }

    private static string GetNotice(DatedStatement statement, DateOnly day) =>
        day < statement.InForce.From ? statement.Before : statement.After;

    private static string ApplyEdits(string text, List<Edit> edits)
    {
        var result = new StringBuilder(text);
        foreach (var edit in edits.OrderByDescending(edit => edit.Start))
        {
            result.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.Text);
        }

        var lines = result.ToString().Split('\n').Select(line => DoubleSpaceRegex().Replace(line.TrimEnd(), " "));
        return BlankLinesRegex().Replace(string.Join('\n', lines.Where(line => !EmptyListItemRegex().IsMatch(line))), "\n\n").Trim();
    }

    private readonly record struct Edit(int Start, int Length, string Text);

    [GeneratedRegex(@"^\s*([-*•]|\d+\.)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex EmptyListItemRegex();

    [GeneratedRegex(@"(?<=\S) {2,}")]
    private static partial Regex DoubleSpaceRegex();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLinesRegex();
}
