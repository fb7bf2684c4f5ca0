namespace PolicyAssistantBot.Desk.Settings;

/// <summary>Formats what a new version of a document changed: removed and added lines, or lines that changed places.</summary>
internal static class SettingChange
{
    public static string Describe(string before, string after)
    {
        var (oldLines, newLines) = (SplitLines(before), SplitLines(after));
        var (removed, added) = (string.Join(" / ", oldLines.Except(newLines)), string.Join(" / ", newLines.Except(oldLines)));
        return removed.Length + added.Length == 0 ? DescribeMove(oldLines, newLines)
            : removed.Length == 0 ? $": + {added}"
            : added.Length == 0 ? $": − {removed}"
            : $": {TrimCommonEnds(removed, added)}";
    }

    /// <summary>The first pair of lines whose order changed.</summary>
    private static string DescribeMove(List<string> oldLines, List<string> newLines) =>
        oldLines.Zip(newLines).Where(pair => pair.First != pair.Second).Select(pair => $": {pair.First} ⇅ {pair.Second}").FirstOrDefault()
        ?? "";

    /// <summary>The detail of a log entry is short, so the common beginning and end of two lines are left out.</summary>
    private static string TrimCommonEnds(string removed, string added)
    {
        const int ContextLength = 12;
        var shorterLength = Math.Min(removed.Length, added.Length);
        var prefixLength = 0;
        while (prefixLength < shorterLength && removed[prefixLength] == added[prefixLength])
        {
            prefixLength++;
        }

        var suffixLength = 0;
        while (suffixLength < shorterLength - prefixLength && removed[^(suffixLength + 1)] == added[^(suffixLength + 1)])
        {
            suffixLength++;
        }

        var (firstShown, cutFromEnd) = (Math.Max(0, prefixLength - ContextLength), Math.Max(0, suffixLength - ContextLength));
        var (opening, closing) = (firstShown > 0 ? "…" : "", cutFromEnd > 0 ? "…" : "");
        return $"{opening}{removed[firstShown..^cutFromEnd]} → {added[firstShown..^cutFromEnd]}{closing}";
    }

    private static List<string> SplitLines(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
