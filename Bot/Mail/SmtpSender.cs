using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Mail;

/// <summary>Submits mails to the mail server (RFC 5321, RFC 6409).</summary>
/// <param name="createCredential">Creates the credential when the first token is needed.</param>
internal sealed class SmtpSender(IOptions<MailOptions> options, Func<MailOptions, TokenCredential> createCredential, TimeProvider time)
{
    private const int AuthenticationRequired = 530;
    private const int AuthenticationTooWeak = 534;
    private const int AuthenticationFailed = 535;
    private const int EncryptionRequired = 538;

    private readonly Lazy<TokenCredential> credential = new(() => createCredential(options.Value));

    /// <summary>
    /// Makes one attempt. The outcome is ambiguous when the connection fails after the transmission of the content began.
    /// </summary>
    public async Task<DeliveryResult> SendAsync(MailRow mail, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.Timeout, time);
        using var linkedSource = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        if (!MailboxAddress.TryParse(mail.Recipient, out var recipient))
        {
            return new DeliveryResult.Refused("address");
        }

        using var message = CreateMessage(mail, recipient);
        using var client = new SmtpClient
        {
            // Like the program's other clients: a server behind a firewall often cannot reach the revocation lists.
            CheckCertificateRevocation = false,
        };
        var isConnected = false;
        var transmission = new Transmission();
        try
        {
            await ConnectAsync(client, linkedSource.Token).WaitAsync(linkedSource.Token);
            isConnected = true;
            await client.SendAsync(message, linkedSource.Token, transmission).WaitAsync(linkedSource.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return transmission.ToFailure("timeout");
        }
#pragma warning disable CA1031 // Whatever fails, the worker needs to know whether the server may have the mail.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return (exception as SmtpCommandException ?? exception.InnerException as SmtpCommandException) is { } commandException
                ? Classify((int)commandException.StatusCode, isConnected)
                : transmission.ToFailure((exception.InnerException ?? exception).GetType().Name);
        }

        await QuitAsync(client, linkedSource.Token);
        return new DeliveryResult.Delivered();
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        client.ServerCertificateValidationCallback = MailServerCertificateCheck.CreateCallback(settings.CaFile);
        var encryption = settings.Encryption switch
        {
            MailEncryption.Tls => SecureSocketOptions.SslOnConnect,
            MailEncryption.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        await client.ConnectAsync(settings.Host!, settings.EffectivePort, encryption, cancellationToken);
        switch (settings.EffectiveAuthentication)
        {
            case MailAuthentication.None:
                break;
            case MailAuthentication.Password:
                await client.AuthenticateAsync(new NetworkCredential(settings.UserName, settings.Password), cancellationToken);
                break;
            default:
                var token = await credential.Value.GetTokenAsync(new TokenRequestContext([settings.TokenScope]), cancellationToken);
                await client.AuthenticateAsync(
                    new SaslMechanismOAuth2(settings.UserName ?? settings.From!, token.Token),
                    cancellationToken
                );
                break;
        }
    }

    /// <summary>The server has the mail already: whatever happens now changes nothing.</summary>
    private static async Task QuitAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken).WaitAsync(cancellationToken);
        }
#pragma warning disable CA1031 // Disposing the client closes the connection.
        catch (Exception)
#pragma warning restore CA1031
        {
            return;
        }
    }

    /// <summary>
    /// 4yz is temporary, 5yz permanent (RFC 5321 section 4.2.1). But what the server refuses before it knows the mail, or because of how
    /// the program signed in, an operator can correct.
    /// </summary>
    private static DeliveryResult Classify(int status, bool isConnected)
    {
        var reason = status.ToString(CultureInfo.InvariantCulture);
        return
            isConnected
            && status
                is >= 500
                    and < 600
                    and not (AuthenticationRequired or AuthenticationTooWeak or AuthenticationFailed or EncryptionRequired)
            ? new DeliveryResult.Refused(reason)
            : new DeliveryResult.NotAccepted(reason);
    }

    private MimeMessage CreateMessage(MailRow mail, MailboxAddress recipient)
    {
        var senderAddress = options.Value.From!;
        var message = new MimeMessage
        {
            Subject = mail.Subject.ReplaceLineEndings(" "),
            Date = DateTimeOffset.FromUnixTimeMilliseconds(mail.CreatedAt),

            // The same mail has the same id on each attempt, so that a reader's mail program can recognise a copy.
            MessageId =
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Key)).AsSpan(0, 16)) + GetDomain(senderAddress),
            Body = new MultipartAlternative { CreatePart("plain", mail.Text), CreatePart("html", mail.Html) },
        };
        message.From.Add(MailboxAddress.Parse(senderAddress));
        message.To.Add(new MailboxAddress("", recipient.Address));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated"); // RFC 3834: automatic responders must not answer it.
        return message;
    }

    private static string GetDomain(string address) => address[address.LastIndexOf('@')..];

    private static TextPart CreatePart(string subtype, string text) =>
        new(subtype) { Text = text, ContentTransferEncoding = ContentEncoding.Base64 };

    /// <summary>Notes whether the transmission of the content began, which is after the server agreed to receive it.</summary>
    private sealed class Transmission : ITransferProgress
    {
        private volatile bool hasBegun;

        public void Report(long bytesTransferred, long totalSize) => hasBegun = true;

        public void Report(long bytesTransferred) => hasBegun = true;

        public DeliveryResult ToFailure(string reason) =>
            hasBegun ? new DeliveryResult.Ambiguous(reason) : new DeliveryResult.NotAccepted(reason);
    }
}
