using System.Runtime.InteropServices;

namespace PolicyAssistantBot.Benchmarks;

/// <summary>The processor time of this thread: what something costs when other programs keep the machine busy. Linux only; elsewhere the
/// time of day.</summary>
internal static class ThreadClock
{
    private const int ThreadProcessorTime = 3;

    public static double Milliseconds()
    {
        if (!OperatingSystem.IsLinux() || Read(ThreadProcessorTime, out var time) != 0)
        {
            return System.Diagnostics.Stopwatch.GetTimestamp() * 1000.0 / System.Diagnostics.Stopwatch.Frequency;
        }

        return (time.Seconds * 1000.0) + (time.Nanoseconds / 1e6);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
