using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>The time within which a deadline must be met.</summary>
/// <param name="IsDays">Working days, counted from the next day and ending when work ends on the last one; otherwise working hours,
/// counted at once.
/// </param>
public sealed record TimeLimit(int Amount, bool IsDays);

/// <summary>One deadline of one case. It works like a timer: it starts, pauses and stops with the events of the case.</summary>
/// <param name="Key">The <see cref="DeadlineDefinition.Key"/>.</param>
/// <param name="CountsFrom">The first moment that counts.</param>
/// <param name="AllowedTime">The working time in which the deadline must be met.</param>
/// <param name="EndsWithDay">True if the deadline is the end of work on the day on which the time is used up.</param>
/// <param name="UsedTime">The working time that was used before <paramref name="RunningSince"/>.</param>
/// <param name="RunningSince">Null while the deadline is paused and after it was stopped.</param>
/// <param name="DueAt">Null while the deadline is paused, because the time is not known then.</param>
/// <param name="WarnedPercent">The highest percentage for which a warning was given.</param>
public sealed record CaseDeadline(
    [property: JsonPropertyName("kind")] string Key,
    DateTimeOffset StartedAt,
    DateTimeOffset CountsFrom,
    [property: JsonPropertyName("budget")] TimeSpan AllowedTime,
    bool EndsWithDay,
    [property: JsonPropertyName("used")] TimeSpan UsedTime,
    DateTimeOffset? RunningSince,
    DateTimeOffset? DueAt,
    DateTimeOffset? StoppedAt,
    [property: JsonPropertyName("warned")] int WarnedPercent
)
{
    public bool IsRunning => RunningSince is not null;

    public bool IsPaused => RunningSince is null && StoppedAt is null;

    /// <summary>Whether the time was up before the deadline was stopped.</summary>
    public bool IsLate(DateTimeOffset now) => DueAt < (StoppedAt ?? now);
}

/// <summary>The deadlines of a case that have started, in the order of their definitions.</summary>
[JsonConverter(typeof(CaseDeadlinesConverter))]
public sealed record CaseDeadlines(IReadOnlyList<CaseDeadline> All)
{
    public IEnumerable<CaseDeadline> Running => All.Where(deadline => deadline.IsRunning);

    /// <summary>The running deadline that is due first; null when none is running.</summary>
    public CaseDeadline? Next => Running.MinBy(deadline => deadline.DueAt);

    /// <returns>Null when the deadline has not started.</returns>
    public CaseDeadline? Find(string key) => All.FirstOrDefault(deadline => deadline.Key == key);

    public bool Equals(CaseDeadlines? other) => other is not null && All.SequenceEqual(other.All);

    public override int GetHashCode() => All.Aggregate(0, HashCode.Combine);
}

/// <summary>
/// Stores the deadlines as one JSON object with a property for each, as when there were only <c>firstReply</c> and <c>resolution</c>: older
/// data can be read, and an older version can read newer data. Older data also has <c>next</c> and <c>running</c>, which repeat deadlines.
/// </summary>
internal sealed class CaseDeadlinesConverter : JsonConverter<CaseDeadlines>
{
    public override CaseDeadlines Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var stored = JsonDocument.ParseValue(ref reader);
        return new CaseDeadlines([
            .. from property in stored.RootElement.EnumerateObject()
            where property.Value.ValueKind == JsonValueKind.Object
            let deadline = property.Value.Deserialize<CaseDeadline>(options)
            where deadline.Key == property.Name
            select deadline,
        ]);
    }

    public override void Write(Utf8JsonWriter writer, CaseDeadlines value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.All.ToDictionary(deadline => deadline.Key, StringComparer.Ordinal), options);
}
