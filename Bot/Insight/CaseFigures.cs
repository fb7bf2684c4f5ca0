using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Clocks;

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

    public static CaseFigure Apply(CaseFigure figure, RequestEvent entry)
    {
        var at = entry.At.ToUnixTimeMilliseconds();
        var isAnswer =
            entry is
            {
                Who.Kind: ActorKind.Official,
                Kind: RequestEventKind.Replied or RequestEventKind.AskedBack or RequestEventKind.Closed or RequestEventKind.Forwarded
            };
        var hasEnded =
            entry.StatusAfter is RequestStatus.Closed or RequestStatus.Forwarded or RequestStatus.Merged or RequestStatus.Withdrawn;
        return figure with
        {
            FirstReplyAt = figure.FirstReplyAt ?? (isAnswer ? at : null),
            EndedAt = hasEnded ? figure.EndedAt ?? at : null,
            IsClosed = entry.StatusAfter is RequestStatus.Closed or RequestStatus.Forwarded,
        };
    }

    /// <summary>Adds the team and the deadlines, which come from the case itself.</summary>
    public static CaseFigure WithCase(CaseFigure figure, SupportRequest request)
    {
        var more = (request.Clocks?.All ?? [])
            .Where(clock => clock.StoppedAt is not null && !HasColumn(clock.Key))
            .ToDictionary(
                clock => clock.Key,
                clock => new ClockOutcome(clock.StoppedAt!.Value.ToUnixTimeMilliseconds(), InTime(clock) == true),
                StringComparer.Ordinal
            );
        return figure with
        {
            Team = request.Routing?.Team ?? figure.Team,
            ReplyInTime = InTime(request.Clocks?.Find(ClockDefinitions.FirstReply.Key)),
            CloseInTime = InTime(request.Clocks?.Find(ClockDefinitions.Resolution.Key)),
            MoreClocks = more.Count == 0 ? null : more,
        };
    }

    private static bool HasColumn(string clock) => clock == ClockDefinitions.FirstReply.Key || clock == ClockDefinitions.Resolution.Key;

    /// <returns>Null while the clock has not stopped.</returns>
    private static bool? InTime(CaseClock? clock) => clock is { StoppedAt: { } stopped } ? !clock.IsLate(stopped) : null;
}
