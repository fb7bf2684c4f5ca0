using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using MimeKit;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Tests.Support;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace PolicyAssistantBot.Tests.Mail;

/// <summary>The SmtpServer package as the peer: a server that others wrote.</summary>
public sealed class SmtpServerTests : IAsyncLifetime, IDisposable
{
    private const string Password = "mật khẩu";

    private readonly TempFolder folder = new();
    private readonly FakeTime time = new();
    private readonly ConcurrentQueue<MimeMessage> mails = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly int startTlsPort = FreePort();
    private readonly int tlsPort = FreePort();
    private Task serving = Task.CompletedTask;

    public Task InitializeAsync()
    {
        File.WriteAllText(folder.File("ca.pem"), FakeSmtp.Certificate.ExportCertificatePem());
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(endpoint => Protect(endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, startTlsPort))))
            .Endpoint(endpoint => Protect(endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, tlsPort)).IsSecure(true)))
            .Build();
        var services = new ServiceProvider();
        services.Add(new Mailbox(mails));
        services.Add(new DelegatingUserAuthenticator((user, password) => (user, password) == ("troly", Password)));
        serving = new SmtpServer.SmtpServer(options, services).StartAsync(stopping.Token);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await stopping.CancelAsync();
        await serving;
    }

    public void Dispose()
    {
        stopping.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(MailEncryption.StartTls)]
    [InlineData(MailEncryption.Tls)]
    internal async Task A_mail_arrives_encrypted_and_authenticated(MailEncryption encryption)
    {
        Assert.IsType<DeliveryResult.Delivered>(await SendAsync(encryption, Password));
        var mail = Assert.Single(mails);
        Assert.Equal("Đã nhận yêu cầu HN-2026-000123-7", mail.Subject);
        Assert.Equal(("troly@example.vn", "an@congty.vn"), (mail.From.Mailboxes.Single().Address, mail.To.Mailboxes.Single().Address));
        Assert.Equal(("Kính gửi anh/chị", "<p>Kính gửi anh/chị</p>"), (mail.TextBody, mail.HtmlBody));
    }

    [Theory]
    [InlineData(MailEncryption.StartTls)]
    [InlineData(MailEncryption.Tls)]
    internal async Task A_wrong_password_or_an_untrusted_certificate_sends_nothing(MailEncryption encryption)
    {
        Assert.Equal(new DeliveryResult.NotAccepted("535"), await SendAsync(encryption, "sai"));
        Assert.IsType<DeliveryResult.NotAccepted>(await SendAsync(encryption, Password, trusts: false));
        Assert.Empty(mails);
    }

    private static void Protect(EndpointDefinitionBuilder endpoint) =>
        endpoint.Certificate(FakeSmtp.Certificate).AuthenticationRequired().AllowUnsecureAuthentication(false);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private Task<DeliveryResult> SendAsync(MailEncryption encryption, string password, bool trusts = true)
    {
        var options = new MailOptions
        {
            Host = "localhost",
            Port = encryption == MailEncryption.Tls ? tlsPort : startTlsPort,
            Encryption = encryption,
            CaFile = trusts ? folder.File("ca.pem") : null,
            UserName = "troly",
            Password = password,
            From = "troly@example.vn",
        };
        var mail = new MailRow
        {
            Key = "case:HN-2026-000123-7:0",
            Kind = MailKind.Asker,
            Recipient = "an@congty.vn",
            Subject = "Đã nhận yêu cầu HN-2026-000123-7",
            Text = "Kính gửi anh/chị",
            Html = "<p>Kính gửi anh/chị</p>",
            CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        return new SmtpSender(Options.Create(options), MailCredentialFactory.Create, time).SendAsync(mail, default);
    }

    private sealed class Mailbox(ConcurrentQueue<MimeMessage> mails) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            using var content = new MemoryStream(buffer.ToArray());
            mails.Enqueue(await MimeMessage.LoadAsync(content, cancellationToken));
            return SmtpResponse.Ok;
        }
    }
}
