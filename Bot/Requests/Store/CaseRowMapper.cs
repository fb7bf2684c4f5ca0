using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests.Deadlines;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>Converts between a case and its row.</summary>
internal static class CaseRowMapper
{
    /// <summary>The highest serial that a number has room for is a billion a year.</summary>
    public const long SerialsPerYear = 1_000_000_000;

    /// <param name="hours">For the moments at which the next deadline is near or must be warned of.</param>
    public static CaseRow ToRow(SupportRequest request, WorkingHours hours)
    {
        var nextDeadline = request.Deadlines?.Next;
        return new()
        {
            CaseNumber = request.CaseNumber,
            NumericCaseNumber = ToNumericCaseNumber(request.CaseNumber),
            Version = request.Version,
            Status = request.Status,
            Group = GetGroup(request),
            Kind = request.Facts.Kind ?? RequestKind.Other,
            EnterpriseName = request.Facts.EnterpriseName ?? "",
            TaxCode = request.Facts.TaxCode ?? "",
            SearchText = $"{VietnameseText.Fold(request.Facts.EnterpriseName ?? "")} {request.Facts.TaxCode}",
            ChannelId = request.Asker.ChannelId,
            ConversationId = request.Asker.ConversationId,
            UserId = request.Asker.UserId,
            ActivityId = request.Asker.ActivityId,
            ReferenceJson = request.Asker.ReferenceJson,
            Facts = request.Facts,
            OwnerId = request.OwnerId,
            OwnerName = request.OwnerName,
            Team = request.Routing?.Team,
            Routing = request.Routing,
            Deadlines = request.Deadlines,
            DueAt = nextDeadline?.DueAt,
            DueSoonAt = nextDeadline is null ? null : DeadlineRules.GetTimeAtPercent(nextDeadline, DeadlineRules.DueSoonPercent, hours),
            NextWarningAt = request.Deadlines?.Running.Select(deadline => DeadlineRules.FindNextWarning(deadline, hours)?.At).Min(),
            SubmittedAt = request.SubmittedAt,
            ChangedAt = request.ChangedAt,
            LastHash = request.LastHash,
            ErasedAt = request.ErasedAt,
            ConsentWithdrawnAt = request.ConsentWithdrawnAt,
        };
    }

    public static SupportRequest ToRequest(CaseRow row) =>
        new()
        {
            CaseNumber = row.CaseNumber,
            Version = row.Version,
            Status = row.Status,
            Facts = row.Facts,
            Asker = new Asker(row.ChannelId, row.ConversationId, row.UserId, row.ActivityId, row.ReferenceJson),
            OwnerId = row.OwnerId,
            OwnerName = row.OwnerName,
            Routing = row.Routing,
            Deadlines = row.Deadlines,
            SubmittedAt = row.SubmittedAt,
            ChangedAt = row.ChangedAt,
            LastHash = row.LastHash,
            ErasedAt = row.ErasedAt,
            ConsentWithdrawnAt = row.ConsentWithdrawnAt,
        };

    /// <summary>A case number as one number.</summary>
    public static long ToNumericCaseNumber(string caseNumber) =>
        CaseNumber.TryParse(caseNumber, out var number) ? ToNumericCaseNumber(number) : 0;

    public static long ToNumericCaseNumber(CaseNumber number) => (number.Year * SerialsPerYear) + number.Serial;

    public static CaseGroup GetGroup(SupportRequest request) =>
        request switch
        {
            { Status: CaseStatus.Submitted } or { Status: CaseStatus.Reopened, OwnerId: null } => CaseGroup.Unassigned,
            { Status: CaseStatus.Assigned or CaseStatus.Reopened } => CaseGroup.InProgress,
            { Status: CaseStatus.WaitingForAsker } => CaseGroup.WaitingForAsker,
            { Status: CaseStatus.Answered } => CaseGroup.Answered,
            _ => CaseGroup.Ended,
        };
}
