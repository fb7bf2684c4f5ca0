using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;

namespace PolicyAssistantBot.Insight;

/// <summary>Computes the measurements of a case from its events, as pure functions.</summary>
internal static class CaseFigures
{
    public static CaseFigure ForNewCase(SupportRequest request) =>
        new()
        {
            CaseNumber = request.CaseNumber,
            SubmittedAt = request.SubmittedAt.ToUnixTimeMilliseconds(),
            Kind = (request.Facts.Kind ?? RequestKind.Other).ToString(),
            Ward = request.Facts.WardName ?? request.Facts.WardCode,
            Team = request.Routing?.Team,
        };

    public static CaseFigure Apply(CaseFigure figure, CaseEvent caseEvent)
    {
        var at = caseEvent.At.ToUnixTimeMilliseconds();
        var isAnswer =
            caseEvent is
            {
                Actor.Kind: ActorKind.Official,
                Kind: CaseEventKind.Replied or CaseEventKind.AskedBack or CaseEventKind.Closed or CaseEventKind.Forwarded
            };
        var hasEnded = caseEvent.StatusAfter is CaseStatus.Closed or CaseStatus.Forwarded or CaseStatus.Merged or CaseStatus.Withdrawn;
        return figure with
        {
            FirstReplyAt = figure.FirstReplyAt ?? (isAnswer ? at : null),
            EndedAt = hasEnded ? figure.EndedAt ?? at : null,
            IsClosed = caseEvent.StatusAfter is CaseStatus.Closed or CaseStatus.Forwarded,
        };
    }

    /// <summary>Adds the team and the deadlines, which come from the case itself.</summary>
    public static CaseFigure WithCase(CaseFigure figure, SupportRequest request)
    {
        var more = (request.Deadlines?.All ?? [])
            .Where(deadline => deadline.StoppedAt is not null && !HasColumn(deadline.Key))
            .ToDictionary(
                deadline => deadline.Key,
                deadline => new ClockOutcome(deadline.StoppedAt!.Value.ToUnixTimeMilliseconds(), InTime(deadline) == true),
                StringComparer.Ordinal
            );
        return figure with
        {
            Team = request.Routing?.Team ?? figure.Team,
            ReplyInTime = InTime(request.Deadlines?.Find(DeadlineDefinitions.FirstReply.Key)),
            CloseInTime = InTime(request.Deadlines?.Find(DeadlineDefinitions.Resolution.Key)),
            MoreClocks = more.Count == 0 ? null : more,
        };
    }

    private static bool HasColumn(string clock) =>
        clock == DeadlineDefinitions.FirstReply.Key || clock == DeadlineDefinitions.Resolution.Key;

    /// <returns>Null while the clock has not stopped.</returns>
    private static bool? InTime(CaseDeadline? deadline) => deadline is { StoppedAt: { } stopped } ? !deadline.IsLate(stopped) : null;
}
