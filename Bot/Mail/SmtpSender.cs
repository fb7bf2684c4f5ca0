using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Mail;

/// <summary>
/// Submits mails to the mail server (RFC 5321, RFC 6409): encrypted by STARTTLS, with authentication when a user name is configured.
/// </summary>
internal sealed class SmtpSender(IOptions<MailOptions> options, TimeProvider time)
{
    private const int AuthenticationRequired = 530;
    private const int AuthenticationTooWeak = 534;
    private const int AuthenticationFailed = 535;
    private const int EncryptionRequired = 538;

    /// <summary>
    /// Makes one attempt. The outcome is ambiguous when the connection fails after the transmission of the content began.
    /// </summary>
    public async Task<DeliveryResult> SendAsync(MailRow mail, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var content = new WatchedStream(Encoding.UTF8.GetBytes(mail.Text));
        try
        {
            using var message = Message(mail, content);
            using var client = new SmtpClient(options.Value.Host, options.Value.Port)
            {
                EnableSsl = options.Value.StartTls,
                Credentials = options.Value.UserName is { } name ? new NetworkCredential(name, options.Value.Password) : null,
            };
            await client.SendMailAsync(message, either.Token).WaitAsync(either.Token);
            return new DeliveryResult.Delivered();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed("timeout");
        }
        catch (FormatException)
        {
            return new DeliveryResult.Refused("address");
        }
        catch (SmtpException fault) when (fault.StatusCode != SmtpStatusCode.GeneralFailure)
        {
            return Classify((int)fault.StatusCode);
        }
        catch (Exception fault)
            when (fault
                    is SmtpException
                        or IOException
                        or System.Net.Sockets.SocketException
                        or System.Security.Authentication.AuthenticationException
                        or InvalidOperationException
            )
        {
            return Failed((fault.InnerException ?? fault).GetType().Name);
        }

        DeliveryResult Failed(string reason) =>
            content.HasBeenRead ? new DeliveryResult.Ambiguous(reason) : new DeliveryResult.NotAccepted(reason);
    }

    /// <summary>
    /// 4yz is temporary, 5yz permanent (RFC 5321 section 4.2.1); but an operator can correct what the server says about us.
    /// </summary>
    private static DeliveryResult Classify(int status)
    {
        var reason = status.ToString(CultureInfo.InvariantCulture);
        return
            status
                is >= 500
                    and < 600
                    and not (AuthenticationRequired or AuthenticationTooWeak or AuthenticationFailed or EncryptionRequired)
            ? new DeliveryResult.Refused(reason)
            : new DeliveryResult.NotAccepted(reason);
    }

    private MailMessage Message(MailRow mail, Stream text)
    {
        var from = options.Value.From!;
        var message = new MailMessage(from, mail.Recipient)
        {
            Subject = mail.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };

        // The same mail has the same id on each attempt, so that a reader's mail program can recognise a copy.
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Key)).AsSpan(0, 16));
        message.Headers.Add("Message-ID", $"<{id}@{from[(from.LastIndexOf('@') + 1)..]}>");
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: automatic responders must not answer it.
        message.AlternateViews.Add(View(text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(new MemoryStream(Encoding.UTF8.GetBytes(mail.Html)), MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView View(Stream content, string type) =>
        new(content, new ContentType(type) { CharSet = "utf-8" }) { TransferEncoding = TransferEncoding.Base64 };

    /// <summary>The mail client reads the content when it transmits it, after the server has agreed to take it.</summary>
    private sealed class WatchedStream(byte[] content) : MemoryStream(content, writable: false)
    {
        public bool HasBeenRead { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            HasBeenRead = true;
            return base.Read(buffer, offset, count);
        }

        public override int Read(Span<byte> buffer)
        {
            HasBeenRead = true;
            return base.Read(buffer);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            HasBeenRead = true;
            return base.ReadAsync(buffer, offset, count, cancellationToken);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            HasBeenRead = true;
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
