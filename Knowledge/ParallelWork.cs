using System.Runtime.InteropServices;

namespace PolicyAssistantBot.Knowledge;

/// <summary>
/// The independent parts of building and learning. While a process starts they run at the same time. Beside turns they run one after the
/// other on one thread: on all threads of the pool they would keep turns waiting until the pool has grown, half a second for each thread.
/// </summary>
internal static class ParallelWork
{
    /// <summary>Of a thread that learns: turns come first, and it still gets on beside them.</summary>
    private const int LearningNiceness = 5;

    private const int PriorityOfThread = 0;

    [ThreadStatic]
    private static bool isOneThread;

    public static void Invoke(params Action[] parts)
    {
        if (isOneThread)
        {
            Array.ForEach(parts, part => part());
            return;
        }

        Parallel.Invoke(parts);
    }

    public static void For(int from, int to, Action<int> work)
    {
        if (!isOneThread)
        {
            Parallel.For(from, to, new ParallelOptions { MaxDegreeOfParallelism = 2 }, work);
            return;
        }

        for (var i = from; i < to; i++)
        {
            work(i);
        }
    }

    /// <summary>The results in the order of the items.</summary>
    public static TResult[] Select<T, TResult>(IEnumerable<T> items, Func<T, TResult> compute) =>
        isOneThread ? [.. items.Select(compute)] : [.. items.AsParallel().AsOrdered().Select(compute)];

    /// <summary>Computes on this thread alone.</summary>
    public static TResult OnOneThread<TResult>(Func<TResult> compute)
    {
        var before = isOneThread;
        isOneThread = true;
        try
        {
            return compute();
        }
        finally
        {
            isOneThread = before;
        }
    }

    /// <inheritdoc cref="RunBehind{TResult}"/>
    public static Task RunBehind(Action work) =>
        RunBehind(() =>
        {
            work();
            return true;
        });

    /// <summary>Works on a new thread alone, behind everything else that the machine has to do.</summary>
    public static Task<TResult> RunBehind<TResult>(Func<TResult> work) =>
        Task.Factory.StartNew(
            () =>
            {
                if (OperatingSystem.IsLinux())
                {
                    // Of this thread only. Thread.Priority has no effect on Linux; where this fails the thread works like any other.
                    _ = SetPriority(PriorityOfThread, 0, LearningNiceness);
                }

                return OnOneThread(work);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default
        );

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int niceness);
}
