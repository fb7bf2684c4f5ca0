namespace PolicyAssistantBot.Knowledge.Understanding.Matters;

/// <summary>In how many texts each hashed unit (a word or a pair of adjacent words) occurs.</summary>
/// <param name="Units">Sorted.</param>
internal sealed record UnitCounts(uint[] Units, int[] Counts)
{
    /// <param name="occurrences">The units of all texts, each once a text; the array is sorted.</param>
    public static UnitCounts Create(uint[] occurrences)
    {
        Array.Sort(occurrences);
        List<uint> units = [];
        List<int> counts = [];
        foreach (var unit in occurrences)
        {
            if (units.Count == 0 || units[^1] != unit)
            {
                units.Add(unit);
                counts.Add(0);
            }

            counts[^1]++;
        }

        return new([.. units], [.. counts]);
    }

    public int Find(uint unit) => Array.BinarySearch(Units, unit) is var index and >= 0 ? Counts[index] : 0;
}
