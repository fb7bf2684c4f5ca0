using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Requests;

/// <summary>The state of a case; see <see cref="RequestRules"/> for the transitions.</summary>
public enum RequestStatus
{
    /// <summary>Waiting for an official to take it.</summary>
    Submitted,

    /// <summary>An official works on it.</summary>
    Assigned,

    /// <summary>The official asked a question; the next message of the asker is added to the case.</summary>
    WaitingForAsker,
    Answered,
    Closed,

    /// <summary>Open again after it was closed or answered.</summary>
    Reopened,

    /// <summary>Forwarded to another public body.</summary>
    Forwarded,

    /// <summary>Continued as part of another case.</summary>
    Merged,

    /// <summary>Withdrawn by the asker.</summary>
    Withdrawn,
}

public static class RequestStatusExtensions
{
    /// <summary>Whether the asker still waits for an answer.</summary>
    public static bool IsOpen(this RequestStatus status) =>
        status is RequestStatus.Submitted or RequestStatus.Assigned or RequestStatus.WaitingForAsker or RequestStatus.Reopened;
}
