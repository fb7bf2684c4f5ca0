using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Feedback;

/// <summary>The result of a recall.</summary>
/// <param name="NotifiedCount">Conversations that the correction was sent to.</param>
/// <param name="AlreadyNotifiedCount">Conversations that had already got the correction.</param>
/// <param name="UnreachableCount">Conversations that no longer accept messages.</param>
internal sealed record RecallResult(int NotifiedCount, int AlreadyNotifiedCount, int UnreachableCount);

/// <summary>
/// Sends a correction to everyone who got an answer from an earlier revision of an article: through the outbox, in the language of
/// their last answer, once for each person.
/// </summary>
internal sealed class RecallService(
    AnswerStore answerStore,
    IDbContextFactory<AssistantDb> dbContextFactory,
    IConversationReferences references,
    Outbox outbox,
    TimeProvider time
)
{
    private const string ClaimSql = """
        INSERT INTO "Recalls" ("ArticleKey", "Revision", "ChannelId", "ConversationId", "UserId", "At")
        VALUES ({0}, {1}, {2}, {3}, {4}, {5})
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Who is affected. A deleted article has no current revision, so everyone who got an answer from it is affected.</summary>
    /// <param name="fromRevision">Only answers from this revision; null for every earlier one.</param>
    public async Task<IReadOnlyList<AffectedConversation>> ListAffectedAsync(
        string articleKey,
        Article? currentArticle,
        string? fromRevision,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await answerStore.ListAffectedAsync(articleKey, cancellationToken)).Where(conversation =>
                currentArticle?.HasRevision(conversation.Revision) != true
                && (fromRevision is null || conversation.Revision == fromRevision)
            ),
        ];

    /// <summary>Who is affected and has not got the correction for the current revision yet.</summary>
    public async Task<IReadOnlyList<AffectedConversation>> ListNotNotifiedAsync(
        string articleKey,
        Article? currentArticle,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var (revision, former) = (currentArticle?.Revision ?? "", currentArticle?.FormerRevision ?? "");
        var notified = (
            await db.Set<RecallRow>()
                .AsNoTracking()
                .Where(r => r.ArticleKey == articleKey && (r.Revision == revision || r.Revision == former))
                .Select(r => new
                {
                    r.ChannelId,
                    r.ConversationId,
                    r.UserId,
                })
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        return
        [
            .. (await ListAffectedAsync(articleKey, currentArticle, null, cancellationToken)).Where(conversation =>
                !notified.Contains(
                    new
                    {
                        conversation.ChannelId,
                        conversation.ConversationId,
                        conversation.UserId,
                    }
                )
            ),
        ];
    }

    /// <param name="currentArticle">The current article; null when it was deleted.</param>
    public async Task<RecallResult> SendAsync(
        string articleKey,
        Article? currentArticle,
        string? fromRevision,
        CancellationToken cancellationToken
    )
    {
        int notified = 0,
            alreadyNotified = 0,
            unreachable = 0;
        foreach (var affected in await ListAffectedAsync(articleKey, currentArticle, fromRevision, cancellationToken))
        {
            if (await FindReferenceAsync(affected, cancellationToken) is not { } reference)
            {
                unreachable++;
            }
            else if (await NotifyAsync(articleKey, currentArticle, affected, reference, cancellationToken))
            {
                notified++;
            }
            else
            {
                alreadyNotified++;
            }
        }

        return new RecallResult(notified, alreadyNotified, unreachable);
    }

    /// <summary>Claims the person and sends in one transaction, so that concurrent recalls send only one correction.</summary>
    private async Task<bool> NotifyAsync(
        string articleKey,
        Article? currentArticle,
        AffectedConversation affected,
        ConversationReference reference,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var former = currentArticle?.FormerRevision;
        var wasTold = await db.Set<RecallRow>()
            .AnyAsync(
                r =>
                    r.ArticleKey == articleKey
                    && r.Revision == former
                    && r.ChannelId == affected.ChannelId
                    && r.ConversationId == affected.ConversationId
                    && r.UserId == affected.UserId,
                cancellationToken
            );
        if (wasTold)
        {
            return false;
        }

        var claimed = await db.Database.ExecuteSqlRawAsync(
            ClaimSql,
            [
                articleKey,
                currentArticle?.Revision ?? "",
                affected.ChannelId,
                affected.ConversationId,
                affected.UserId,
                time.GetUtcNow().ToUnixTimeMilliseconds(),
            ],
            cancellationToken
        );
        if (claimed == 0)
        {
            return false;
        }

        await outbox.AppendAsync(
            db,
            reference,
            ComposeCorrection(currentArticle, affected, HanoiTime.DayOf(time.GetUtcNow())),
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<ConversationReference?> FindReferenceAsync(AffectedConversation affected, CancellationToken cancellationToken)
    {
        if (affected.ChannelId == ChannelIds.Directline)
        {
            return new ConversationReference
            {
                ChannelId = affected.ChannelId,
                Conversation = new ConversationAccount { Id = affected.ConversationId },
                User = new ChannelAccount { Id = affected.UserId },
            };
        }

        return await references.FindAsync(affected.ChannelId, affected.ConversationId, cancellationToken) is { IsActive: true } known
            ? known.Reference
            : null;
    }

    private static Activity ComposeCorrection(Article? currentArticle, AffectedConversation affected, DateOnly today)
    {
        var lang = LangCodes.Parse(affected.Language) ?? Lang.Vi;

        var day = LocalFormat.Day(HanoiTime.DayOf(affected.LastAsked), lang);
        var message = MessageFactory.Text(
            currentArticle is null
                ? FeedbackTexts.AnswerWithdrawn.With(lang, day, affected.Question)
                : FeedbackTexts.AnswerChanged.With(
                    lang,
                    day,
                    affected.Question,
                    currentArticle.Title[lang],
                    ArticleOnDay.ShortAnswer(currentArticle, today, lang),
                    LocalFormat.Day(currentArticle.Checked, lang)
                )
        );
        message.Locale = lang.Locale();
        return message;
    }
}
