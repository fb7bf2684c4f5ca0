using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Requests.Clocks;

/// <summary>The deadlines of this product. Adding one: docs/architecture.md.</summary>
internal static class ClockDefinitions
{
    /// <summary>Runs until an official first answers or asks back, and is never paused.</summary>
    public static ClockDefinition FirstReply { get; } =
        new()
        {
            Key = "firstReply",
            Title = new LocalizedText("Trả lời lần đầu", "First reply"),
            InTimeTitle = new LocalizedText("Trả lời đúng hạn", "Replied on time"),
            Starts = entry => entry.Kind == RequestEventKind.Submitted,
            Stops = entry => entry.Kind is RequestEventKind.Replied or RequestEventKind.AskedBack || IsSettled(entry),
        };

    /// <summary>Runs until the case is answered or ends, and is paused while the asker has to answer.</summary>
    public static ClockDefinition Resolution { get; } =
        new()
        {
            Key = "resolution",
            Title = new LocalizedText("Giải quyết", "Resolution"),
            InTimeTitle = new LocalizedText("Giải quyết đúng hạn", "Resolved on time"),
            Starts = entry => !IsSettled(entry),
            Stops = IsSettled,
            Pauses = entry => entry.StatusAfter == RequestStatus.WaitingForAsker,
        };

    public static ClockList Default { get; } = new([FirstReply, Resolution]);

    private static bool IsSettled(RequestEvent entry) => !entry.StatusAfter.IsOpen();
}
