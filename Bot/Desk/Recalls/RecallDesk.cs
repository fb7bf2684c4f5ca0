using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Desk.Recalls;

/// <summary>Who was answered from an earlier text, and the correction that goes out to them.</summary>
internal sealed class RecallDesk(ArticleStore articles, Answers answers, Recall recall)
{
    /// <summary>So many conversations are shown; the rest are counted.</summary>
    private const int Shown = 20;

    /// <param name="key">The article to preview; one of which nobody was told an earlier text is as none.</param>
    public async Task<RecallModel> ReadAsync(string? key, CancellationToken cancellationToken)
    {
        var choices = (await answers.RevisionsAsync(cancellationToken))
            .Where(given => given.Revision != articles.Current.Find(given.ArticleKey)?.Revision)
            .GroupBy(given => given.ArticleKey, StringComparer.Ordinal)
            .Select(group => new RecallChoice(group.Key, articles.Current.Find(group.Key)?.Title, group.Sum(given => given.Answers)))
            .OrderBy(choice => choice.Key, StringComparer.Ordinal)
            .ToList();
        return new RecallModel(choices, choices.Exists(choice => choice.Key == key) ? await PreviewAsync(key!, cancellationToken) : null);
    }

    /// <summary>Sends what was previewed; null, and nothing sent, when the article is at another revision by now.</summary>
    public async Task<RecallOutcome?> SendAsync(string key, string previewed, CancellationToken cancellationToken)
    {
        var now = articles.Current.Find(key);
        if (previewed != (now?.Revision ?? ""))
        {
            return null;
        }

        var result = await recall.SendAsync(key, now, from: null, cancellationToken);
        return new RecallOutcome(result.Told, result.Known, result.Unreachable);
    }

    private async Task<RecallPreview> PreviewAsync(string key, CancellationToken cancellationToken)
    {
        var now = articles.Current.Find(key);
        var waiting = await recall.WaitingAsync(key, now, cancellationToken);
        return new RecallPreview(
            key,
            now?.Title,
            now?.Revision ?? "",
            now is null ? null : new LocalizedText(now.SectionsVi[0].Markdown, now.SectionsEn[0].Markdown),
            waiting.Count,
            [.. waiting.Take(Shown).Select(one => new RecallLine(one.LastAsked, one.ChannelId, one.Question))]
        );
    }
}
