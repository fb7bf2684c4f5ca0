using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Connector.Files;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Files;

/// <summary>
/// Offers an official's file to the asker: on the web as a link, in a personal Teams chat as a file consent card. A bot cannot send files
/// in a Teams group, so there the message explains where to get them.
/// </summary>
internal sealed class FileOfferComposer(FileLinkService links, IOptions<PublicUrlOptions> options)
{
    /// <param name="reference">The conversation that the offer is sent to.</param>
    /// <param name="asker">The asker of the case: a link is valid for the conversation of the case.</param>
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
                ? [CreateTextMessage(FileTexts.FilesFromOfficialInGroup.With(lang, caseNumber), lang)]
                :
                [
                    .. files.Select(file =>
                        CreateAttachmentMessage(
                            lang,
                            FileConsent.CreateConsentCard(
                                file.Id,
                                file.Name,
                                FileTexts.FileFromOfficialDescription.With(lang, caseNumber),
                                file.Size
                            )
                        )
                    ),
                ];
        }

        if (reference.ChannelId != ChannelIds.Directline && options.Value.PublicUrl is null)
        {
            return [CreateTextMessage(FileTexts.FilesFromOfficialOnOtherChannel.With(lang, caseNumber), lang)];
        }

        var message = CreateTextMessage(FileTexts.FilesFromOfficial.With(lang, caseNumber), lang);
        message.Attachments =
        [
            .. files.Select(file => new Attachment
            {
                ContentType = file.ContentType,
                ContentUrl = ToAbsoluteUrl(links.CreateUrl(file, asker)),
                Name = file.Name,
            }),
        ];
        return [message];
    }

    public IReadOnlyList<Activity> Compose(SupportRequest request, IReadOnlyList<CaseFileRow> files) =>
        Compose(
            request.Asker.GetConversationReference(),
            request.Asker,
            request.CaseNumber,
            LangCodes.Parse(request.Facts.Language) ?? Lang.Vi,
            files
        );

    /// <summary>The chat widget resolves relative URLs against the service that it was loaded from.</summary>
    private string ToAbsoluteUrl(string address) =>
        options.Value.PublicUrl is { } publicUrl ? PublicPaths.Resolve(publicUrl, address).AbsoluteUri : address;

    private static Activity CreateTextMessage(string text, Lang lang) =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = text,
            TextFormat = TextFormatTypes.Plain,
            Locale = lang.Locale(),
        };

    private static Activity CreateAttachmentMessage(Lang lang, Attachment attachment) =>
        new()
        {
            Type = ActivityTypes.Message,
            Attachments = [attachment],
            Locale = lang.Locale(),
        };
}
