using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Texts;

namespace PolicyAssistantBot.Studio.Schedule;

/// <summary>A mail in the language of its reader.</summary>
internal sealed record StudioMessage(string Subject, string Text, string Explanation, string Footer);

/// <summary>Tells people of the Studio by mail what waits for them.</summary>
internal sealed class StudioMail(IDbContextFactory<AssistantDb> dbContextFactory, MailOutbox outbox, IOptions<PublicUrlOptions> publicUrl)
{
    /// <param name="roles">Who is told: everybody with one of these roles and an address.</param>
    /// <param name="key">Keeps one mail from being sent twice.</param>
    /// <param name="path">The page that it leads to.</param>
    public async Task SendAsync(Roles roles, string key, string path, Func<Lang, StudioMessage> write, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var people = await db.Set<Account>()
            .AsNoTracking()
            .Where(a => !a.IsDisabled && a.Email != null && (a.Roles & roles) != Roles.None)
            .ToListAsync(cancellationToken);
        foreach (var person in people)
        {
            var lang = LangCodes.Parse(person.Language) ?? Lang.Vi;
            var message = write(lang);
            var body = MailBody.Compose(
                lang.Code(),
                ScheduleTexts.Greeting.With(lang, person.DisplayName),
                message.Text,
                null,
                [message.Explanation],
                publicUrl.Value.PublicUrl is { } root ? (message.Subject, PublicPaths.Resolve(root, path)) : null,
                message.Footer
            );
            var draft = new MailDraft($"{key}:{person.Id}", MailKind.Digest, null, person.Email!, message.Subject, body);
            await outbox.AddAsync(db, draft, cancellationToken);
        }
    }
}
