using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Threads;

/// <summary>A file as the conversation shows it.</summary>
/// <param name="Address">Where it is downloaded; null while it cannot be.</param>
/// <param name="SentWith">The event of the official's message it was sent with; null for a file of the asker and for an unsent one.</param>
public sealed record ThreadFile(string Id, string Name, bool IsFromAsker, DateTimeOffset AddedAt, int? SentWith, string? Address)
{
    /// <summary>In bytes.</summary>
    public long Size { get; init; }
}

/// <summary>An entry of the conversation about a case.</summary>
public abstract record ThreadItem
{
    private ThreadItem() { }

    /// <summary>What the asker or an official wrote to the other.</summary>
    public sealed record Message(CaseEvent Event, string Text, IReadOnlyList<ThreadFile> Files) : ThreadItem;

    public sealed record Note(CaseNote Content) : ThreadItem;

    /// <summary>Files of the asker that came without a text.</summary>
    public sealed record AskerFiles(DateTimeOffset At, IReadOnlyList<ThreadFile> Content) : ThreadItem;

    /// <summary>What happened without words, folded together.</summary>
    public sealed record Events(IReadOnlyList<CaseEvent> Entries) : ThreadItem;
}

/// <summary>Brings history, notes and files of a case into one order, oldest first.</summary>
internal static class ThreadBuilder
{
    /// <param name="files">Oldest first; files that wait for a reply are left out.</param>
    public static IReadOnlyList<ThreadItem> Build(CaseWithHistory stored, IReadOnlyList<CaseNote> notes, IReadOnlyList<ThreadFile> files)
    {
        var entries = stored
            .History.Select(e => (e.At, Item: ToItem(e, stored.Request, files)))
            .Concat(notes.Select(note => (note.At, Item: (ThreadItem)new ThreadItem.Note(note))))
            .Concat(
                files
                    .Where(f => f.IsFromAsker && f.AddedAt > stored.Request.SubmittedAt)
                    .Select(f => (At: f.AddedAt, Item: (ThreadItem)new ThreadItem.AskerFiles(f.AddedAt, [f])))
            )
            .OrderBy(entry => entry.At)
            .Select(entry => entry.Item);
        var items = new List<ThreadItem>();
        foreach (var item in entries)
        {
            switch ((items.LastOrDefault(), item))
            {
                case (ThreadItem.Events before, ThreadItem.Events next) when !HasMerge(before) && !HasMerge(next):
                    items[^1] = new ThreadItem.Events([.. before.Entries, .. next.Entries]);
                    break;
                case (ThreadItem.AskerFiles before, ThreadItem.AskerFiles next):
                    items[^1] = before with { Content = [.. before.Content, .. next.Content] };
                    break;
                default:
                    items.Add(item);
                    break;
            }
        }

        return items;
    }

    /// <summary>What a conversation goes on from is not folded among other events.</summary>
    private static bool HasMerge(ThreadItem.Events events) =>
        events.Entries.Any(e => e.Kind is CaseEventKind.Merged or CaseEventKind.TookOver);

    private static ThreadItem ToItem(CaseEvent caseEvent, SupportRequest request, IReadOnlyList<ThreadFile> files)
    {
        var isFirst = caseEvent.Kind == CaseEventKind.Submitted;
        var text = isFirst ? request.Facts.Content : caseEvent.Text;
        return !isFirst && (text is null || !IsMessage(caseEvent))
            ? new ThreadItem.Events([caseEvent])
            : new ThreadItem.Message(
                caseEvent,
                text ?? "",
                [.. files.Where(f => isFirst ? f.IsFromAsker && f.AddedAt <= request.SubmittedAt : f.SentWith == caseEvent.Sequence)]
            );
    }

    private static bool IsMessage(CaseEvent caseEvent) =>
        caseEvent.Kind
            is CaseEventKind.Replied
                or CaseEventKind.AskedBack
                or CaseEventKind.AskerMessage
                or CaseEventKind.Closed
                or CaseEventKind.Reopened
                or CaseEventKind.Forwarded;
}
