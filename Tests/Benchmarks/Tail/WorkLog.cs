using System.Diagnostics;

namespace PolicyAssistantBot.Benchmarks.Tail;

/// <summary>When which work ran beside the turns.</summary>
internal sealed class WorkLog
{
    private readonly List<(string Kind, long From, long To)> entries = [];

    public IReadOnlyList<string> Kinds
    {
        get
        {
            lock (entries)
            {
                return [.. entries.Select(entry => entry.Kind).Distinct(StringComparer.Ordinal)];
            }
        }
    }

    public async Task RunAsync(string kind, Func<Task> work)
    {
        var from = Stopwatch.GetTimestamp();
        await work();
        lock (entries)
        {
            entries.Add((kind, from, Stopwatch.GetTimestamp()));
        }
    }

    /// <summary>The kinds of work that ran in a period.</summary>
    public IReadOnlyList<string> Find(long from, long to)
    {
        lock (entries)
        {
            return
            [
                .. entries
                    .Where(entry => entry.From < to && entry.To > from)
                    .Select(entry => entry.Kind)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];
        }
    }

    public int Count(string kind)
    {
        lock (entries)
        {
            return entries.Count(entry => entry.Kind == kind);
        }
    }

    public double MeanMilliseconds(string kind)
    {
        lock (entries)
        {
            return entries
                .Where(entry => entry.Kind == kind)
                .Average(entry => Stopwatch.GetElapsedTime(entry.From, entry.To).TotalMilliseconds);
        }
    }
}
