using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>The time that a clock allows.</summary>
/// <param name="IsDays">
/// Working days, counted from the next day and ending when work ends on the last one; otherwise working hours, counted at once.
/// </param>
public sealed record TimeLimit(int Amount, bool IsDays);

/// <summary>One clock of one case.</summary>
/// <param name="Key">The <see cref="DeadlineDefinition.Key"/>.</param>
/// <param name="CountsFrom">The first moment that counts.</param>
/// <param name="Budget">The working time that is allowed.</param>
/// <param name="EndsWithDay">The deadline is when work ends on the day in which the budget is used up.</param>
/// <param name="Used">The working time that was used before <paramref name="RunningSince"/>.</param>
/// <param name="RunningSince">Null while the clock is paused and after it stopped.</param>
/// <param name="DueAt">Null while the clock is paused, because the deadline is not known then.</param>
/// <param name="Warned">The highest percentage for which a warning was given.</param>
public sealed record CaseDeadline(
    [property: JsonPropertyName("kind")] string Key,
    DateTimeOffset StartedAt,
    DateTimeOffset CountsFrom,
    TimeSpan Budget,
    bool EndsWithDay,
    TimeSpan Used,
    DateTimeOffset? RunningSince,
    DateTimeOffset? DueAt,
    DateTimeOffset? StoppedAt,
    int Warned
)
{
    public bool IsRunning => RunningSince is not null;

    public bool IsPaused => RunningSince is null && StoppedAt is null;

    /// <summary>Whether the deadline passed before the clock stopped.</summary>
    public bool IsLate(DateTimeOffset now) => DueAt < (StoppedAt ?? now);
}

/// <summary>The clocks of a case that have started, in the order of their definitions.</summary>
[JsonConverter(typeof(CaseDeadlinesConverter))]
public sealed record CaseDeadlines(IReadOnlyList<CaseDeadline> All)
{
    public IEnumerable<CaseDeadline> Running => All.Where(clock => clock.IsRunning);

    /// <summary>The running clock with the earliest deadline; null when none is running.</summary>
    public CaseDeadline? Next => Running.MinBy(clock => clock.DueAt);

    /// <returns>Null when the clock has not started.</returns>
    public CaseDeadline? Find(string key) => All.FirstOrDefault(clock => clock.Key == key);

    public bool Equals(CaseDeadlines? other) => other is not null && All.SequenceEqual(other.All);

    public override int GetHashCode() => All.Aggregate(0, HashCode.Combine);
}

/// <summary>
/// Stores the clocks as one JSON object with a property for each, as when there were only <c>firstReply</c> and <c>resolution</c>: older
/// data can be read, and an older version can read newer data. Older data also has <c>next</c> and <c>running</c>, which repeat clocks.
/// </summary>
internal sealed class CaseDeadlinesConverter : JsonConverter<CaseDeadlines>
{
    public override CaseDeadlines Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var stored = JsonDocument.ParseValue(ref reader);
        return new CaseDeadlines([
            .. from property in stored.RootElement.EnumerateObject()
            where property.Value.ValueKind == JsonValueKind.Object
            let clock = property.Value.Deserialize<CaseDeadline>(options)
            where clock.Key == property.Name
            select clock,
        ]);
    }

    public override void Write(Utf8JsonWriter writer, CaseDeadlines value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.All.ToDictionary(clock => clock.Key, StringComparer.Ordinal), options);
}
