using System.Runtime.InteropServices;

namespace PolicyAssistantBot.Benchmarks.Start;

/// <summary>The processor time of all processes that this one started and that have ended; Linux only.</summary>
internal static class ChildrenCpuClock
{
    private const int Children = -1;

    /// <summary>The words of the system's structure: the first four are the two times in seconds and microseconds.</summary>
    private const int UsageWords = 18;

    public static double Milliseconds()
    {
        var usage = new long[UsageWords];
        return GetUsage(Children, usage) == 0
            ? ((usage[0] + usage[2]) * 1000.0) + ((usage[1] + usage[3]) / 1000.0)
            : throw new NotSupportedException("The processor time of other processes cannot be read.");
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
