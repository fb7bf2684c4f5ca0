using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Tests.Mail;

/// <summary>How many answers and codes are sent to mailboxes, and what an asker is told of codes that cannot be used any more.</summary>
public sealed class AnswerMailLimitTests
{
    private const string Address = "an@congty.vn";

    [Fact]
    public async Task Wrong_and_expired_codes_are_replaced_only_when_they_are_asked_for_and_three_times_a_day()
    {
        await using var chat = await AnswerMailChat.OpenAsync();
        await chat.AskForMailAsync(Address);
        var code = await chat.ReadCodeAsync();
        for (var attempt = 1; attempt < AddressConfirmation.MaxAttempts; attempt++)
        {
            Assert.Equal(AnswerMailTexts.CodeWrong.Vi, await chat.SayAsync(AnswerMailChat.OtherThan(code)));
        }

        Assert.Equal(AnswerMailTexts.CodeAttemptsExhausted.Vi, await chat.SayAsync(AnswerMailChat.OtherThan(code)));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(AnswerMailTexts.CodeExpired.Vi, await chat.SayAsync(code));
            await chat.SendAsync();
        }

        Assert.Single(chat.Smtp.Mails);

        for (var sent = 2; sent <= 3; sent++)
        {
            await chat.AskForMailAsync(Address);
            code = await chat.ReadCodeAsync();
            Assert.Equal(sent, chat.Smtp.Mails.Count);
            await chat.WaitAnHourAsync();
            Assert.Equal(AnswerMailTexts.CodeExpired.Vi, await chat.SayAsync($"mã {code}"));
        }

        Assert.Equal(AnswerMailTexts.TooMany.Vi, await chat.AskForMailAsync(Address));
        await chat.SendAsync();
        Assert.Equal(3, chat.Smtp.Mails.Count);
        Assert.All(chat.Smtp.Mails, mail => Assert.Equal(AnswerMailTexts.CodeSubject.Vi, mail.Subject));
    }

    [Fact]
    public async Task A_code_that_is_typed_after_its_dialog_was_cancelled_is_answered_in_words_about_answers()
    {
        await using var chat = await AnswerMailChat.OpenAsync();
        await chat.AskForMailAsync(Address);
        var code = await chat.ReadCodeAsync();
        await chat.SayAsync("hủy");
        Assert.Equal(AnswerMailTexts.CodeWrong.Vi, await chat.SayAsync(AnswerMailChat.OtherThan(code)));
        Assert.Equal(AnswerMailTexts.AddressConfirmed.Vi, await chat.SayAsync(code));
        Assert.Contains("a…@congty.vn", await chat.PressAsync(), StringComparison.Ordinal);
        Assert.Contains("đang được gửi", await chat.SayAsync("có"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(AddressConfirmation.MaxAttempts - 1)]
    public async Task A_turn_that_runs_again_after_it_used_the_code_sends_the_answer(int wrongAttempts)
    {
        await using var chat = await AnswerMailChat.OpenAsync();
        await chat.AskForMailAsync("ke.toan@congty.vn"); // Waits for its own code all the time.
        await chat.SayAsync("hủy");
        await chat.SendAsync();
        await chat.AskForMailAsync(Address);
        var code = await chat.ReadCodeAsync();
        for (var i = 0; i < wrongAttempts; i++)
        {
            await chat.SayAsync(AnswerMailChat.OtherThan(code));
        }

        // What the turn did before its commit met a conflict.
        await chat.RedeemAsync(code);
        Assert.Contains("đang được gửi đến a…@congty.vn", await chat.SayAsync(code), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AN@Congty.vn")]
    [InlineData("an+1@congty.vn")]
    public async Task Spellings_of_one_mailbox_share_its_limit(string spelling)
    {
        await using var chat = await AnswerMailChat.OpenAsync();
        foreach (var (user, address) in new[] { ("dl_b", Address), ("dl_c", spelling), ("dl_d", "An@congty.vn") })
        {
            await chat.VisitAsync(user);
            Assert.Contains("Một mã 7 số", await chat.AskForMailAsync(address), StringComparison.Ordinal);
            await chat.SendAsync();
        }

        await chat.VisitAsync("dl_e");
        Assert.Equal(AnswerMailTexts.TooMany.Vi, await chat.AskForMailAsync(spelling));
        await chat.SendAsync();
        Assert.Equal(3, chat.Smtp.Mails.Count);
        Assert.Contains(chat.Smtp.Mails, mail => mail.To == spelling.Replace("Congty", "congty", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Limits:AnswerMailsPerPerson")]
    [InlineData("Limits:AnswerMailsPerMailbox")]
    [InlineData("Limits:AnswerMailsPerAddress")]
    public async Task The_code_and_the_answer_count_as_two_mails(string limit)
    {
        await using var chat = await AnswerMailChat.OpenAsync(null, (limit, "3"));
        await chat.AskForMailAsync(Address);
        await chat.SayAsync(await chat.ReadCodeAsync());
        await chat.SendAsync();

        // The confirmed address needs one more mail, and then no more are sent.
        await chat.PressAsync();
        Assert.Contains("đang được gửi", await chat.SayAsync("có"), StringComparison.Ordinal);
        await chat.SendAsync();
        await chat.PressAsync();
        Assert.Equal(AnswerMailTexts.TooMany.Vi, await chat.SayAsync("có"));
        await chat.SendAsync();
        Assert.Equal(3, chat.Smtp.Mails.Count);
    }

    [Fact]
    public async Task Nobody_types_a_code_for_an_answer_that_could_not_be_sent()
    {
        await using var chat = await AnswerMailChat.OpenAsync(null, ("Limits:AnswerMailsPerAddress", "3"));
        await chat.AskForMailAsync(Address);
        await chat.SayAsync(await chat.ReadCodeAsync());
        await chat.SendAsync();
        await chat.VisitAsync("dl_other");
        Assert.Equal(AnswerMailTexts.TooMany.Vi, await chat.AskForMailAsync("other@congty.vn"));
        await chat.SendAsync();
        Assert.Equal(2, chat.Smtp.Mails.Count);
    }

    [Fact]
    public async Task What_was_asked_for_at_the_same_time_stays_within_the_limit_in_all()
    {
        await using var chat = await AnswerMailChat.OpenAsync(null, ("Limits:AnswerMailsInAll", "3"));
        foreach (var user in new[] { "dl_b", "dl_c", "dl_d", "dl_e", "dl_f" })
        {
            await chat.VisitAsync(user);
            Assert.Contains("Một mã 7 số", await chat.AskForMailAsync($"{user}@congty.vn"), StringComparison.Ordinal);
        }

        await chat.SendAsync();
        Assert.Equal(3, chat.Smtp.Mails.Count);
        await chat.VisitAsync("dl_g");
        Assert.Equal(AnswerMailTexts.TooMany.Vi, await chat.AskForMailAsync("g@congty.vn"));
    }

    [Fact]
    public async Task Nobody_floods_a_mailbox_from_many_chats_and_another_person_cannot_use_a_code()
    {
        await using var chat = await AnswerMailChat.OpenAsync(null, ("Limits:AnswerMailsPerMailbox", "4"));
        await chat.AskForMailAsync(Address);
        var code = await chat.ReadCodeAsync();
        foreach (var user in new[] { "dl_b", "dl_c", "dl_d", "dl_e" })
        {
            await chat.VisitAsync(user);
            await chat.AskForMailAsync(Address);
            Assert.DoesNotContain("đang được gửi", await chat.SayAsync(code), StringComparison.Ordinal);
            await chat.SendAsync();
        }

        Assert.Equal(3, chat.Smtp.Mails.Count);
        Assert.All(chat.Smtp.Mails, mail => Assert.Equal(AnswerMailTexts.CodeSubject.Vi, mail.Subject));
    }

    [Theory]
    [InlineData("Limits:AnswerMailsPerPerson", "3")]
    [InlineData("Limits:AnswerMailsInAll", "3")]
    [InlineData("Limits:AnswerMailsPerAddress", "4")]
    public async Task A_person_a_network_and_all_together_are_limited(string limit, string count)
    {
        await using var chat = await AnswerMailChat.OpenAsync(null, (limit, count));
        foreach (var address in new[] { "a@congty.vn", "b@congty.vn" })
        {
            Assert.Contains("Một mã 7 số", await chat.AskForMailAsync(address), StringComparison.Ordinal);
            await chat.SendAsync();
        }

        Assert.Equal(AnswerMailTexts.TooMany.Vi, await chat.AskForMailAsync("c@congty.vn"));
        await chat.SendAsync();
        Assert.Equal(2, chat.Smtp.Mails.Count);
    }
}
