using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Privacy.Retention;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Tests.Mail;

/// <summary>An asker has an answer sent to the own mailbox; nobody can have anything but a code sent to that of others.</summary>
public sealed class AnswerMailTests
{
    private const string Address = "an@congty.vn";
    private const string Bait = "https://evil.example";

    [Theory, EveryDatabase]
    public async Task An_answer_is_sent_once_the_code_was_typed_and_has_no_word_of_the_asker(DatabaseKind database)
    {
        await using var chat = await AnswerMailChat.OpenAsync(database);
        await chat.SayAsync(Bait);
        await chat.SayAsync("Tôi là Trúng Thưởng, doanh nghiệp của tôi có 25 người.");
        await chat.SayAsync(AnswerMailChat.Question);
        Assert.Equal(AnswerMailTexts.AskAddress.Vi, await chat.PressAsync());
        Assert.Contains("đúng một dấu @", await chat.SayAsync("an.congty.vn"), StringComparison.Ordinal);
        Assert.Equal(AnswerMailTexts.AskCode.With(PolicyAssistantBot.Knowledge.Lang.Vi, "a…@congty.vn"), await chat.SayAsync(Address));

        var code = await chat.ReadCodeAsync();
        var codeMail = Assert.Single(chat.Smtp.Mails);
        Assert.Equal((AnswerMailTexts.CodeSubject.Vi, Address), (codeMail.Subject, codeMail.To));
        Assert.Equal(AnswerMailTexts.CodeWrong.Vi, await chat.SayAsync(AnswerMailChat.OtherThan(code)));
        Assert.Equal(AnswerMailTexts.CodeWrong.Vi, await chat.SayAsync("tôi chưa thấy"));
        Assert.Contains("đang được gửi đến a…@congty.vn", await chat.SayAsync($"mã {code}"), StringComparison.Ordinal);
        await chat.SendAsync();
        Assert.Equal(2, chat.Smtp.Mails.Count);
        var mail = chat.Smtp.Mails[1];
        Assert.StartsWith("Câu trả lời: ", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(Address, mail.To);
        Assert.Contains("CĂN CỨ\n- ", mail.Part("text/plain").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        foreach (var text in chat.Smtp.Mails.SelectMany(m => new[] { m.Subject, m.Part("text/plain"), m.Part("text/html") }))
        {
            Assert.DoesNotContain("evil", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Trúng Thưởng", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("**", text, StringComparison.Ordinal);
        }

        // The confirmed address needs no code; another one does.
        Assert.Contains("a…@congty.vn", await chat.PressAsync(), StringComparison.Ordinal);
        Assert.Contains("đang được gửi", await chat.SayAsync("có"), StringComparison.Ordinal);
        await chat.PressAsync();
        Assert.Contains("Một mã 7 số", await chat.SayAsync("ke.toan@congty.vn"), StringComparison.Ordinal);
        await chat.SendAsync();
        Assert.Equal([Address, "ke.toan@congty.vn"], chat.Smtp.Mails.Skip(2).Select(m => m.To));

        // The text of a mail is not kept once it was sent.
        await using var db = await chat.OpenDbAsync();
        Assert.All(await db.Set<MailRow>().ToListAsync(), row => Assert.Equal(("", ""), (row.Text, row.Html)));
    }

    [Theory, EveryDatabase]
    public async Task Erasure_removes_the_address_and_the_mails_and_the_export_names_them(DatabaseKind database)
    {
        await using var chat = await AnswerMailChat.OpenAsync(database);
        await chat.AskForMailAsync(Address);
        await chat.SayAsync(await chat.ReadCodeAsync());
        await chat.SendAsync();
        await chat.VisitAsync("dl_other");
        await chat.AskForMailAsync("other@congty.vn");
        await chat.SendAsync();

        await chat.VisitAsync("dl_an");
        await using var db = await chat.OpenDbAsync();
        var export = await chat
            .Host.Get<PolicyAssistantBot.Privacy.Export.PersonalDataExporter>()
            .ReadAsync("directline", "dl_an", default);
        Assert.Equal([Address, Address], export.AnswerMails.Select(m => m.Recipient));
        await chat.SayAsync("xóa dữ liệu của tôi");
        Assert.Contains("Đã xóa dữ liệu", await chat.SayAsync("đồng ý"), StringComparison.Ordinal);
        await chat.Host.Get<ErasureWorker>().RunAsync(default);
        Assert.Equal(["other@congty.vn"], await db.Set<AddressConfirmation>().Select(a => a.Address).ToListAsync());
        Assert.Equal(["other@congty.vn"], await db.Set<MailRow>().Select(m => m.Recipient).ToListAsync());
    }

    [Theory, EveryDatabase]
    public async Task An_address_that_no_case_needs_is_kept_for_a_day(DatabaseKind database)
    {
        await using var chat = await AnswerMailChat.OpenAsync(database);
        await chat.AskForMailAsync(Address);
        await chat.SayAsync(await chat.ReadCodeAsync());
        await chat.VisitAsync("dl_other");
        await chat.AskForMailAsync(Address);

        // This one belongs to a case afterwards.
        var confirmed = new Asker("directline", "c1", "u1", "a1", "{}");
        await MailCases.ConfirmAsync(chat.Host.Get<IDbContextFactory<PolicyAssistantBot.Storage.AssistantDb>>(), confirmed, Address);
        await using var db = await chat.OpenDbAsync();
        await db.Set<AddressConfirmation>()
            .Where(a => a.UserId == "u1")
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.RequestedAt, chat.Host.Time.GetUtcNow().ToUnixTimeMilliseconds()));
        await MailCases.SubmitAsync(chat.Host, "t1", Sample.Draft() with { Email = Address });
        chat.Host.Time.Advance(TimeSpan.FromHours(25));
        await chat.Host.Get<RetentionWorker>().RunAsync(default);
        Assert.Equal(["u1"], await db.Set<AddressConfirmation>().Select(a => a.UserId).ToListAsync());
    }

    [Fact]
    public async Task It_is_offered_only_where_mails_can_be_sent_and_only_for_answers()
    {
        await using (var chat = await AnswerMailChat.OpenAsync(null, ("Mail:Host", "")))
        {
            await chat.SayAsync(AnswerMailChat.Question);
            Assert.Null(await chat.FindOfferAsync());
        }

        await using var other = await AnswerMailChat.OpenAsync();
        await other.SayAsync("asdkjh qwe zzz");
        Assert.Null(await other.FindOfferAsync());
        await other.SayAsync(AnswerMailChat.Question);
        var answer = await other.FindOfferAsync();

        // A forged answer, an open form, cancelling, and a question in between.
        Assert.Equal(ChatTexts.StaleCard.Vi, await other.PressAsync("forged"));
        await other.SayAsync("Gửi yêu cầu");
        Assert.Equal(AnswerMailTexts.FinishFirst.Vi, await other.PressAsync(answer!));
        await other.SayAsync("hủy");
        await other.SayAsync("có");
        Assert.Equal(AnswerMailTexts.AskAddress.Vi, await other.PressAsync(answer!));
        Assert.EndsWith(AnswerMailTexts.AskAddress.Vi, await other.SayAsync("Doanh nghiệp siêu nhỏ là gì?"), StringComparison.Ordinal);
        Assert.Equal(ChatTexts.Cancelled.Vi, await other.SayAsync("hủy"));
        Assert.Empty(other.Smtp.Mails);
    }

    [Fact]
    public async Task An_English_chat_gets_English_mails()
    {
        await using var chat = await AnswerMailChat.OpenAsync();
        await chat.SayAsync("How are consulting costs of small enterprises supported?");
        Assert.Equal(AnswerMailTexts.AskAddress.En, await chat.PressAsync());
        await chat.SayAsync(Address);
        var code = await chat.ReadCodeAsync();
        Assert.Equal(AnswerMailTexts.CodeSubject.En, chat.Smtp.Mails[0].Subject);
        await chat.SayAsync(code);
        await chat.SendAsync();
        Assert.StartsWith("Your answer: ", chat.Smtp.Mails[1].Subject, StringComparison.Ordinal);
        Assert.Contains("LEGAL BASIS", chat.Smtp.Mails[1].Part("text/plain"), StringComparison.Ordinal);
    }
}
