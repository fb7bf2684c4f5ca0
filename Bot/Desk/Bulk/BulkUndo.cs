using PolicyAssistantBot.Requests.Notices;

namespace PolicyAssistantBot.Desk.Bulk;

/// <summary>What was done with several cases and can still be taken back.</summary>
/// <param name="Back">The list to return to.</param>
public sealed record BulkUndo(IReadOnlyList<UndoOffer> Offers, DateTimeOffset At, string Back);
