using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Requests.Notices;

/// <summary>Composes the chat message that tells an asker, in their language, what an official did with the case.</summary>
internal sealed class AskerNotices(IOptions<RequestOptions> options)
{
    /// <returns>A plain text message, so that nothing an official types is read as markup; null when there is nothing to tell.</returns>
    public Activity? Compose(SupportRequest request, CaseEvent caseEvent)
    {
        var lang = LangCodes.Parse(request.Facts.Language) ?? Lang.Vi;
        var text = ComposeText(request.CaseNumber, caseEvent, GetSenderName(caseEvent, lang), lang);
        return text is null
            ? null
            : new Activity
            {
                Type = ActivityTypes.Message,
                Text = text,
                TextFormat = TextFormatTypes.Plain,
                Locale = lang == Lang.En ? "en-US" : "vi-VN",
                InputHint = InputHints.AcceptingInput,
                ChannelData = new JsonObject
                {
                    [UndeliveredNoticeFinder.CaseNumberProperty] = request.CaseNumber,
                    [UndeliveredNoticeFinder.EventKindProperty] = caseEvent.Kind.ToString(),
                    [UndeliveredNoticeFinder.EventSequenceProperty] = caseEvent.Sequence,
                    ["caseStatus"] = request.Status.ToString(),
                },
            };
    }

    private static string? ComposeText(string number, CaseEvent caseEvent, string senderName, Lang lang) =>
        caseEvent.Kind switch
        {
            CaseEventKind.Replied when caseEvent.IsCorrection => NoticeTexts.Corrected.With(lang, senderName, number, caseEvent.Text),
            CaseEventKind.Replied => NoticeTexts.Replied.With(lang, senderName, number, caseEvent.Text),
            CaseEventKind.AskedBack => NoticeTexts.MoreInformationRequested.With(lang, senderName, number, caseEvent.Text),
            CaseEventKind.Closed when caseEvent.Text is null => NoticeTexts.Closed.With(
                lang,
                senderName,
                number,
                CloseReasons.NameOf(caseEvent, lang)
            ),
            CaseEventKind.Closed => NoticeTexts.ClosedWithText.With(
                lang,
                senderName,
                number,
                CloseReasons.NameOf(caseEvent, lang),
                caseEvent.Text
            ),
            CaseEventKind.Reopened => NoticeTexts.Reopened.With(lang, senderName, number, caseEvent.Text),
            CaseEventKind.Forwarded => NoticeTexts.Forwarded.With(lang, senderName, number, caseEvent.Text, caseEvent.Detail),
            CaseEventKind.Withdrawn when caseEvent.Actor.Kind == ActorKind.Official => NoticeTexts.Withdrawn.With(
                lang,
                senderName,
                number,
                caseEvent.Text
            ),
            CaseEventKind.Merged => NoticeTexts.Merged.With(lang, senderName, number, caseEvent.Detail),
            _ => null,
        };

    /// <summary>The name that a message from an official carries.</summary>
    public string GetSenderName(CaseEvent caseEvent, Lang lang)
    {
        var unit = lang == Lang.En ? options.Value.UnitEn : options.Value.UnitVi;
        return options.Value.ShowOfficialName && caseEvent.Actor is { Kind: ActorKind.Official, Name: { } name }
            ? $"{unit} ({name})"
            : unit;
    }
}
