using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Privacy.Retention;

/// <param name="Key">The kind of data, as in its address.</param>
/// <param name="Days">Null for data that is kept without limit.</param>
/// <param name="MinDays">The shortest period that the program allows; null where there is no period.</param>
/// <param name="MaxDays">The longest one.</param>
/// <param name="Setting">The name of the setting; null where there is none.</param>
/// <param name="IsChosen">Whether the period was chosen at the desk.</param>
public sealed record RetentionRow(
    string Key,
    LocalizedText Name,
    int? Days,
    LocalizedText Afterwards,
    int? MinDays,
    int? MaxDays,
    string? Setting,
    bool IsChosen
);

/// <param name="CanChange">Whether the reader is an administrator.</param>
public sealed record RetentionModel(bool IsEnabled, IReadOnlyList<RetentionRow> Rows, bool CanChange, bool IsSaved);

/// <summary>The form for the period of one kind of data.</summary>
/// <param name="Configured">The period of the server's configuration, in days.</param>
/// <param name="Version">The version of the chosen periods that the form was made from.</param>
/// <param name="Value">What stands in the box.</param>
public sealed record RetentionEditModel(RetentionRow Row, int Configured, int Version, string Value, string Reason)
{
    public bool IsOutOfRange { get; init; }

    /// <summary>Whether it was not confirmed that a shorter period deletes data.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>Whether somebody else changed a period in the meantime.</summary>
    public bool IsStale { get; init; }
}
