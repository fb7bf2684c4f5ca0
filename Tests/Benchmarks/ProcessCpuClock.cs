using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PolicyAssistantBot.Benchmarks;

/// <summary>The processor time of this process on all its threads. On Linux in nanoseconds, elsewhere in ticks.</summary>
internal static class ProcessCpuClock
{
    private const int ClockProcessCpuTimeId = 2;

    public static double Milliseconds()
    {
        if (!OperatingSystem.IsLinux() || GetClockTime(ClockProcessCpuTimeId, out var time) != 0)
        {
            return Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;
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
