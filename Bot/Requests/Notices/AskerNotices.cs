using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Requests.Notices;

/// <summary>Composes the chat message that tells an asker, in their language, what an official did with the case.</summary>
internal sealed class AskerNotices(IOptions<RequestOptions> options)
{
    /// <returns>A plain text message, so that nothing an official types is read as markup; null when there is nothing to tell.</returns>
    public Activity? Compose(SupportRequest request, CaseEvent entry)
    {
        var lang = LangCodes.Parse(request.Facts.Language) ?? Lang.Vi;
        var text = Text(request.CaseNumber, entry, Sender(entry, lang), lang);
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
                    [UndeliveredNoticeFinder.CaseNumber] = request.CaseNumber,
                    [UndeliveredNoticeFinder.EventKind] = entry.Kind.ToString(),
                    [UndeliveredNoticeFinder.EventSequence] = entry.Sequence,
                    ["caseStatus"] = request.Status.ToString(),
                },
            };
    }

    private static string? Text(string number, CaseEvent entry, string from, Lang lang) =>
        entry.Kind switch
        {
            CaseEventKind.Replied => NoticeTexts.Replied.With(lang, from, number, entry.Text),
            CaseEventKind.AskedBack => NoticeTexts.AskedBack.With(lang, from, number, entry.Text),
            CaseEventKind.Closed when entry.Text is null => NoticeTexts.Closed.With(lang, from, number, CloseReasons.NameOf(entry, lang)),
            CaseEventKind.Closed => NoticeTexts.ClosedWithText.With(lang, from, number, CloseReasons.NameOf(entry, lang), entry.Text),
            CaseEventKind.Reopened => NoticeTexts.Reopened.With(lang, from, number, entry.Text),
            CaseEventKind.Forwarded => NoticeTexts.Forwarded.With(lang, from, number, entry.Text, entry.Detail),
            CaseEventKind.Withdrawn when entry.Who.Kind == ActorKind.Official => NoticeTexts.Withdrawn.With(lang, from, number, entry.Text),
            CaseEventKind.Merged => NoticeTexts.Merged.With(lang, from, number, entry.Detail),
            _ => null,
        };

    /// <summary>The name that a message from an official carries.</summary>
    public string Sender(CaseEvent entry, Lang lang)
    {
        var unit = lang == Lang.En ? options.Value.UnitEn : options.Value.UnitVi;
        return options.Value.ShowOfficialName && entry.Who is { Kind: ActorKind.Official, Name: { } name } ? $"{unit} ({name})" : unit;
    }
}
