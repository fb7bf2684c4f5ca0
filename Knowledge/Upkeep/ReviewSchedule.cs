using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Upkeep;

/// <summary>When each article is to be compared with its sources again.</summary>
public sealed class ReviewSchedule
{
    /// <summary>An article that ends is reviewed this many days before its end.</summary>
    private const int DaysBeforeEnd = 30;

    private readonly IReadOnlyList<ReviewInterval> intervals;

    /// <exception cref="InvalidDataException">No line is for all the other articles.</exception>
    internal ReviewSchedule(IReadOnlyList<ReviewInterval> intervals)
    {
        if (!intervals.Any(interval => interval is { Keys.Count: 0, Topic: null }))
        {
            throw new InvalidDataException("The last interval must be for all other articles.");
        }

        this.intervals = intervals;
    }

    /// <summary>The schedule that is shipped with the program.</summary>
    public static ReviewSchedule Default { get; } = Load(Path.Combine(YamlData.Folder, "Upkeep", "intervals.yaml"));

    public static ReviewSchedule Load(string path) => new(YamlData.Load<IntervalsFile>(path).Intervals);

    /// <summary>
    /// The interval after the last check, or earlier: a month before the article ends, or on the day that its editor chose.
    /// </summary>
    public DateOnly GetNextReview(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var next = article.Checked.AddDays(GetMaxDays(article));
        if (article.InForce.Until?.AddDays(-DaysBeforeEnd) is { } beforeEnd && beforeEnd > article.Checked && beforeEnd < next)
        {
            next = beforeEnd;
        }

        return article.ReviewOn is { } chosen && chosen < next ? chosen : next;
    }

    /// <summary>The most days between two checks of the article.</summary>
    public int GetMaxDays(Article article) => intervals.First(interval => interval.AppliesTo(article)).Days;

    private sealed record IntervalsFile
    {
        public List<ReviewInterval> Intervals { get; init; } = [];
    }
}

/// <summary>One line of the schedule; without keys and topic it fits every article.</summary>
internal sealed record ReviewInterval
{
    public IReadOnlyList<string> Keys { get; init; } = [];

    public string? Topic { get; init; }

    public int Days { get; init; }

    public bool AppliesTo(Article article) =>
        (Topic is null || article.Topic == Topic)
        && (Keys.Count == 0 || Keys.Any(key => article.Key.StartsWith(key, StringComparison.Ordinal)));
}
