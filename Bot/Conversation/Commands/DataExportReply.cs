using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Privacy.Export;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Commands;

/// <summary>Links a person to everything that is stored about them.</summary>
internal sealed class DataExportReply(ExportTickets tickets, IOptions<PublicUrlOptions> links)
{
    public Task SendAsync(Chat chat, CancellationToken cancellationToken)
    {
        var activity = chat.Turn.Activity;
        var text =
            activity.IsInGroup() ? PrivacyTexts.ExportInPrivateOnly[chat.Language]
            : FindAddress(activity, chat.Language) is var (page, file) ? PrivacyTexts.ExportLinks.With(chat.Language, page, file)
            : PrivacyTexts.ExportOnRequest[chat.Language];
        var message = MessageFactory.Text(text);
        message.TextFormat = TextFormatTypes.Markdown;
        return chat.Turn.SendActivityAsync(message, cancellationToken);
    }

    /// <returns>Null when the address of the service is unknown: other channels cannot resolve a relative one.</returns>
    private (string Page, string File)? FindAddress(Activity activity, Lang lang)
    {
        if (activity.ChannelId != ChannelIds.Directline && links.Value.PublicUrl is null)
        {
            return null;
        }

        var path = tickets.CreatePath(activity.ChannelId ?? "", activity.From?.Id ?? "");
        var (page, file) = ($"{path}?lang={lang.Code()}", $"{path}/json");
        return links.Value.PublicUrl is { } publicUrl
            ? (PublicPaths.Resolve(publicUrl, page).AbsoluteUri, PublicPaths.Resolve(publicUrl, file).AbsoluteUri)
            : (page, file);
    }
}
