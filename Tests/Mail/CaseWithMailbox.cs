using System.Text.RegularExpressions;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Tests.Mail;

/// <summary>A case whose asker has confirmed an e-mail address, on a host with a mail server.</summary>
internal sealed partial class CaseWithMailbox : IAsyncDisposable
{
    private readonly TempFolder folder = new();

    private CaseWithMailbox() { }

    public FakeSmtp Smtp { get; } = new();

    public TeamsHost Host { get; private set; } = null!;

    public CaseNumber Number { get; private set; }

    public int CodeMailCount => Smtp.Mails.Count(mail => mail.Subject == MailTexts.CodeSubject.Vi);

    public static async Task<CaseWithMailbox> OpenAsync(params (string Key, string Value)[] settings)
    {
        var mailbox = new CaseWithMailbox();
        mailbox.Host = await TeamsHost.StartAsync(mailbox.folder, [.. mailbox.Smtp.Settings, .. settings]);
        mailbox.Number = await MailCases.SubmitAsync(mailbox.Host, "t1", Sample.Draft() with { Email = "an@congty.vn" });
        await mailbox.Host.Get<MailWorker>().SendDueAsync(default);
        return mailbox;
    }

    /// <summary>Sends what was asked for and returns the code that came last.</summary>
    public async Task<string> ReadCodeAsync()
    {
        var count = CodeMailCount;
        await Host.Get<CaseLookupCodeService>().IssueAsync(default);

        // A mail that a busy machine could not send is due again a little later.
        await Wait.UntilAsync(
            async () =>
            {
                await Host.Get<MailWorker>().SendDueAsync(default);
                return CodeMailCount > count;
            },
            () => Host.Time.Advance(TimeSpan.FromSeconds(5))
        );
        var text = Smtp.Mails.Last(mail => mail.Subject == MailTexts.CodeSubject.Vi).Part("text/plain");
        Assert.Matches(CodeRegex(), text);
        return CodeRegex().Match(text).Value;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Smtp.DisposeAsync();
        folder.Dispose();
    }

    [GeneratedRegex("(?<= )[0-9]{7}(?![0-9])")]
    private static partial Regex CodeRegex();
}
