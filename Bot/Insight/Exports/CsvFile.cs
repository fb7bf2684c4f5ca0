using System.Globalization;
using System.Text;

namespace PolicyAssistantBot.Insight.Exports;

/// <summary>A table as RFC 4180 text, with the mark by which spreadsheets know UTF-8. Spans are hours.</summary>
internal static class CsvFile
{
    public static byte[] Write(FigureTable table)
    {
        var text = new StringBuilder("\uFEFF");
        Append(text, table.Columns.Select(Field));
        foreach (var row in table.Rows)
        {
            Append(text, [Field(row.Label), .. row.Cells.Select(Number)]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>
    /// A spreadsheet would calculate what begins like a formula (OWASP, "CSV Injection"): an apostrophe keeps it text.
    /// </summary>
    public static string Field(string text)
    {
        var isFormula =
            text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] || text is ['\t' or '\r' or '\n', ..];
        return $"\"{(isFormula ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Number(Cell cell) =>
        (cell.Kind == CellKind.Span ? cell.Value / 60 : cell.Value)?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private static void Append(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields).Append("\r\n");
}
