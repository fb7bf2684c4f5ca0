using System.Runtime.InteropServices;

namespace PolicyAssistantBot.Benchmarks;

/// <summary>The processor time of this thread, which other programs do not change. Linux only; elsewhere the elapsed time.</summary>
internal static class ThreadCpuClock
{
    private const int ClockThreadCpuTimeId = 3;

    public static double Milliseconds()
    {
        if (!OperatingSystem.IsLinux() || GetClockTime(ClockThreadCpuTimeId, out var time) != 0)
        {
            return System.Diagnostics.Stopwatch.GetTimestamp() * 1000.0 / System.Diagnostics.Stopwatch.Frequency;
        }

        return (time.Seconds * 1000.0) + (time.Nanoseconds / 1e6);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetClockTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
