using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;

namespace PolicyAssistantBot.Insight;

/// <summary>Computes the measurements of a case from its events, as pure functions.</summary>
internal static class CaseMeasurementRules
{
    public static CaseMeasurement CreateForNewCase(SupportRequest request) =>
        new()
        {
            CaseNumber = request.CaseNumber,
            SubmittedAt = request.SubmittedAt.ToUnixTimeMilliseconds(),
            Kind = (request.Facts.Kind ?? RequestKind.Other).ToString(),
            Ward = request.Facts.WardName ?? request.Facts.WardCode,
            Team = request.Routing?.Team,
        };

    public static CaseMeasurement ApplyEvent(CaseMeasurement measurement, CaseEvent caseEvent)
    {
        var at = caseEvent.At.ToUnixTimeMilliseconds();
        var isReply =
            caseEvent is
            { Actor.Kind: ActorKind.Official, Kind: CaseEventKind.Replied or CaseEventKind.AskedBack or CaseEventKind.Forwarded };
        var hasEnded = caseEvent.StatusAfter is CaseStatus.Closed or CaseStatus.Forwarded or CaseStatus.Merged or CaseStatus.Withdrawn;
        return measurement with
        {
            FirstReplyAt = measurement.FirstReplyAt ?? (isReply ? at : null),
            EndedAt = hasEnded ? measurement.EndedAt ?? at : null,
            IsClosed = caseEvent.StatusAfter is CaseStatus.Closed or CaseStatus.Forwarded,
        };
    }

    /// <summary>The measurement without the reply that was taken back.</summary>
    public static CaseMeasurement Undo(CaseMeasurement measurement, DateTimeOffset undoneAt) =>
        measurement.FirstReplyAt >= undoneAt.ToUnixTimeMilliseconds() ? measurement with { FirstReplyAt = null } : measurement;

    /// <summary>Adds the team and the deadlines, which come from the case itself.</summary>
    public static CaseMeasurement WithTeamAndDeadlines(CaseMeasurement measurement, SupportRequest request)
    {
        var otherDeadlines = (request.Deadlines?.All ?? [])
            .Where(deadline => deadline.StoppedAt is not null && !HasColumn(deadline.Key))
            .ToDictionary(
                deadline => deadline.Key,
                deadline => new DeadlineOutcome(deadline.StoppedAt!.Value.ToUnixTimeMilliseconds(), IsOnTime(deadline) == true),
                StringComparer.Ordinal
            );
        return measurement with
        {
            Team = request.Routing?.Team ?? measurement.Team,
            IsReplyOnTime = IsOnTime(request.Deadlines?.Find(DeadlineDefinitions.FirstReply.Key)),
            IsResolutionOnTime = IsOnTime(request.Deadlines?.Find(DeadlineDefinitions.Resolution.Key)),
            OtherDeadlines = otherDeadlines.Count == 0 ? null : otherDeadlines,
        };
    }

    private static bool HasColumn(string key) => key == DeadlineDefinitions.FirstReply.Key || key == DeadlineDefinitions.Resolution.Key;

    /// <returns>Null while the deadline has not stopped.</returns>
    private static bool? IsOnTime(CaseDeadline? deadline) => deadline is { StoppedAt: { } stopped } ? !deadline.IsLate(stopped) : null;
}
