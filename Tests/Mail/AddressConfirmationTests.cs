using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Tests.Mail;

/// <summary>The first mail to an address is only a code; mails with content follow when the asker has typed it in the chat.</summary>
public sealed partial class AddressConfirmationTests : IAsyncLifetime, IDisposable
{
    private const string Address = "an@congty.vn";

    private readonly TempFolder folder = new();
    private readonly FakeSmtp smtp = new();
    private TeamsHost host = null!;
    private int turns;

    public async Task InitializeAsync() => host = await TeamsHost.StartAsync(folder, [.. smtp.Settings, ("Limits:Enabled", "true")]);

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await smtp.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Only_a_code_is_sent_until_it_is_typed_in_the_chat()
    {
        var number = await SubmitAsync("t1", "Nguyễn Văn A");
        await ReplyAsync(number, "Hồ sơ gồm tờ khai.");
        await SendAsync();
        var first = Assert.Single(smtp.Mails);
        Assert.Equal(MailTexts.AddressCodeSubject.Vi, first.Subject);
        foreach (var text in new[] { first.Subject, first.Part("text/plain"), first.Part("text/html") })
        {
            Assert.DoesNotContain("Nguyễn Văn A", text, StringComparison.Ordinal);
            Assert.DoesNotContain(number.ToString(), text, StringComparison.Ordinal);
            Assert.DoesNotContain("tờ khai", text, StringComparison.Ordinal);
        }

        var code = ReadCode();
        Assert.Equal(CaseTexts.AddressCodeWrong.Vi, await SayAsync(Other(code)));
        Assert.Equal(CaseTexts.AddressConfirmed.Vi, await SayAsync($"mã là {code[..3]} {code[3..]}"));
        await ReplyAsync(number, "Hẹn anh/chị thứ Hai.", take: false);
        await SendAsync();
        Assert.Equal([$"Đã nhận yêu cầu {number}", $"Trả lời yêu cầu {number}"], smtp.Mails.Skip(1).Select(m => m.Subject));
        Assert.Contains("thứ Hai", smtp.Mails[^1].Part("text/plain"), StringComparison.Ordinal);

        // The next request of this person with this address needs no code.
        var second = await SubmitAsync("t2", "Nguyễn Văn A");
        await SendAsync();
        Assert.Equal($"Đã nhận yêu cầu {second}", smtp.Mails[^1].Subject);
    }

    [Fact]
    public async Task The_receipt_has_a_copy_of_each_consent()
    {
        await SubmitAsync("t1", "Nguyễn Văn A");
        await SendAsync();
        await SayAsync(ReadCode());
        await SendAsync();
        var receipt = smtp.Mails[^1].Part("text/plain");
        Assert.Contains(ConsentTexts.Present.Processing.Vi, receipt, StringComparison.Ordinal);
        Assert.Contains(ConsentTexts.Present.Contact!.Vi, receipt, StringComparison.Ordinal);
        Assert.Contains($"bản {ConsentTexts.Version}", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_and_expired_codes_are_replaced_by_a_new_one_three_times_a_day()
    {
        await SubmitAsync("t1", "Nguyễn Văn A");
        await SendAsync();
        var code = ReadCode();
        for (var attempt = 0; attempt < AddressConfirmation.MaxAttempts; attempt++)
        {
            Assert.Equal(CaseTexts.AddressCodeWrong.Vi, await SayAsync(Other(code)));
        }

        Assert.Equal(CaseTexts.AddressCodeSentAgain.Vi, await SayAsync(code));
        await SendAsync();
        Assert.Equal(2, smtp.Mails.Count);
        code = ReadCode();
        host.Time.Advance(AddressConfirmation.Lifetime);
        Assert.Equal(CaseTexts.AddressCodeSentAgain.Vi, await SayAsync(code));
        await SendAsync();
        Assert.Equal(3, smtp.Mails.Count);

        host.Time.Advance(AddressConfirmation.Lifetime);
        Assert.Equal(CaseTexts.AddressCodeSentAgain.Vi, await SayAsync(code));
        await SendAsync();
        Assert.Equal(3, smtp.Mails.Count);

        // The code of the mail that was not sent is none.
        Assert.Equal(CaseTexts.AddressCodeSentAgain.Vi, await SayAsync(code));
        host.Time.Advance(TimeSpan.FromHours(25));
        await SayAsync(code);
        await SendAsync();
        Assert.Equal(CaseTexts.AddressConfirmed.Vi, await SayAsync(ReadCode()));
    }

    [Fact]
    public async Task Another_person_cannot_use_the_code_and_without_consent_none_is_sent()
    {
        await SubmitAsync("t1", "Nguyễn Văn A");
        await SendAsync();
        Assert.NotEqual(CaseTexts.AddressConfirmed.Vi, await SayAsync(ReadCode(), user: "u2"));
        Assert.False(await IsConfirmedAsync());

        var silent = Sample.Draft() with { ConsentVersion = ConsentTexts.Version, ContactConsentedAt = null, Email = null, Phone = null };
        var number = await MailCases.SubmitAsync(host, "t2", silent);
        Assert.Null((await host.Get<CaseStore>().FindAsync(number, default))!.Request.Facts.Email);
        await SendAsync();
        Assert.Single(smtp.Mails);
    }

    [Theory]
    [InlineData("1234567", "1234567")]
    [InlineData(" 123 4567 ", "1234567")]
    [InlineData("Mã xác nhận của tôi: 1234567", "1234567")]
    [InlineData("ma 1234567 nhe", "1234567")]
    [InlineData("the code is 1234567", "1234567")]
    [InlineData("doanh thu 5000000", null)]
    [InlineData("09123456778", null)]
    [InlineData("12345", null)]
    [InlineData("mã số thuế 0100109106", null)]
    [InlineData("xin chào", null)]
    public void A_code_is_a_message_of_six_digits_or_one_that_calls_them_so(string text, string? code) =>
        Assert.Equal(code, AddressCodeHandler.FindCode(text));

    private Task<CaseNumber> SubmitAsync(string turn, string name) =>
        MailCases.SubmitAsync(
            host,
            turn,
            Sample.Draft() with
            {
                Email = Address,
                ContactName = name,
                ConsentVersion = ConsentTexts.Version,
                ContactConsentedAt = Sample.Now,
            },
            isConfirmed: false
        );

    private async Task ReplyAsync(CaseNumber number, string text, bool take = true)
    {
        var cases = host.Get<CaseCommandRunner>();
        if (take)
        {
            await cases.ChangeAsync(number, stored => CaseRules.Take(stored, stored.Command(Sample.Lan)), default);
        }

        await cases.ChangeAsync(number, stored => CaseRules.Reply(stored, stored.Command(Sample.Lan), text), default);
    }

    private async Task SendAsync()
    {
        await host.Get<MailAddressConfirmationService>().IssueAsync(default);
        await host.Get<MailWorker>().SendDueAsync(default);
    }

    private string ReadCode() => CodeRegex().Match(smtp.Mails[^1].Part("text/plain")).Value;

    private async Task<string> SayAsync(string text, string user = "u1")
    {
        var key = $"say-{turns++}";
        var inbound = (await host.Get<ITurnStore>().AcceptAsync(StorageHost.Message(text, $"c-{user}", user), key, default)).Activity;
        return (await host.Get<TurnRunner>().RunAsync(inbound, default)).Outgoing[^1].Text!;
    }

    private async Task<bool> IsConfirmedAsync()
    {
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<AddressConfirmation>().AnyAsync(a => a.ConfirmedAt != null);
    }

    private static string Other(string code) => code == "1234567" ? "7654321" : "1234567";

    [GeneratedRegex(@"(?<= )[0-9]{7}(?![0-9])")]
    private static partial Regex CodeRegex();
}
