using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Requests;

/// <summary>The state of a case; see <see cref="RequestRules"/> for what leads from one to another.</summary>
public enum RequestStatus
{
    /// <summary>Waits for an official to take it.</summary>
    Submitted,

    /// <summary>An official works on it.</summary>
    Assigned,

    /// <summary>The official asked back; the next message of the asker goes to the case.</summary>
    WaitingForAsker,
    Answered,
    Closed,

    /// <summary>Was closed or answered, and is open again.</summary>
    Reopened,

    /// <summary>Handed to another public body.</summary>
    Forwarded,

    /// <summary>Goes on as part of another case.</summary>
    Merged,

    /// <summary>Taken back by the asker.</summary>
    Withdrawn,
}

public static class RequestStatusExtensions
{
    /// <summary>Whether the asker still waits for an answer.</summary>
    public static bool IsOpen(this RequestStatus status) =>
        status is RequestStatus.Submitted or RequestStatus.Assigned or RequestStatus.WaitingForAsker or RequestStatus.Reopened;
}
