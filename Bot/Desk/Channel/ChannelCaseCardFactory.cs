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
internal sealed class ChannelCaseCardFactory(
    IOptions<OfficialsChannelOptions> options,
    RequestFieldList fields,
    DeskActionList actions,
    DeadlineDefinitionList definitions,
    TimeProvider time
)
{
    private const int MaxExcerptLength = 600;

    private Lang Lang => options.Value.Language;

    /// <param name="last">The last event of the case.</param>
    /// <param name="notice">The result of the reader's click.</param>
    /// <param name="attempt">What the reader entered and was refused, so that it is not lost.</param>
    /// <param name="reader">The channel's id of the reader; null for the card that everyone sees.</param>
    public Attachment CreateCard(
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
                CreateRows(request, last),
                [.. CreateButtons(request, attempt)],
                notice,
                options.Value.PublicUrl is { } publicUrl
                    ? (DeskTexts.OpenCase[Lang], PublicPaths.Resolve(publicUrl, $"/desk/cases/{request.CaseNumber}"))
                    : null,
                reader
            )
        );

    /// <summary>One line for notifications.</summary>
    public string CreateSummary(SupportRequest request) => $"{request.CaseNumber}: {DeskTexts.LabelOf(request.Status)[Lang]}";

    private List<(string Label, string Value)> CreateRows(SupportRequest request, CaseEvent last)
    {
        var facts = request.Facts;
        List<(string, string)> rows =
        [
            (DeskTexts.Status[Lang], DeskTexts.LabelOf(request.Status)[Lang]),
            (DeskTexts.OwnerLabel[Lang], request.OwnerName ?? DeskTexts.Unassigned[Lang]),
            (DeskTexts.Kind[Lang], DeskTexts.LabelOf(facts.Kind)[Lang]),
            .. fields
                .ListShownIn(FieldPlaces.ChannelCard)
                .Select(field => (field.DeskLabel[Lang], field.FormatForDesk(facts, Lang) ?? DeskTexts.NotDeclared[Lang])),
            (DeskTexts.SubmittedAt[Lang], LocalFormat.Time(request.SubmittedAt, Lang)),
            (CaseWorkTexts.Team[Lang], request.Routing?.TeamName[Lang] ?? DeskTexts.Unassigned[Lang]),
            (CaseWorkTexts.Due[Lang], FormatDeadline(request)),
            (DeskTexts.RequestContent[Lang], Excerpt(facts.Content ?? "")),
        ];
        if (last.Sequence > 1)
        {
            rows.Add(
                (
                    $"{DeskTexts.LabelOf(last.Kind)[Lang]} · {DeskFormat.FormatActor(last, Lang)} · {LocalFormat.Time(last.At, Lang)}",
                    last.Text is null ? "–" : Excerpt(last.Text)
                )
            );
        }

        return rows;
    }

    /// <summary>A card is read for days: it shows the time of the deadline, never the time that is left.</summary>
    private string FormatDeadline(SupportRequest request) =>
        request.Deadlines?.Next is not { DueAt: { } due } next
            ? request.Deadlines?.All.Any(deadline => deadline.IsPaused) == true
                ? CaseWorkTexts.Paused[Lang]
                : CaseWorkTexts.NoDeadline[Lang]
            : (due <= time.GetUtcNow() ? CaseWorkTexts.CardLate : CaseWorkTexts.CardDue).With(
                Lang,
                definitions.TitleOf(next.Key)[Lang],
                LocalFormat.Time(due, Lang)
            );

    private IEnumerable<ChannelCaseButton> CreateButtons(SupportRequest request, (DeskAction Action, ActionValues Values)? attempt) =>
        from action in actions.ListOfferedIn(ActionPlaces.ChannelCard)
        where action.IsOffered(request, null)
        let entered = attempt is var (attemptedAction, values) && attemptedAction == action ? values : ActionValues.None
        select new ChannelCaseButton(
            action.Verb,
            action.Title[Lang],
            [.. action.ListFieldsIn(ActionPlaces.ChannelCard).Select(field => CreateInput(action, field, entered[field.Name]))]
        );

    private JsonObject CreateInput(DeskAction action, ActionField field, string entered)
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
        text.Length <= MaxExcerptLength
            ? text
            : $"{text[..(char.IsHighSurrogate(text[MaxExcerptLength - 1]) ? MaxExcerptLength - 1 : MaxExcerptLength)]}…";
}
