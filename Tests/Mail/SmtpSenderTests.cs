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
        var body = MailBody.Of(
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
    public async Task What_the_server_says_decides(string verb, string says, string outcome)
    {
        smtp.Instead = v => v == verb ? says : null;
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
        smtp.Instead = v =>
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

    [Theory]
    [InlineData("troly@example.vn", null, true, true)]
    [InlineData("no address", null, true, false)]
    [InlineData("troly@example.vn", "u", false, false)]
    [InlineData("troly@example.vn", "u", true, true)]
    public void Options_are_checked_at_the_start(string from, string? user, bool tls, bool isGood) =>
        Assert.Equal(
            isGood,
            !new MailOptions
            {
                Host = "smtp.example.vn",
                From = from,
                UserName = user,
                Password = user,
                StartTls = tls,
            }
                .Validate(new("x"))
                .Any()
        );

    private static MailRow Mail(string subject, MailBody? body = null) =>
        new()
        {
            Key = "case:HN-2026-000123-7:3",
            Kind = MailKind.Asker,
            Recipient = "an@congty.vn",
            Subject = subject,
            Text = body?.Text ?? "x",
            Html = body?.Html ?? "<p>x</p>",
            CreatedAt = 0,
        };

    private Task<DeliveryResult> SendAsync(MailRow mail)
    {
        var settings = smtp.Settings.ToDictionary(s => s.Item1, s => (string?)s.Item2);
        var options = new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Mail").Get<MailOptions>()!;
        return new SmtpSender(Options.Create(options), time).SendAsync(mail, default);
    }
}
