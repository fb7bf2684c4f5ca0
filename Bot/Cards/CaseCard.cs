using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>What an asker sent to a case besides the form: a file's name or a text.</summary>
internal sealed record AskerAddition(DateTimeOffset At, string Text);

/// <summary>Cards about submitted requests.</summary>
internal static class CaseCard
{
    private const string DetailsId = "details";
    private const int MaxAdditions = 8;

    /// <summary>The status of one case, with the official's last message.</summary>
    /// <param name="offersActs">Shows buttons to add to the case and to withdraw it while that is possible.</param>
    /// <param name="additions">The files and texts that the asker sent, the oldest first.</param>
    /// <param name="isMailConnected">False where no mail server is connected: then no mail is promised.</param>
    public static Attachment Status(
        SupportRequest request,
        CaseEvent? lastFromOfficial,
        Lang lang,
        bool offersActs = false,
        bool isMailConnected = true,
        IReadOnlyList<AskerAddition>? additions = null
    )
    {
        List<JsonObject> body =
        [
            Heading(request.CaseNumber),
            LabeledValue(CaseTexts.StatusLabel[lang], CaseTexts.StatusNames[request.Status][lang]),
            .. DeadlineRows(request, lang),
            LabeledValue(CaseCardTexts.NextLabel[lang], CaseCardTexts.NextStep(request.Status)[lang]),
        ];
        if (lastFromOfficial?.Text is { Length: > 0 } message)
        {
            body.Add(
                LabeledValue(
                    lastFromOfficial.Kind == CaseEventKind.AskedBack
                        ? CaseTexts.MoreInformationNeeded[lang]
                        : CaseTexts.LastReplyLabel[lang],
                    message
                )
            );
        }

        if (additions is { Count: > 0 })
        {
            body.Add(Additions(additions, lang));
        }

        if (request.Status.IsOpen())
        {
            body.Add(LabeledValue(CaseCardTexts.ToldLabel[lang], HowTold(request, lang, isMailConnected)));
        }

        body.Add(Actions(Toggle(CaseTexts.Details[lang], DetailsId)));
        body.Add(Container(DetailsId, isVisible: false, [.. Details(request, lang)]));
        if (offersActs && CaseRules.CanAddMessage(request.Status))
        {
            body.Add(
                Actions(
                    AddButton(request, lang),
                    CaseRules.CanWithdraw(request.Status)
                        ? Submit(
                            CaseTexts.WithdrawButton[lang],
                            CardActions.CommandData(CaseTexts.WithdrawCommand.With(lang, request.CaseNumber))
                        )
                        : null
                )
            );
        }

        return WithRefreshAction(Card(lang.Code(), [.. body]), request.CaseNumber, CardActions.ShowCaseData(request.CaseNumber));
    }

    /// <summary>An asker's cases, each to be pressed; those that wait for the asker first. The message's text introduces them.</summary>
    public static Attachment List(IReadOnlyList<SupportRequest> requests, Lang lang)
    {
        return Card(
            lang.Code(),
            [
                .. requests
                    .OrderByDescending(request => request.Status == CaseStatus.WaitingForAsker)
                    .Select(request => ListItem(request, lang)),
            ]
        );
    }

    private static JsonObject ListItem(SupportRequest request, Lang lang)
    {
        var status = CaseTexts.StatusNames[request.Status][lang];
        var due = request.Deadlines?.Next?.DueAt;
        var item = QuestionButton(request.CaseNumber, CardActions.ShowCaseData(request.CaseNumber));
        var lines = item["items"]!.AsArray();
        if (CaseSubject.Shorten(request.Facts.Content) is { Length: > 0 } subject)
        {
            lines.Add((JsonNode)LiteralText(subject));
        }

        lines.Add(
            (JsonNode)SmallText(due is null ? status : CaseCardTexts.StatusAndDue.With(lang, status, LocalFormat.Moment(due.Value, lang)))
        );
        return item;
    }

    /// <summary>Both deadlines, and the team that must meet them.</summary>
    private static IEnumerable<JsonObject> DeadlineRows(SupportRequest request, Lang lang)
    {
        if (!request.Status.IsOpen())
        {
            yield break;
        }

        foreach (
            var (definition, label) in new[]
            {
                (DeadlineDefinitions.FirstReply, CaseCardTexts.FirstReplyBy),
                (DeadlineDefinitions.Resolution, CaseCardTexts.SettledBy),
            }
        )
        {
            if (request.Deadlines?.Find(definition.Key) is { StoppedAt: null } deadline)
            {
                yield return LabeledValue(
                    label[lang],
                    deadline.DueAt is { } due ? LocalFormat.Moment(due, lang) : CaseCardTexts.Paused[lang]
                );
            }
        }

        if (request.Routing is { } routing)
        {
            yield return LabeledValue(CaseCardTexts.Team[lang], routing.TeamName[lang]);
        }
    }

    /// <summary>The newest of what the asker sent, with the time, so that nobody wonders whether a file has arrived.</summary>
    private static JsonObject Additions(IReadOnlyList<AskerAddition> additions, Lang lang)
    {
        var shown = additions.OrderBy(addition => addition.At).TakeLast(MaxAdditions).ToList();
        var rows = LabeledValue(CaseCardTexts.SentLabel[lang], FormatAddition(shown[0], lang));
        foreach (var addition in shown.Skip(1))
        {
            rows["items"]!.AsArray().Add((JsonNode)LiteralText(FormatAddition(addition, lang)));
        }

        if (additions.Count > shown.Count)
        {
            rows["items"]!
                .AsArray()
                .Add((JsonNode)SmallText(CaseCardTexts.EarlierSent.With(lang, LocalFormat.Number(additions.Count - shown.Count, lang))));
        }

        return rows;
    }

    private static string FormatAddition(AskerAddition addition, Lang lang) =>
        $"{LocalFormat.Moment(addition.At, lang)}: {CaseSubject.Shorten(addition.Text)}";

    private static JsonObject AddButton(SupportRequest request, Lang lang)
    {
        var isForOfficial = request.Status is CaseStatus.WaitingForAsker or CaseStatus.Answered;
        return Submit(
            (isForOfficial ? CaseCardTexts.ReplyButton : CaseCardTexts.AddButton)[lang],
            CardActions.AddToCaseData(request.CaseNumber),
            request.Status == CaseStatus.WaitingForAsker ? "positive" : null
        );
    }

    private static string HowTold(SupportRequest request, Lang lang, bool isMailConnected) =>
        string.Join(
            ' ',
            new[]
            {
                request.Asker.ChannelId == ChannelIds.Directline ? CaseCardTexts.ToldOnThisPage : CaseCardTexts.ToldHere,
                isMailConnected && request.MayBeContacted && request.Facts.Email is { Length: > 0 } ? CaseCardTexts.ToldByMail : null,
                request.MayBeContacted && request.Facts.Phone is { Length: > 0 } ? CaseCardTexts.ToldByPhone : null,
            }
                .OfType<LocalizedText>()
                .Select(sentence => sentence[lang])
        );

    /// <summary>What the asker knows already: what was sent, when, and what was agreed to.</summary>
    private static IEnumerable<JsonObject> Details(SupportRequest request, Lang lang)
    {
        if (request.Facts.Content is { Length: > 0 } content)
        {
            yield return LabeledValue(CaseCardTexts.Subject[lang], content);
        }

        if (request.Facts.Kind is { } kind)
        {
            yield return LabeledValue(CaseTexts.KindLabel[lang], FieldTexts.KindNames[kind][lang]);
        }

        yield return LabeledValue(CaseTexts.SubmittedAtLabel[lang], LocalFormat.Moment(request.SubmittedAt, lang));
        yield return LabeledValue(CaseTexts.UpdatedAtLabel[lang], LocalFormat.Moment(request.ChangedAt, lang));
        if (ConsentTexts.ComposeCopies(request.Facts, lang) is { Count: > 0 } copies)
        {
            yield return SmallText(CaseTexts.ConsentCopy[lang]);
            foreach (var copy in copies)
            {
                yield return SmallText(copy);
            }
        }
    }
}
