using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Feedback;

/// <summary>The result of a recall.</summary>
/// <param name="Told">Conversations that the correction was sent to.</param>
/// <param name="Known">Conversations that had already got the correction.</param>
/// <param name="Unreachable">Conversations that no longer accept messages.</param>
internal sealed record RecallResult(int Told, int Known, int Unreachable);

/// <summary>
/// Sends a correction to everyone who got an answer from an earlier revision of an article: through the outbox, in the language of
/// their last answer, once for each person.
/// </summary>
internal sealed class Recall(
    Answers answers,
    IDbContextFactory<AssistantDb> dbContextFactory,
    IConversationReferences references,
    Outbox outbox,
    TimeProvider time
)
{
    private const string Claim = """
        INSERT INTO "Recalls" ("ArticleKey", "Revision", "ChannelId", "ConversationId", "UserId", "At")
        VALUES ({0}, {1}, {2}, {3}, {4}, {5})
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Who is affected. A deleted article has no current revision, so everyone who got an answer from it is affected.</summary>
    /// <param name="from">Only answers from this revision; null for every earlier one.</param>
    public async Task<IReadOnlyList<AffectedConversation>> AffectedAsync(
        string articleKey,
        Article? now,
        string? from,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await answers.Affected(articleKey, cancellationToken)).Where(one =>
                one.Revision != now?.Revision && (from is null || one.Revision == from)
            ),
        ];

    /// <summary>Who is affected and has not got the correction for the current revision yet.</summary>
    public async Task<IReadOnlyList<AffectedConversation>> WaitingAsync(
        string articleKey,
        Article? now,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var revision = now?.Revision ?? "";
        var told = (
            await db.Set<RecallRow>()
                .AsNoTracking()
                .Where(r => r.ArticleKey == articleKey && r.Revision == revision)
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
            .. (await AffectedAsync(articleKey, now, null, cancellationToken)).Where(one =>
                !told.Contains(
                    new
                    {
                        one.ChannelId,
                        one.ConversationId,
                        one.UserId,
                    }
                )
            ),
        ];
    }

    /// <param name="now">The current article; null when it was deleted.</param>
    public async Task<RecallResult> SendAsync(string articleKey, Article? now, string? from, CancellationToken cancellationToken)
    {
        int told = 0,
            known = 0,
            unreachable = 0;
        foreach (var affected in await AffectedAsync(articleKey, now, from, cancellationToken))
        {
            if (await ReferenceAsync(affected, cancellationToken) is not { } reference)
            {
                unreachable++;
            }
            else if (await TellAsync(articleKey, now, affected, reference, cancellationToken))
            {
                told++;
            }
            else
            {
                known++;
            }
        }

        return new RecallResult(told, known, unreachable);
    }

    /// <summary>Claims the person and sends in one transaction, so that concurrent recalls send only one correction.</summary>
    private async Task<bool> TellAsync(
        string articleKey,
        Article? now,
        AffectedConversation affected,
        ConversationReference reference,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var claimed = await db.Database.ExecuteSqlRawAsync(
            Claim,
            [
                articleKey,
                now?.Revision ?? "",
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

        await outbox.AppendAsync(db, reference, Correction(now, affected), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<ConversationReference?> ReferenceAsync(AffectedConversation affected, CancellationToken cancellationToken)
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

    private static Activity Correction(Article? now, AffectedConversation affected)
    {
        var lang = LangCodes.Parse(affected.Language) ?? Lang.Vi;

        var day = LocalFormat.Day(HanoiTime.DayOf(affected.LastAsked), lang);
        var message = MessageFactory.Text(
            now is null
                ? FeedbackTexts.AnswerWithdrawn.With(lang, day, affected.Question)
                : FeedbackTexts.AnswerChanged.With(
                    lang,
                    day,
                    affected.Question,
                    now.Title[lang],
                    now.Sections(lang)[0].Markdown,
                    LocalFormat.Day(now.Checked, lang)
                )
        );
        message.Locale = lang.Locale();
        return message;
    }
}
