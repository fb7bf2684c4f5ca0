using System.Globalization;

namespace PolicyAssistantBot.Requests;

/// <summary>What an official took back before the asker was told stays in the history, and counts for nothing.</summary>
internal static class UndoneEvents
{
    /// <summary>Whether an event of this kind can be taken back before the asker is told.</summary>
    public static bool CanBeUndone(CaseEventKind kind) =>
        kind is CaseEventKind.Replied or CaseEventKind.AskedBack or CaseEventKind.Closed or CaseEventKind.Forwarded;

    /// <summary>The place of the first event that this one takes back; null for an event of another kind.</summary>
    public static int? GetFirstSequence(CaseEvent caseEvent) =>
        caseEvent is { Kind: CaseEventKind.Undone, Detail: { } detail }
        && int.TryParse(detail, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            ? first
            : null;

    /// <summary>The history that counts for deadlines and for the asker.</summary>
    public static IReadOnlyList<CaseEvent> RemoveUndone(IReadOnlyList<CaseEvent> history)
    {
        if (history.All(e => e.Kind != CaseEventKind.Undone))
        {
            return history;
        }

        var kept = new List<CaseEvent>(history.Count);
        foreach (var entry in history)
        {
            if (GetFirstSequence(entry) is { } first)
            {
                kept.RemoveAll(e => e.Sequence >= first);
            }
            else
            {
                kept.Add(entry);
            }
        }

        return kept;
    }
}
