using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers.Holds;

/// <summary>
/// The holds in force. They are applied to answers after they were found: the index stays as it is, so that no neighbour answers in the
/// place of a withdrawn article.
/// </summary>
public sealed class HoldList(IReadOnlyList<Hold> holds)
{
    public static HoldList None { get; } = new([]);

    public IReadOnlyList<Hold> Holds { get; } = holds;

    /// <summary>What covers an article; a withdrawal tells more than a hold.</summary>
    public Hold? Find(Article article) => Holds.OrderByDescending(hold => hold.IsWithdrawal).FirstOrDefault(hold => hold.Covers(article));

    /// <summary>The answer, or that it is on hold.</summary>
    public Answer Apply(Answer answer, KnowledgeBase published)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(published);
        if (Holds.Count == 0)
        {
            return answer;
        }

        var held = FindFor(answer, published) is { } hold ? Describe(hold, answer, published) : answer;
        return held with
        {
            OtherReading = answer.OtherReading is { } other ? Apply(other, published) : null,
            FollowUps = [.. held.FollowUps.Where(next => published.Find(next.ArticleKey) is not { } article || Find(article) is null)],
        };
    }

    private Hold? FindFor(Answer answer, KnowledgeBase published)
    {
        if (answer is not (Answer.Answered or Answer.Expired or Answer.Personal or Answer.Clarify or Answer.Unanswerable))
        {
            return null;
        }

        var article = published.Find(KeyOf(answer));
        var cited = answer.Citations.Select(citation => published.Find(citation.ArticleKey)).OfType<Article>();
        IEnumerable<Article> articles = article is null ? cited : [article];
        return articles.Select(Find).FirstOrDefault(hold => hold is not null)
            ?? Holds.FirstOrDefault(hold =>
                hold.Scope == HoldScope.Document && answer.Citations.Any(citation => citation.Document == hold.Key)
            )
            ?? (answer is Answer.Personal ? null : Holds.FirstOrDefault(hold => hold.Scope == HoldScope.Everything));
    }

    private static string? KeyOf(Answer answer) =>
        answer switch
        {
            Answer.Answered answered => answered.ArticleKey,
            Answer.Expired expired => expired.ArticleKey,
            _ => null,
        };

    private static Answer Describe(Hold hold, Answer answer, KnowledgeBase published)
    {
        var lang = answer.Language;
        var day = LocalFormat.Day(hold.Since, lang);
        if (!hold.IsWithdrawal || published.Find(hold.Key) is not { } withdrawn)
        {
            return new Answer.OnHold(AnswerTexts.OnHold.With(lang, day, hold.Reason[lang]), lang, answer.Confidence, hold.Scope, hold.Since)
            {
                OffersRequest = true,
                UnderstoodQuestion = answer.UnderstoodQuestion,
                StatedFacts = answer.StatedFacts,
                Trace = answer.Trace,
            };
        }

        var title = withdrawn.Title[lang];
        var successor = published.Find(hold.ReplacedBy);
        return new Answer.Withdrawn(
            successor is null
                ? AnswerTexts.Withdrawn.With(lang, title, day, hold.Reason[lang])
                : AnswerTexts.WithdrawnAndReplaced.With(lang, title, day, hold.Reason[lang], successor.Title[lang]),
            lang,
            answer.Confidence,
            withdrawn.Key,
            hold.Since
        )
        {
            OffersRequest = true,
            UnderstoodQuestion = answer.UnderstoodQuestion,
            StatedFacts = answer.StatedFacts,
            Trace = answer.Trace,
            FollowUps = successor is null ? [] : [new FollowUp(successor.Key, successor.Title[lang])],
        };
    }
}
