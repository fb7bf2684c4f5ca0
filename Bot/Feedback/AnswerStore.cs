using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge.Language.Masking;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Feedback;

/// <summary>A person in a conversation who got an answer from an article.</summary>
/// <param name="Revision">The newest revision that an answer to them was made from.</param>
/// <param name="Language">The language of the last answer.</param>
internal sealed record AffectedConversation(
    string ChannelId,
    string ConversationId,
    string UserId,
    string Revision,
    string Language,
    DateTimeOffset LastAsked,
    string Question
);

/// <summary>The number of answers that were made from a revision of an article.</summary>
internal sealed record AnsweredRevision(string ArticleKey, string Revision, int Answers);

/// <summary>A question for the editors: it was not answered, or the answer was voted down.</summary>
/// <param name="Question">The question, with personal data masked.</param>
internal sealed record OpenQuestion(
    long Number,
    DateTimeOffset At,
    string Language,
    string Question,
    string Outcome,
    string? ArticleKey,
    string Trace,
    bool IsDownvoted,
    VoteReason? Reason,
    string? Comment
);

/// <summary>Reads the stored answers.</summary>
internal sealed class AnswerStore(IDbContextFactory<AssistantDb> dbContextFactory)
{
    /// <summary>
    /// The answer with this id in a conversation; null when there is none. Where one message asked several
    /// questions, the answer to the last of them.
    /// </summary>
    public async Task<AnswerRow?> FindAsync(string channelId, string conversationId, string answerId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<AnswerRow>()
            .AsNoTracking()
            .Where(a => a.ChannelId == channelId && a.ConversationId == conversationId && a.AnswerId == answerId)
            .OrderByDescending(a => a.Number)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Everyone who got an answer from the article, once for each conversation and person, the most recent first.</summary>
    public async Task<IReadOnlyList<AffectedConversation>> ListAffectedAsync(string articleKey, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var answersOfArticle = db.Set<AnswerRow>().AsNoTracking().Where(a => a.ArticleKey == articleKey && a.Revision != null);
        var lastAnswers = await answersOfArticle
            .Where(a =>
                a.Number
                == answersOfArticle
                    .Where(b => b.ChannelId == a.ChannelId && b.ConversationId == a.ConversationId && b.UserId == a.UserId)
                    .Max(b => b.Number)
            )
            .OrderByDescending(a => a.Number)
            .ToListAsync(cancellationToken);
        return
        [
            .. lastAnswers.Select(a => new AffectedConversation(
                a.ChannelId,
                a.ConversationId,
                a.UserId,
                a.Revision!,
                a.Language,
                DateTimeOffset.FromUnixTimeMilliseconds(a.At),
                a.Question
            )),
        ];
    }

    /// <summary>The number of answers by article and revision.</summary>
    public async Task<IReadOnlyList<AnsweredRevision>> ListRevisionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<AnswerRow>()
            .AsNoTracking()
            .Where(a => a.ArticleKey != null && a.Revision != null)
            .GroupBy(a => new { a.ArticleKey, a.Revision })
            .Select(group => new AnsweredRevision(group.Key.ArticleKey!, group.Key.Revision!, group.Count()))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The questions that were not answered or whose answer was voted down, the newest first.</summary>
    /// <param name="since">Null for all stored questions.</param>
    public async Task<IReadOnlyList<OpenQuestion>> ListOpenQuestionsAsync(
        DateTimeOffset? since,
        int limit,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var earliest = since?.ToUnixTimeMilliseconds() ?? 0;
        var rows = await (
            from answer in db.Set<AnswerRow>().AsNoTracking()
            from vote in db.Set<VoteRow>()
                .Where(v =>
                    v.ChannelId == answer.ChannelId
                    && v.ConversationId == answer.ConversationId
                    && v.UserId == answer.UserId
                    && v.AnswerId == answer.AnswerId
                    && !v.IsUpvote
                )
                .DefaultIfEmpty()
            where answer.At >= earliest && (answer.Outcome == "Unanswerable" || vote != null)
            orderby answer.Number descending
            select new { answer, vote }
        )
            .Take(limit)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new OpenQuestion(
                row.answer.Number,
                DateTimeOffset.FromUnixTimeMilliseconds(row.answer.At),
                row.answer.Language,
                row.answer.Question,
                row.answer.Outcome,
                row.answer.ArticleKey,
                row.answer.Trace,
                row.vote is not null,
                row.vote?.Reason,
                row.vote?.Comment is { } comment ? PersonalData.Mask(comment) : null
            )),
        ];
    }
}
