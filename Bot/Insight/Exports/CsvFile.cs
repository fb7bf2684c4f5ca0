using System.Globalization;
using System.Text;
using PolicyAssistantBot.Design;

namespace PolicyAssistantBot.Insight.Exports;

/// <summary>Writes a table as CSV (RFC 4180) with a byte order mark, by which spreadsheets recognise UTF-8. Durations are in
/// hours.</summary>
internal static class CsvFile
{
    public static byte[] Write(StatisticsTable table)
    {
        var text = new StringBuilder("\uFEFF");
        AppendLine(text, table.Columns.Select(CsvField.Quote));
        foreach (var row in table.Rows)
        {
            AppendLine(text, [CsvField.Quote(row.Label), .. row.Cells.Select(FormatNumber)]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string FormatNumber(Cell cell) =>
        (cell.Kind == CellKind.Duration ? cell.Value / 60 : cell.Value)?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private static void AppendLine(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields).Append("\r\n");
}
