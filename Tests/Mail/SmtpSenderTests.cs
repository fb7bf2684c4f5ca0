using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Mail;

/// <summary>The dialogue with a submission server, including its failures.</summary>
public sealed class SmtpSenderTests : IAsyncLifetime
{
    private readonly FakeSmtp smtp = new();
    private readonly FakeTime time = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await smtp.DisposeAsync();

    [Fact]
    public async Task A_mail_goes_encrypted_and_authenticated_with_both_texts()
    {
        var body = MailBody.Compose(
            "vi",
            "Kính gửi anh/chị An,",
            "Sở trả lời:",
            "<b>Hồ sơ</b>\n.một dòng bắt đầu bằng chấm",
            ["Đoạn sau."],
            ("Mở", new Uri("https://troly.example.vn/desk?a=1&b=2")),
            "Chân thư."
        );
        Assert.IsType<DeliveryResult.Delivered>(await SendAsync(Mail("Trả lời yêu cầu HN-2026-000123-7", body)));
        var mail = Assert.Single(smtp.Mails);
        Assert.Equal((true, FakeSmtp.UserName, "troly@example.vn", "an@congty.vn"), (mail.IsEncrypted, mail.UserName, mail.From, mail.To));
        Assert.Equal("Trả lời yêu cầu HN-2026-000123-7", mail.Subject);
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Equal(body.Text.ReplaceLineEndings("\n"), mail.Part("text/plain").ReplaceLineEndings("\n"));
        Assert.Contains(
            "> <b>Hồ sơ</b>\n> .một dòng bắt đầu bằng chấm",
            mail.Part("text/plain").ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        var html = mail.Part("text/html");
        Assert.Contains("&lt;b&gt;H", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("a=1&amp;b=2", html, StringComparison.Ordinal);

        await SendAsync(Mail("Lần nữa", body));
        Assert.Equal(mail.Header("Message-ID"), smtp.Mails[1].Header("Message-ID"));
        Assert.Matches("^<[0-9a-f]{32}@example\\.vn>$", mail.Header("Message-ID"));
    }

    [Fact]
    public async Task A_line_break_in_a_subject_adds_no_header()
    {
        await SendAsync(Mail("Chào\r\nBcc: kẻ@xấu.vn"));
        Assert.Null(Assert.Single(smtp.Mails).Header("Bcc"));
    }

    [Theory]
    [InlineData("GREETING", "421 busy", "NotAccepted")]
    [InlineData("GREETING", "554 not from your address", "NotAccepted")]
    [InlineData("EHLO", "550 not from your address", "NotAccepted")]
    [InlineData("MAIL", "451 later", "NotAccepted")]
    [InlineData("RCPT", "450 mailbox busy", "NotAccepted")]
    [InlineData("RCPT", "550 no such user", "Refused")]
    [InlineData("MAIL", "553 not this sender", "Refused")]
    [InlineData("DATA.", "452 full", "NotAccepted")]
    [InlineData("DATA.", "554 spam", "Refused")]
    [InlineData("GREETING", "drop", "NotAccepted")]
    [InlineData("MAIL", "drop", "NotAccepted")]
    [InlineData("DATA.", "drop", "Ambiguous")]
    [InlineData("AUTHENTICATED", "535 no", "NotAccepted")]
    public async Task The_reply_of_the_server_decides_the_result(string verb, string says, string outcome)
    {
        smtp.ReplyOverride = v => v == verb ? says : null;
        var result = await SendAsync(Mail("x"));
        Assert.Equal(outcome, result.GetType().Name);
        Assert.Empty(smtp.Mails);
        Assert.DoesNotContain("congty", result.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GREETING", "NotAccepted")]
    [InlineData("DATA.", "Ambiguous")]
    public async Task A_server_that_never_answers_is_given_up(string verb, string outcome)
    {
        var reached = new TaskCompletionSource();
        smtp.ReplyOverride = v =>
        {
            if (v != verb)
            {
                return null;
            }

            reached.TrySetResult();
            return "hang";
        };
        var sending = SendAsync(Mail("x"));
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(outcome, (await sending.WaitAsync(TimeSpan.FromSeconds(60))).GetType().Name);
    }

    [Fact]
    public async Task Without_encryption_the_server_gets_neither_password_nor_mail()
    {
        smtp.OffersTls = false;
        Assert.IsType<DeliveryResult.NotAccepted>(await SendAsync(Mail("x")));
        Assert.DoesNotContain(smtp.Commands, c => c is "AUTH" or "MAIL");
    }

    [Fact]
    public async Task A_mail_that_the_server_has_is_delivered_whatever_follows()
    {
        smtp.ReplyOverride = v => v == "QUIT" ? "drop" : null;
        Assert.IsType<DeliveryResult.Delivered>(await SendAsync(Mail("x")));
        Assert.Single(smtp.Mails);
    }

    [Theory]
    [InlineData("an@congty.vn\r\nRCPT TO:<ai@do.vn>")]
    [InlineData("\"an\r\nRCPT TO:<ai@do.vn>\"@congty.vn")]
    [InlineData("an@congty.vn, ai@do.vn")]
    [InlineData("an@congty.vn> NOTIFY=NEVER <ai@do.vn")]
    [InlineData("không phải địa chỉ")]
    [InlineData("")]
    public async Task A_recipient_that_is_not_a_single_address_is_refused_before_the_server_is_contacted(string recipient)
    {
        Assert.Equal(new DeliveryResult.Refused("address"), await SendAsync(Mail("x", recipient: recipient)));
        Assert.Empty(smtp.Commands);
    }

    [Fact]
    public async Task With_OAuth_the_server_gets_the_token_and_no_password()
    {
        (string, string)[] settings =
        [
            ("Mail:UserName", "hop-thu@example.vn"),
            ("Mail:Password", null!),
            ("Mail:Authentication", "ClientCredentials"),
        ];
        Assert.IsType<DeliveryResult.Delivered>(await SendAsync(Mail("x"), settings));
        Assert.Equal(("hop-thu@example.vn", "bot-token-1"), Assert.Single(smtp.Tokens));
        var mail = Assert.Single(smtp.Mails);
        Assert.Equal((true, "hop-thu@example.vn"), (mail.IsEncrypted, mail.UserName));

        // Without a user name the mailbox is the sender's.
        Assert.IsType<DeliveryResult.Delivered>(await SendAsync(Mail("x"), [.. settings, ("Mail:UserName", null!)]));
        Assert.Equal("troly@example.vn", smtp.Tokens[1].User);

        smtp.ReplyOverride = v => v == "AUTHENTICATED" ? "535 5.7.3 Authentication unsuccessful" : null;
        Assert.IsType<DeliveryResult.NotAccepted>(await SendAsync(Mail("x"), settings));
    }

    [Fact]
    public async Task Without_a_token_the_mail_waits()
    {
        var sender = Sender(
            [("Mail:Password", null!), ("Mail:Authentication", "ManagedIdentity")],
            _ => throw new CredentialUnavailableException("none here")
        );
        Assert.Equal(new DeliveryResult.NotAccepted(nameof(CredentialUnavailableException)), await sender.SendAsync(Mail("x"), default));
        Assert.Empty(smtp.Mails);
    }

    [Theory]
    [InlineData("Mail:CaFile", null)]
    [InlineData("Mail:Host", "127.0.0.1")] // The certificate is issued to another name.
    public async Task A_server_with_a_certificate_that_is_not_trusted_gets_neither_password_nor_mail(string key, string? value)
    {
        Assert.IsType<DeliveryResult.NotAccepted>(await SendAsync(Mail("x"), [(key, value!)]));
        Assert.DoesNotContain(smtp.Commands, c => c is "AUTH" or "MAIL");
    }

    private static MailRow Mail(string subject, MailBody? body = null, string recipient = "an@congty.vn") =>
        new()
        {
            Key = "case:HN-2026-000123-7:3",
            Kind = MailKind.Asker,
            Recipient = recipient,
            Subject = subject,
            Text = body?.Text ?? "x",
            Html = body?.Html ?? "<p>x</p>",
            CreatedAt = 0,
        };

    private Task<DeliveryResult> SendAsync(MailRow mail, (string, string)[]? more = null) =>
        Sender(more ?? [], _ => new FakeCredential(time)).SendAsync(mail, default);

    private SmtpSender Sender((string, string)[] more, Func<MailOptions, TokenCredential> credential)
    {
        var settings = smtp.Settings.Concat(more).GroupBy(s => s.Item1).ToDictionary(s => s.Key, s => (string?)s.Last().Item2);
        var options = new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Mail").Get<MailOptions>()!;
        return new SmtpSender(Options.Create(options), credential, time);
    }
}
