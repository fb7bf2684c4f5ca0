using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Accounts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Mail;

/// <summary>Mails a link with which a person chooses the first password.</summary>
internal sealed class InvitationMails(
    IDbContextFactory<AssistantDb> dbContextFactory,
    MailOutbox outbox,
    IOptions<RequestOptions> requestOptions,
    IOptions<PublicUrlOptions> publicUrlOptions
)
{
    public InvitationMailer ToMailer() => new(FindObstacle, SendAsync);

    private LocalizedText? FindObstacle() =>
        !outbox.IsEnabled ? MailTexts.NoInvitationWithoutMail
        : publicUrlOptions.Value.PublicUrl is null ? MailTexts.NoInvitationWithoutAddress
        : null;

    private async Task SendAsync(Account account, string code, CancellationToken cancellationToken)
    {
        var lang = OfficialMailComposer.GetLanguage(account);
        var unit = lang == Lang.En ? requestOptions.Value.UnitEn : requestOptions.Value.UnitVi;
        var link = PublicPaths.Resolve(publicUrlOptions.Value.PublicUrl!, InvitationEndpoints.CreateLink(account.Id, code));
        var expiry = account.OneTimePasswordExpiresAt is { } at ? LocalFormat.Time(at, lang) : "";
        var body = MailBody.Compose(
            lang.Code(),
            MailTexts.Greeting.With(lang, account.DisplayName),
            MailTexts.Invitation.With(lang, unit, account.UserName),
            null,
            [MailTexts.InvitationValidity.With(lang, expiry)],
            (MailTexts.InvitationLink[lang], link),
            MailTexts.OfficialFooter.With(lang, unit)
        );
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await outbox.AddAsync(
            db,
            new MailDraft(
                $"invitation:{account.Id}:{account.SecurityStamp}",
                MailKind.Invitation,
                null,
                account.Email!,
                MailTexts.InvitationSubject[lang],
                body
            ),
            cancellationToken
        );
    }
}
