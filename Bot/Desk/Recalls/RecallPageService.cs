using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Desk.Recalls;

/// <summary>Finds the askers who were answered from an earlier revision of an article, and sends them a correction.</summary>
internal sealed class RecallPageService(IArticleSource articles, AnswerStore answerStore, RecallService recallService, TimeProvider time)
{
    /// <summary>The number of conversations that are shown; the rest are counted.</summary>
    private const int MaxShownConversations = 20;

    /// <param name="key">The article to preview; ignored when no one was answered from an earlier revision of it.</param>
    public async Task<RecallModel> LoadAsync(string? key, CancellationToken cancellationToken)
    {
        var choices = (await answerStore.ListRevisionsAsync(cancellationToken))
            .Where(given => articles.Current.Find(given.ArticleKey)?.HasRevision(given.Revision) != true)
            .GroupBy(given => given.ArticleKey, StringComparer.Ordinal)
            .Select(group => new RecallChoice(group.Key, articles.Current.Find(group.Key)?.Title, group.Sum(given => given.Answers)))
            .OrderBy(choice => choice.Key, StringComparer.Ordinal)
            .ToList();
        return new RecallModel(choices, choices.Exists(choice => choice.Key == key) ? await PreviewAsync(key!, cancellationToken) : null);
    }

    /// <summary>Sends the correction that was previewed.</summary>
    /// <returns>Null, and nothing is sent, when the article has changed since the preview.</returns>
    public async Task<RecallOutcome?> SendAsync(string key, string previewedRevision, CancellationToken cancellationToken)
    {
        var now = articles.Current.Find(key);
        if (previewedRevision != (now?.Revision ?? ""))
        {
            return null;
        }

        var result = await recallService.SendAsync(key, now, fromRevision: null, cancellationToken);
        return new RecallOutcome(result.NotifiedCount, result.AlreadyNotifiedCount, result.UnreachableCount);
    }

    private async Task<RecallPreview> PreviewAsync(string key, CancellationToken cancellationToken)
    {
        var now = articles.Current.Find(key);
        var today = HanoiTime.DayOf(time.GetUtcNow());
        var waiting = await recallService.ListNotNotifiedAsync(key, now, cancellationToken);
        return new RecallPreview(
            key,
            now?.Title,
            now?.Revision ?? "",
            now is null
                ? null
                : new LocalizedText(ArticleOnDay.ShortAnswer(now, today, Lang.Vi), ArticleOnDay.ShortAnswer(now, today, Lang.En)),
            waiting.Count,
            [.. waiting.Take(MaxShownConversations).Select(one => new RecallConversation(one.LastAsked, one.ChannelId, one.Question))]
        );
    }
}
