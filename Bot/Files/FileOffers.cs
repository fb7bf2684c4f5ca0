using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Connector.Files;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Files;

/// <summary>
/// How an asker gets what an official sent: on the web by a link, in a personal chat of Teams by consent. In a group of Teams a bot cannot
/// hand over files, so there it is said where they can be had.
/// </summary>
internal sealed class FileOffers(FileLinks links, IOptions<PublicLinks> options)
{
    /// <param name="reference">The conversation in which it is said.</param>
    /// <param name="asker">Whose case it is: a link is good for the conversation of the case.</param>
    public IReadOnlyList<Activity> Compose(
        ConversationReference reference,
        Asker asker,
        string caseNumber,
        Lang lang,
        IReadOnlyList<CaseFileRow> files
    )
    {
        if (files.Count == 0)
        {
            return [];
        }

        var isGroup = reference.Conversation is { IsGroup: true } or { ConversationType: "groupChat" or "channel" };
        if (reference.ChannelId == ChannelIds.Msteams)
        {
            return isGroup
                ? [Plain(FileTexts.OfferInGroup.With(lang, caseNumber), lang)]
                :
                [
                    .. files.Select(file =>
                        Of(lang, FileConsent.Offer(file.Id, file.Name, FileTexts.OfferDescription.With(lang, caseNumber), file.Size))
                    ),
                ];
        }

        if (reference.ChannelId != ChannelIds.Directline && options.Value.PublicUrl is null)
        {
            return [Plain(FileTexts.OfferElsewhere.With(lang, caseNumber), lang)];
        }

        var message = Plain(FileTexts.Offer.With(lang, caseNumber), lang);
        message.Attachments =
        [
            .. files.Select(file => new Attachment
            {
                ContentType = file.ContentType,
                ContentUrl = Absolute(links.Address(file, asker)),
                Name = file.Name,
            }),
        ];
        return [message];
    }

    public IReadOnlyList<Activity> Compose(SupportRequest request, IReadOnlyList<CaseFileRow> files) =>
        Compose(
            request.Asker.ConversationReference(),
            request.Asker,
            request.CaseNumber,
            LangCodes.Parse(request.Facts.Language) ?? Lang.Vi,
            files
        );

    /// <summary>The service's own chat knows where it came from, and completes an address without a host.</summary>
    private string Absolute(string address) => options.Value.PublicUrl is { } home ? new Uri(home, address).AbsoluteUri : address;

    private static Activity Plain(string text, Lang lang) =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = text,
            TextFormat = TextFormatTypes.Plain,
            Locale = lang.Locale(),
        };

    private static Activity Of(Lang lang, Attachment attachment) =>
        new()
        {
            Type = ActivityTypes.Message,
            Attachments = [attachment],
            Locale = lang.Locale(),
        };
}
