namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>A period that an article declares for statements whose clause has none of its own.</summary>
/// <param name="Id">The name by which a statement refers to it: <c>{@id}</c>.</param>
/// <param name="Then">The rule that applies after the last day; null where it has not been written.</param>
public sealed record OwnPeriod(string Id, ValidityPeriod InForce, LocalizedText? Then);

/// <summary>A reference <c>{@id}</c> of a statement to a period or a basis of its article.</summary>
/// <param name="Offset">Its place in the section's text, from which it was removed.</param>
public sealed record PeriodMark(int Offset, string Id);

/// <summary>A sentence, list item or table row that applies on some days only.</summary>
/// <param name="Start">Its offset in the section's text.</param>
/// <param name="InForce">The days on which it applies.</param>
/// <param name="Before">What is shown in its place before the first day.</param>
/// <param name="After">What is shown in its place after the last day.</param>
public sealed record DatedStatement(int Start, int Length, ValidityPeriod InForce, string Before, string After)
{
    /// <summary>The table whose row it is; null for a sentence.</summary>
    public TableRange? Table { get; init; }

    /// <summary>Whether its clause or period has the rule that applies after the last day.</summary>
    public bool HasThen { get; init; }
}

/// <summary>A table in a section's text.</summary>
/// <param name="Rows">The number of its rows, without the heading.</param>
public sealed record TableRange(int Start, int Length, int Rows);
