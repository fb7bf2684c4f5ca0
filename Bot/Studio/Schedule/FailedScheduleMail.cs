using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Texts;

namespace PolicyAssistantBot.Studio.Schedule;

/// <summary>Tells the publishers by mail that a scheduled article was not published.</summary>
internal sealed class FailedScheduleMail(
    IDbContextFactory<AssistantDb> dbContextFactory,
    MailOutbox outbox,
    IOptions<PublicUrlOptions> publicUrl
)
{
    /// <param name="reason">The name of a <see cref="StudioRefusal"/>.</param>
    public async Task SendAsync(ArticleDraft draft, string? reason, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var publishers = await db.Set<Account>()
            .AsNoTracking()
            .Where(a => !a.IsDisabled && a.Email != null && (a.Roles & Roles.Publisher) != Roles.None)
            .ToListAsync(cancellationToken);
        foreach (var publisher in publishers)
        {
            var lang = LangCodes.Parse(publisher.Language) ?? Lang.Vi;
            var subject = ScheduleTexts.FailedSubject.With(lang, draft.Key);
            var explanation = Enum.TryParse<StudioRefusal>(reason, out var refusal) ? StudioTexts.Explain(refusal)[lang] : "";
            var body = MailBody.Compose(
                lang.Code(),
                ScheduleTexts.Greeting.With(lang, publisher.DisplayName),
                ScheduleTexts.FailedText.With(lang, draft.Key, LocalFormat.Time(draft.PublishAt ?? draft.ChangedAt, lang)),
                null,
                [explanation],
                publicUrl.Value.PublicUrl is { } root ? (subject, PublicPaths.Resolve(root, $"/studio/drafts/{draft.Key}/review")) : null,
                ScheduleTexts.Footer[lang]
            );
            var key = $"studio-failed:{draft.Key}:{draft.HeadDigest[..12]}:{draft.Version}:{publisher.Id}";
            await outbox.AddAsync(db, new MailDraft(key, MailKind.Digest, null, publisher.Email!, subject, body), cancellationToken);
        }
    }
}
