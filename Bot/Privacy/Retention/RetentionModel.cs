using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Privacy.Retention;

/// <param name="Days">Null for data that is kept without limit.</param>
/// <param name="MinDays">The shortest period that the program allows; null where there is no period.</param>
/// <param name="Setting">The name of the setting; null where there is none.</param>
public sealed record RetentionRow(LocalizedText Name, int? Days, LocalizedText Afterwards, int? MinDays, string? Setting);

public sealed record RetentionModel(bool IsEnabled, IReadOnlyList<RetentionRow> Rows);
