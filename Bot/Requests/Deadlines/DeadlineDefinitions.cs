using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>The deadlines of this product. Adding one: docs/architecture.md.</summary>
internal static class DeadlineDefinitions
{
    /// <summary>Runs until an official first answers or asks back, and is never paused.</summary>
    public static DeadlineDefinition FirstReply { get; } =
        new()
        {
            Key = "firstReply",
            Title = new LocalizedText("Trả lời lần đầu", "First reply"),
            InTimeTitle = new LocalizedText("Trả lời đúng hạn", "Replied on time"),
            Starts = entry => entry.Kind == CaseEventKind.Submitted,
            Stops = entry => entry.Kind is CaseEventKind.Replied or CaseEventKind.AskedBack || IsSettled(entry),
        };

    /// <summary>Runs until the case is answered or ends, and is paused while the asker has to answer.</summary>
    public static DeadlineDefinition Resolution { get; } =
        new()
        {
            Key = "resolution",
            Title = new LocalizedText("Giải quyết", "Resolution"),
            InTimeTitle = new LocalizedText("Giải quyết đúng hạn", "Resolved on time"),
            Starts = entry => !IsSettled(entry),
            Stops = IsSettled,
            Pauses = entry => entry.StatusAfter == CaseStatus.WaitingForAsker,
        };

    public static DeadlineDefinitionList Default { get; } = new([FirstReply, Resolution]);

    private static bool IsSettled(CaseEvent entry) => !entry.StatusAfter.IsOpen();
}
