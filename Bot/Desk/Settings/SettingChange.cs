namespace PolicyAssistantBot.Desk.Settings;

/// <summary>What a new version of a document changed: its lines that are gone and its lines that are new, or what changed places.</summary>
internal static class SettingChange
{
    public static string Describe(string before, string after)
    {
        var (oldLines, newLines) = (ReadLines(before), ReadLines(after));
        var (removed, added) = (string.Join(" / ", oldLines.Except(newLines)), string.Join(" / ", newLines.Except(oldLines)));
        return removed.Length + added.Length == 0 ? DescribeMove(oldLines, newLines)
            : removed.Length == 0 ? $": + {added}"
            : added.Length == 0 ? $": − {removed}"
            : $": {ShortenEnds(removed, added)}";
    }

    /// <summary>The first lines that stand in another order.</summary>
    private static string DescribeMove(List<string> oldLines, List<string> newLines) =>
        oldLines.Zip(newLines).Where(pair => pair.First != pair.Second).Select(pair => $": {pair.First} ⇅ {pair.Second}").FirstOrDefault()
        ?? "";

    /// <summary>The detail of an event is short: what two lines have in common at their ends is left out.</summary>
    private static string ShortenEnds(string removed, string added)
    {
        const int Context = 12;
        var shortest = Math.Min(removed.Length, added.Length);
        var start = 0;
        while (start < shortest && removed[start] == added[start])
        {
            start++;
        }

        var end = 0;
        while (end < shortest - start && removed[^(end + 1)] == added[^(end + 1)])
        {
            end++;
        }

        var (from, kept) = (Math.Max(0, start - Context), Math.Max(0, end - Context));
        return $"{(from > 0 ? "…" : "")}{removed[from..^kept]} → {added[from..^kept]}{(kept > 0 ? "…" : "")}";
    }

    private static List<string> ReadLines(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
