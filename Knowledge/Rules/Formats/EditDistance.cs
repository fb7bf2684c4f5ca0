namespace PolicyAssistantBot.Knowledge.Rules.Formats;

/// <summary>
/// The edit distance between two words: insertions, deletions, replacements and swaps of adjacent letters (optimal string alignment).
/// </summary>
internal static class EditDistance
{
    public static int Compute(string a, string b)
    {
        var (rowBeforePrevious, previousRow, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            previousRow[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(previousRow[j] + 1, row[j - 1] + 1), previousRow[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], rowBeforePrevious[j - 2] + 1);
                }
            }

            (rowBeforePrevious, previousRow, row) = (previousRow, row, rowBeforePrevious);
        }

        return previousRow[b.Length];
    }
}
