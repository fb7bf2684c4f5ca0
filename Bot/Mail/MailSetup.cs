using Azure.Core;
using PolicyAssistantBot.Mail.Answers;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Mail;

/// <summary>E-mail to askers and officials. Needs the storage, the requests, the accounts and the limits.</summary>
internal static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        services.AddHostedService(provider => provider.GetRequiredService<MailWorker>());
        return services
            .AddSingleton<MailOutbox>()
            .AddSingleton<Func<MailOptions, TokenCredential>>(MailCredentialFactory.Create)
            .AddSingleton<SmtpSender>()
            .AddSingleton<MailWorker>()
            .AddSingleton<OfficialMailComposer>()
            .AddSingleton<OfficialDigestService>()
            .AddSingleton<OfficialMailNotifier>()
            .AddSingleton<IDeadlineObserver>(provider => provider.GetRequiredService<OfficialMailNotifier>())
            .AddSingleton<IMentionObserver>(provider => provider.GetRequiredService<OfficialMailNotifier>())
            .AddSingleton<AskerMailNotifier>()
            .AddSingleton<ICaseObserver>(provider => provider.GetRequiredService<AskerMailNotifier>())
            .AddSingleton<InvitationMails>()
            .AddSingleton(provider => provider.GetRequiredService<InvitationMails>().ToMailer())
            .AddSingleton<MailAddressConfirmationService>()
            .AddSingleton<AnswerMailService>()
            .AddSingleton<IEffectHandler, AnswerMailHandler>()
            .AddSingleton<IUndeliveredActivityObserver, UndeliveredMailNotifier>()
            .AddSingleton<CaseLookupCodeService>()
            .AddSingleton<IEffectHandler, RequestCaseLookupCodeHandler>();
    }
}
