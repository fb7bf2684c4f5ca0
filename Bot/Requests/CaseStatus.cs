using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Requests;

/// <summary>The status of a case; see <see cref="CaseRules"/> for the transitions.</summary>
public enum CaseStatus
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

    /// <summary>Forwarded to another authority.</summary>
    Forwarded,

    /// <summary>Continued as part of another case.</summary>
    Merged,

    /// <summary>Withdrawn by the asker.</summary>
    Withdrawn,
}

public static class CaseStatusExtensions
{
    /// <summary>Whether the asker still waits for an answer.</summary>
    public static bool IsOpen(this CaseStatus status) =>
        status is CaseStatus.Submitted or CaseStatus.Assigned or CaseStatus.WaitingForAsker or CaseStatus.Reopened;
}
