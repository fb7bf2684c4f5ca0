using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Privacy.Page;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation;

/// <summary>
/// The addresses of public pages as a channel can open them: none where the public address is not configured, but the chat on a web page
/// resolves a path against the server that it came from.
/// </summary>
internal sealed class PublicLinks(IOptions<PublicUrlOptions> options)
{
    /// <summary>The sentence that links the privacy page.</summary>
    public string? FindPrivacyNotice(Activity activity, Lang lang) =>
        Resolve(activity, PrivacyPage.PathFor(lang)) is { } address ? PrivacyTexts.NoticeLink.With(lang, address) : null;

    /// <summary>The list of the guidance by topic.</summary>
    public string? FindTopics(Activity activity, Lang lang) => Resolve(activity, PublicPaths.Guidance(lang));

    /// <summary>The pages of the articles that an answer rests on, in the order of its citations.</summary>
    public IReadOnlyList<ArticleLink> FindArticles(Activity activity, Answer answer) =>
        [
            .. from citation in answer.Citations
            group citation by citation.ArticleKey into article
            let address = Resolve(activity, PublicPaths.Article(article.Key, answer.Language))
            where address is not null
            select new ArticleLink(article.First().Title, address),
        ];

    private string? Resolve(Activity activity, string path) =>
        options.Value.PublicUrl is { } publicUrl ? PublicPaths.Resolve(publicUrl, path).AbsoluteUri
        : activity.ChannelId == ChannelIds.Directline ? path
        : null;
}
