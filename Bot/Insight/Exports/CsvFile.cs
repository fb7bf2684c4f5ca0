using System.Globalization;
using System.Text;

namespace PolicyAssistantBot.Insight.Exports;

/// <summary>Writes a table as CSV (RFC 4180) with a byte order mark, by which spreadsheets recognise UTF-8. Durations are in
/// hours.</summary>
internal static class CsvFile
{
    public static byte[] Write(StatisticsTable table)
    {
        var text = new StringBuilder("\uFEFF");
        AppendLine(text, table.Columns.Select(QuoteField));
        foreach (var row in table.Rows)
        {
            AppendLine(text, [QuoteField(row.Label), .. row.Cells.Select(FormatNumber)]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>
    /// Prevents CSV injection (OWASP): a spreadsheet evaluates text that begins like a formula, unless an apostrophe precedes it.
    /// </summary>
    public static string QuoteField(string text)
    {
        var isFormula =
            text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] || text is ['\t' or '\r' or '\n', ..];
        return $"\"{(isFormula ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string FormatNumber(Cell cell) =>
        (cell.Kind == CellKind.Duration ? cell.Value / 60 : cell.Value)?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private static void AppendLine(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields).Append("\r\n");
}
