using System.Numerics;
using System.Runtime.InteropServices;

namespace PolicyAssistantBot.Knowledge.Search.Scoring;

/// <summary>Vectorised scans over the sums of a range of passages.</summary>
internal static class SumScan
{
    /// <summary>
    /// When fewer than one passage in this many is still a candidate, the codes of common terms are looked up
    /// instead of reading their lists.
    /// </summary>
    private const int FewCandidatesDivisor = 8;

    /// <summary>Whether only few passages of a range can still reach the top k.</summary>
    public static bool AreFewCandidates(ReadOnlySpan<float> sums, float threshold)
    {
        if (threshold <= 0)
        {
            return false;
        }

        var (thresholds, hits) = (new Vector<float>(threshold), Vector<int>.Zero);
        foreach (var vector in MemoryMarshal.Cast<float, Vector<float>>(sums))
        {
            hits -= Vector.GreaterThanOrEqual(vector, thresholds);
        }

        var openCount = Vector.Sum(hits);
        foreach (var sum in sums[^(sums.Length % Vector<float>.Count)..])
        {
            openCount += sum >= threshold ? 1 : 0;
        }

        return openCount <= sums.Length / FewCandidatesDivisor;
    }

    /// <summary>The first index, from a given one on, whose sum is at least the floor; the length when there is none.</summary>
    public static int FindNextAtLeast(ReadOnlySpan<float> sums, int start, float minSum)
    {
        var thresholds = new Vector<float>(minSum);
        while (start < sums.Length)
        {
            if (start + Vector<float>.Count <= sums.Length && !Vector.GreaterThanOrEqualAny(new Vector<float>(sums[start..]), thresholds))
            {
                start += Vector<float>.Count;
                continue;
            }

            if (sums[start] >= minSum)
            {
                return start;
            }

            start++;
        }

        return sums.Length;
    }
}
