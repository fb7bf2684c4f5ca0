using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Desk.Channel;

/// <summary>
/// What the officials' channel shows of a case: what is needed to decide and to answer. Names, telephone numbers, addresses and figures
/// stay
/// on the desk's page, which asks who is there.
/// </summary>
internal sealed class ChannelCaseViews(IOptions<OfficialsChannelOptions> options, RequestFieldList fields, TimeProvider time)
{
    private const int LongestExcerpt = 600;

    private Lang Lang => options.Value.Language;

    /// <param name="last">The last thing that happened.</param>
    /// <param name="notice">What became of the reader's click.</param>
    /// <param name="attempt">What the reader typed in vain, so that it is not lost: the action and the text.</param>
    /// <param name="reader">The channel's id of the reader; null when everybody reads.</param>
    public Attachment Draw(
        SupportRequest request,
        RequestEvent last,
        string? notice = null,
        (string Action, string Text)? attempt = null,
        string? reader = null
    ) =>
        ChannelCaseCard.Build(
            new ChannelCaseView(
                request.CaseNumber,
                request.Version,
                Lang,
                Rows(request, last),
                [.. Buttons(request, attempt)],
                notice,
                options.Value.PublicUrl is { } home ? (DeskTexts.OpenCase[Lang], new Uri(home, $"/desk/cases/{request.CaseNumber}")) : null,
                reader
            )
        );

    /// <summary>One line for notifications.</summary>
    public string Summary(SupportRequest request) => $"{request.CaseNumber}: {DeskTexts.Of(request.Status)[Lang]}";

    private List<(string Label, string Value)> Rows(SupportRequest request, RequestEvent last)
    {
        var facts = request.Facts;
        List<(string, string)> rows =
        [
            (DeskTexts.Status[Lang], DeskTexts.Of(request.Status)[Lang]),
            (DeskTexts.Owner[Lang], request.OwnerName ?? DeskTexts.Nobody[Lang]),
            (DeskTexts.Kind[Lang], DeskTexts.Of(facts.Kind)[Lang]),
            .. fields
                .In(FieldPlaces.ChannelCard)
                .Select(field => (field.DeskLabel[Lang], field.ShowOnDesk(facts, Lang) ?? DeskTexts.NotGiven[Lang])),
            (DeskTexts.Submitted[Lang], LocalFormat.Time(request.SubmittedAt, Lang)),
            (WorkTexts.Team[Lang], request.Routing?.TeamName[Lang] ?? DeskTexts.Nobody[Lang]),
            (WorkTexts.Due[Lang], Deadline(request)),
            (DeskTexts.Request[Lang], Excerpt(facts.Content ?? "")),
        ];
        if (last.Sequence > 1)
        {
            rows.Add(
                (
                    $"{DeskTexts.Of(last.Kind)[Lang]} · {DeskFormat.Who(last, Lang)} · {LocalFormat.Time(last.At, Lang)}",
                    last.Text is null ? "–" : Excerpt(last.Text)
                )
            );
        }

        return rows;
    }

    /// <summary>A card stays for days: it names the moment of the deadline, never what is left until then.</summary>
    private string Deadline(SupportRequest request) =>
        request.Clocks?.Next is not { DueAt: { } due } next
            ? request.Clocks?.Resolution.IsPaused == true
                ? WorkTexts.Paused[Lang]
                : WorkTexts.NoDeadline[Lang]
            : (due <= time.GetUtcNow() ? WorkTexts.CardLate : WorkTexts.CardDue).With(
                Lang,
                WorkTexts.Of(next.Kind)[Lang],
                LocalFormat.Time(due, Lang)
            );

    private IEnumerable<ChannelCaseButton> Buttons(SupportRequest request, (string Action, string Text)? attempt)
    {
        var isOpen =
            request.Status is RequestStatus.Submitted or RequestStatus.Assigned or RequestStatus.WaitingForAsker or RequestStatus.Reopened;
        if (isOpen && (request.OwnerId is null || request.Status == RequestStatus.Reopened))
        {
            yield return new(ChannelCaseCard.Take, DeskTexts.Take[Lang]);
        }

        if (request.OwnerId is not null && (isOpen || request.Status == RequestStatus.Answered))
        {
            yield return new(
                ChannelCaseCard.Reply,
                DeskTexts.Reply[Lang],
                Text(ChannelCaseCard.Reply, DeskTexts.ReplyHint, isRequired: true)
            );
            yield return new(
                ChannelCaseCard.AskBack,
                DeskTexts.AskBack[Lang],
                Text(ChannelCaseCard.AskBack, DeskTexts.AskBackHint, isRequired: true)
            );
            yield return new(
                ChannelCaseCard.Close,
                DeskTexts.Close[Lang],
                Reasons(),
                Text(ChannelCaseCard.Close, DeskTexts.ReasonText, isRequired: false)
            );
        }

        JsonObject Text(string action, LocalizedText label, bool isRequired) =>
            CardInputs.TextInput(
                ChannelCaseCard.TextOf(action),
                label[Lang],
                attempt is var (tried, typed) && tried == action ? typed : "",
                isRequired,
                DeskTexts.TextMissing[Lang],
                isMultiline: true,
                maxLength: TextLengths.CaseText
            );
    }

    private JsonObject Reasons() =>
        CardInputs.Choose(
            ChannelCaseCard.Reason,
            DeskTexts.Reason[Lang],
            nameof(CloseReason.Answered),
            isRequired: true,
            DeskTexts.TextMissing[Lang],
            Enum.GetValues<CloseReason>().Select(reason => (reason.ToString(), DeskTexts.Of(reason)[Lang]))
        );

    private static string Excerpt(string text) =>
        text.Length <= LongestExcerpt
            ? text
            : $"{text[..(char.IsHighSurrogate(text[LongestExcerpt - 1]) ? LongestExcerpt - 1 : LongestExcerpt)]}…";
}
