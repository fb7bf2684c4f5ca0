namespace PolicyAssistantBot.Design;

/// <summary>Writes a field of CSV (RFC 4180).</summary>
internal static class CsvField
{
    /// <summary>
    /// Prevents CSV injection (OWASP): a spreadsheet evaluates text that begins like a formula, unless an apostrophe precedes it.
    /// </summary>
    public static string Quote(string text)
    {
        var isFormula =
            text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] || text is ['\t' or '\r' or '\n', ..];
        return $"\"{(isFormula ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
