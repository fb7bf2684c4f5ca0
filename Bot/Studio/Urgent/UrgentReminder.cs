using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Studio.Schedule;

namespace PolicyAssistantBot.Studio.Urgent;

/// <summary>Tells reviewers and publishers once of each urgent publication that nobody reviewed within a working day.</summary>
internal sealed class UrgentReminder(UrgentStore store, StudioMail mail)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await store.TakeOverdueAsync(cancellationToken))
        {
            await mail.SendAsync(
                Roles.Reviewer | Roles.Publisher,
                $"studio-urgent:{row.Set}",
                "/studio",
                lang =>
                    new(
                        UrgentTexts.MailSubject.With(lang, row.Key),
                        UrgentTexts.MailText.With(lang, row.Key, row.ByName, LocalFormat.Time(row.At, lang)),
                        row.Reason,
                        UrgentTexts.MailFooter[lang]
                    ),
                cancellationToken
            );
        }
    }
}
