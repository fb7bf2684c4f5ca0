using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Studio.Texts;

namespace PolicyAssistantBot.Studio.Schedule;

/// <summary>
/// Publishes the drafts whose time has come. What cannot be published then leaves the old text live, and the publishers are told.
/// </summary>
internal sealed class ScheduledPublisher(
    KnowledgeStore store,
    StudioTransaction transaction,
    DatabaseArticles articles,
    StudioMail mail,
    TimeProvider time
)
{
    /// <summary>Publishes what is due. A draft that the gate has not seen yet beside the live articles waits for it.</summary>
    /// <returns>The time of the next scheduled draft; null when there is none.</returns>
    public async Task<DateTimeOffset?> RunDueAsync(CancellationToken cancellationToken)
    {
        var scheduled = (await store.ListDraftsAsync(cancellationToken)).Where(draft => draft.State == DraftState.Scheduled).ToList();
        var now = time.GetUtcNow();
        foreach (var draft in scheduled.Where(draft => draft.PublishAt <= now).OrderBy(draft => draft.PublishAt))
        {
            var decision = await transaction.DecideAsync(
                draft.Key,
                null,
                null,
                c =>
                    c.Draft is null
                        ? new StudioDecision.Refused(StudioRefusal.Missing)
                        : StudioRules.PublishScheduled(c.Draft, c.Live, c.Gate, c.Now),
                cancellationToken
            );
            if (decision is StudioDecision.Changed { Event: StudioEventKind.PublishFailed, Text: var reason })
            {
                await SendFailureAsync(draft, reason, cancellationToken);
            }
        }

        await articles.RefreshAsync(cancellationToken);
        return scheduled.Where(draft => draft.PublishAt > now).Select(draft => draft.PublishAt).Min();
    }

    /// <param name="reason">The name of a <see cref="StudioRefusal"/>.</param>
    private Task SendFailureAsync(ArticleDraft draft, string? reason, CancellationToken cancellationToken) =>
        mail.SendAsync(
            Roles.Publisher,
            $"studio-failed:{draft.Key}:{draft.HeadDigest[..12]}:{draft.Version}",
            $"/studio/drafts/{draft.Key}/review",
            lang =>
                new(
                    ScheduleTexts.FailedSubject.With(lang, draft.Key),
                    ScheduleTexts.FailedText.With(lang, draft.Key, LocalFormat.Time(draft.PublishAt ?? draft.ChangedAt, lang)),
                    Enum.TryParse<StudioRefusal>(reason, out var refusal) ? StudioTexts.Explain(refusal)[lang] : "",
                    ScheduleTexts.Footer[lang]
                ),
            cancellationToken
        );
}
