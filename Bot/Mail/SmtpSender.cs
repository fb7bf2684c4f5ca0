using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Mail;

/// <summary>Hands mails to the submission server (RFC 5321, RFC 6409): encrypted by STARTTLS, with authentication when a name is configured.</summary>
internal sealed class SmtpSender(IOptions<MailOptions> options, TimeProvider time)
{
    private const int AuthenticationRequired = 530;
    private const int AuthenticationTooWeak = 534;
    private const int AuthenticationFailed = 535;
    private const int EncryptionRequired = 538;

    public async Task<MailResult> SendAsync(MailRow mail, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var message = Message(mail);
            using var client = new SmtpClient(options.Value.Host, options.Value.Port)
            {
                EnableSsl = options.Value.StartTls,
                Credentials = options.Value.UserName is { } name ? new NetworkCredential(name, options.Value.Password) : null,
            };
            await client.SendMailAsync(message, either.Token).WaitAsync(either.Token);
            return new MailResult.Taken();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new MailResult.Later("timeout");
        }
        catch (FormatException)
        {
            return new MailResult.Refused("address");
        }
        catch (SmtpException fault)
        {
            return Judge(fault);
        }
        catch (Exception fault)
            when (fault
                    is IOException
                        or System.Net.Sockets.SocketException
                        or System.Security.Authentication.AuthenticationException
                        or InvalidOperationException
            )
        {
            return new MailResult.Later(fault.GetType().Name);
        }
    }

    /// <summary>4yz is not this time, 5yz is never (RFC 5321 section 4.2.1); but an operator can mend what the server says about us.</summary>
    private static MailResult Judge(SmtpException fault)
    {
        var status = (int)fault.StatusCode;
        var reason = status > 0 ? status.ToString(CultureInfo.InvariantCulture) : fault.InnerException?.GetType().Name ?? "connection";
        return
            status
                is >= 500
                    and < 600
                    and not (AuthenticationRequired or AuthenticationTooWeak or AuthenticationFailed or EncryptionRequired)
            ? new MailResult.Refused(reason)
            : new MailResult.Later(reason);
    }

    private MailMessage Message(MailRow mail)
    {
        var from = options.Value.From!;
        var message = new MailMessage(from, mail.Recipient)
        {
            Subject = mail.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };

        // The same mail has the same id on each attempt: whoever gets it twice, because we did not hear that it was taken, can tell.
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Key)).AsSpan(0, 16));
        message.Headers.Add("Message-ID", $"<{id}@{from[(from.LastIndexOf('@') + 1)..]}>");
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no machine is to answer it.
        message.AlternateViews.Add(View(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(mail.Html, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView View(string content, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }
}
