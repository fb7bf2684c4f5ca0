using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>The deadlines of this product. Adding one: docs/architecture.md.</summary>
internal static class DeadlineDefinitions
{
    /// <summary>Runs until an official first answers or asks for information, and is never paused. Closing is no reply.</summary>
    public static DeadlineDefinition FirstReply { get; } =
        new()
        {
            Key = "firstReply",
            Title = new LocalizedText("Trả lời lần đầu", "First reply"),
            OnTimeRateTitle = new LocalizedText("Trả lời đúng hạn", "Replied on time"),
            Starts = caseEvent => caseEvent.Kind == CaseEventKind.Submitted,
            Stops = caseEvent => caseEvent.Kind is CaseEventKind.Replied or CaseEventKind.AskedBack || IsSettled(caseEvent),
            Drops = caseEvent => caseEvent.Kind == CaseEventKind.Closed,
        };

    /// <summary>Runs until the case is answered or ends, and is paused while the asker has to answer.</summary>
    public static DeadlineDefinition Resolution { get; } =
        new()
        {
            Key = "resolution",
            Title = new LocalizedText("Giải quyết", "Resolution"),
            OnTimeRateTitle = new LocalizedText("Giải quyết đúng hạn", "Resolved on time"),
            Starts = caseEvent => !IsSettled(caseEvent),
            Stops = IsSettled,
            Pauses = caseEvent => caseEvent.StatusAfter == CaseStatus.WaitingForAsker,
        };

    public static DeadlineDefinitionList Default { get; } = new([FirstReply, Resolution]);

    private static bool IsSettled(CaseEvent caseEvent) => !caseEvent.StatusAfter.IsOpen();
}
