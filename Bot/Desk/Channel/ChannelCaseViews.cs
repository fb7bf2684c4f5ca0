using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Desk.Channel;

/// <summary>
/// What the officials' channel shows of a case: what is needed to decide and to answer. Names, telephone numbers, addresses and figures
/// are shown only on the desk's page, which requires a sign-in.
/// </summary>
internal sealed class ChannelCaseViews(
    IOptions<OfficialsChannelOptions> options,
    RequestFieldList fields,
    DeskActionList actions,
    DeadlineDefinitionList clocks,
    TimeProvider time
)
{
    private const int LongestExcerpt = 600;

    private Lang Lang => options.Value.Language;

    /// <param name="last">The last event of the case.</param>
    /// <param name="notice">The result of the reader's click.</param>
    /// <param name="attempt">What the reader entered and was refused, so that it is not lost.</param>
    /// <param name="reader">The channel's id of the reader; null for the card that everyone sees.</param>
    public Attachment Draw(
        SupportRequest request,
        CaseEvent last,
        string? notice = null,
        (DeskAction Action, ActionValues Values)? attempt = null,
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

    private List<(string Label, string Value)> Rows(SupportRequest request, CaseEvent last)
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

    /// <summary>A card is read for days: it shows the time of the deadline, never the time that is left.</summary>
    private string Deadline(SupportRequest request) =>
        request.Clocks?.Next is not { DueAt: { } due } next
            ? request.Clocks?.All.Any(clock => clock.IsPaused) == true
                ? WorkTexts.Paused[Lang]
                : WorkTexts.NoDeadline[Lang]
            : (due <= time.GetUtcNow() ? WorkTexts.CardLate : WorkTexts.CardDue).With(
                Lang,
                clocks.TitleOf(next.Key)[Lang],
                LocalFormat.Time(due, Lang)
            );

    private IEnumerable<ChannelCaseButton> Buttons(SupportRequest request, (DeskAction Action, ActionValues Values)? attempt) =>
        from action in actions.In(ActionPlaces.ChannelCard)
        where action.IsOffered(request, null)
        let entered = attempt is var (tried, values) && tried == action ? values : ActionValues.None
        select new ChannelCaseButton(
            action.Verb,
            action.Title[Lang],
            [.. action.FieldsIn(ActionPlaces.ChannelCard).Select(field => Input(action, field, entered[field.Name]))]
        );

    private JsonObject Input(DeskAction action, ActionField field, string entered)
    {
        var id = ChannelCaseCard.InputId(action.Verb, field.Name);
        return field.Input == ActionInput.Choice
            ? CardInputs.ChoiceInput(
                id,
                field.Label[Lang],
                entered.Length > 0 ? entered : field.Options[0].Value,
                field.IsRequired,
                DeskTexts.TextMissing[Lang],
                field.Options.Select(option => (option.Value, option.Name[Lang]))
            )
            : CardInputs.TextInput(
                id,
                (field.Hint ?? field.Label)[Lang],
                entered,
                field.IsRequired,
                DeskTexts.TextMissing[Lang],
                isMultiline: field.Input == ActionInput.Paragraph,
                maxLength: field.MaxLength
            );
    }

    private static string Excerpt(string text) =>
        text.Length <= LongestExcerpt
            ? text
            : $"{text[..(char.IsHighSurrogate(text[LongestExcerpt - 1]) ? LongestExcerpt - 1 : LongestExcerpt)]}…";
}
