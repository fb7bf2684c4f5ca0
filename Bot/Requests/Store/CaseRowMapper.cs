using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests.Deadlines;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>Between a case and its row.</summary>
internal static class CaseRowMapper
{
    /// <summary>The highest serial that a number has room for is a billion a year.</summary>
    private const long Serials = 1_000_000_000;

    /// <param name="hours">For the moments at which the next deadline is near or must be warned of.</param>
    public static CaseRow ToRow(SupportRequest request, WorkingHours hours)
    {
        var next = request.Clocks?.Next;
        return new()
        {
            CaseNumber = request.CaseNumber,
            Number = NumberOf(request.CaseNumber),
            Version = request.Version,
            Status = request.Status,
            Pile = PileOf(request),
            Kind = request.Facts.Kind ?? RequestKind.Other,
            EnterpriseName = request.Facts.EnterpriseName ?? "",
            TaxCode = request.Facts.TaxCode ?? "",
            SearchText = $"{VietnameseText.Fold(request.Facts.EnterpriseName ?? "")} {request.Facts.TaxCode}",
            ChannelId = request.Asker.ChannelId,
            ConversationId = request.Asker.ConversationId,
            UserId = request.Asker.UserId,
            ActivityId = request.Asker.ActivityId,
            Reference = request.Asker.Reference,
            Facts = request.Facts,
            OwnerId = request.OwnerId,
            OwnerName = request.OwnerName,
            Team = request.Routing?.Team,
            Routing = request.Routing,
            Clocks = request.Clocks,
            DueAt = next?.DueAt,
            SoonAt = next is null ? null : DeadlineRules.Reaches(next, DeadlineRules.Soon, hours),
            NextWarningAt = request.Clocks?.Running.Select(clock => DeadlineRules.NextWarning(clock, hours)?.At).Min(),
            SubmittedAt = request.SubmittedAt,
            ChangedAt = request.ChangedAt,
            LastHash = request.LastHash,
        };
    }

    public static SupportRequest ToRequest(CaseRow row) =>
        new()
        {
            CaseNumber = row.CaseNumber,
            Version = row.Version,
            Status = row.Status,
            Facts = row.Facts,
            Asker = new Asker(row.ChannelId, row.ConversationId, row.UserId, row.ActivityId, row.Reference),
            OwnerId = row.OwnerId,
            OwnerName = row.OwnerName,
            Routing = row.Routing,
            Clocks = row.Clocks,
            SubmittedAt = row.SubmittedAt,
            ChangedAt = row.ChangedAt,
            LastHash = row.LastHash,
        };

    /// <summary>A case number as one number.</summary>
    public static long NumberOf(string caseNumber) => CaseNumber.TryParse(caseNumber, out var number) ? NumberOf(number) : 0;

    public static long NumberOf(CaseNumber number) => (number.Year * Serials) + number.Serial;

    public static CaseGroup PileOf(SupportRequest request) =>
        request switch
        {
            { Status: CaseStatus.Submitted } or { Status: CaseStatus.Reopened, OwnerId: null } => CaseGroup.Unassigned,
            { Status: CaseStatus.Assigned or CaseStatus.Reopened } => CaseGroup.InWork,
            { Status: CaseStatus.WaitingForAsker } => CaseGroup.WaitingForAsker,
            { Status: CaseStatus.Answered } => CaseGroup.Answered,
            _ => CaseGroup.Ended,
        };
}
