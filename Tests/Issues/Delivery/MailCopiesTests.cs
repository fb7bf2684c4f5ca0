using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Delivery;

/// <summary>The mail server accepted a mail and the connection was lost: up to twelve copies reached the mailbox.</summary>
public sealed class MailCopiesTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeSmtp smtp = new();
    private TeamsHost host = null!;

    public async Task InitializeAsync() => host = await TeamsHost.StartAsync(folder, smtp.Settings);

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await smtp.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_mail_that_may_have_been_accepted_is_sent_once_more_and_then_abandoned()
    {
        smtp.ReplyOverride = verb => verb == "DATA." ? "drop" : null;
        await using (var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync())
        {
            await host.Get<MailOutbox>()
                .AddAsync(db, new MailDraft("case:1", MailKind.Asker, null, "an@congty.vn", "x", new MailBody("a", "b")), default);
        }

        for (var i = 0; i < 30; i++)
        {
            await host.Get<MailWorker>().SendDueAsync(default);
            host.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(2, smtp.Commands.Count(command => command == "DATA"));
        await using var after = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        Assert.Equal(MailState.Failed, (await after.Set<MailRow>().SingleAsync()).State);
    }

    [Fact]
    public async Task A_mail_that_was_never_sent_is_tried_as_often_as_configured()
    {
        smtp.ReplyOverride = verb => verb == "RCPT" ? "drop" : null;
        await using (var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync())
        {
            await host.Get<MailOutbox>()
                .AddAsync(db, new MailDraft("case:1", MailKind.Asker, null, "an@congty.vn", "x", new MailBody("a", "b")), default);
        }

        for (var i = 0; i < 30; i++)
        {
            await host.Get<MailWorker>().SendDueAsync(default);
            host.Time.Advance(TimeSpan.FromHours(6));
        }

        await using var after = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var mail = await after.Set<MailRow>().SingleAsync();
        Assert.Equal((MailState.Failed, 12, 0), (mail.State, mail.Attempts, mail.AmbiguousAttempts));
    }
}
