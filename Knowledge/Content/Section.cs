using System.Text.Json.Serialization;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>A section of an article under one heading.</summary>
/// <param name="Id">
/// The id, the same in both languages: <c>answer</c>, <c>who</c>, <c>amount</c>, <c>how</c>, <c>papers</c>,
/// <c>time</c>, <c>mistakes</c>, <c>next</c>, …
/// </param>
/// <param name="Markdown">The body, without the heading.</param>
public sealed record Section(string Id, string Heading, string Markdown)
{
    /// <summary>The periods that the text names, by their place in <see cref="Markdown"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<PeriodMark> Marks { get; init; } = [];

    /// <summary>The statements that do not hold on every day of the article's own period, in their order.</summary>
    [JsonIgnore]
    public IReadOnlyList<DatedStatement> DatedStatements { get; init; } = [];

    public bool IsInForceOn(DateOnly day) =>
        DatedStatements.Count == 0 || DatedStatements.All(statement => statement.InForce.Contains(day));
}
