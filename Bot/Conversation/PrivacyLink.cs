using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Privacy.Page;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation;

/// <summary>The sentence that links the privacy page.</summary>
internal sealed class PrivacyLink(IOptions<PublicUrlOptions> options)
{
    /// <returns>Null when the page's address is unknown: other channels cannot resolve a relative one.</returns>
    public string? Find(Activity activity, Lang lang)
    {
        var path = PrivacyPage.PathFor(lang);
        var address =
            options.Value.PublicUrl is { } publicUrl ? new Uri(publicUrl, path).AbsoluteUri
            : activity.ChannelId == ChannelIds.Directline ? path
            : null;
        return address is null ? null : PrivacyTexts.NoticeLink.With(lang, address);
    }
}
