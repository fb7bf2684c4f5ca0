using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Tests.Requests;

namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>
/// What an asker sees of a case. Before, the receipt named no date, the list showed only numbers, and adding something needed the number
/// typed.
/// </summary>
public sealed class CaseCardFlowTests(RacingHost host) : IClassFixture<RacingHost>
{
    [Fact]
    public async Task The_receipt_tells_both_due_dates_the_team_the_next_step_and_how_one_is_told()
    {
        var chat = new TestConversation(host, user: Guid.NewGuid().ToString("N"));
        await chat.SayAsync("Gửi yêu cầu");
        await chat.SubmitAsync(CardFlowTests.Complete);
        Assert.Contains("HN-", await chat.SayAsync("gửi"), StringComparison.Ordinal);
        var card = chat.Card!.ToJsonString(SchemaJson.Options);
        foreach (var text in new[] { "Trả lời lần đầu trước", "Giải quyết xong trước", "Bộ phận phụ trách", "Bước tiếp theo", "được báo" })
        {
            Assert.Contains(text, card, StringComparison.Ordinal);
        }

        Assert.Contains("có thể gọi số điện thoại", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Thư báo", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_the_subject_and_the_due_date_and_the_case_that_waits_for_the_asker_first()
    {
        var chat = new TestConversation(host, user: Guid.NewGuid().ToString("N"));
        var waiting = await host.Storage.SubmitAsync(chat.Id, chat.User);
        await host.Storage.ApplyRuleAsync(waiting, s => CaseRules.Take(s, s.Command(Sample.Lan)));
        await host.Storage.ApplyRuleAsync(waiting, s => CaseRules.RequestInformation(s, s.Command(Sample.Lan), "Doanh thu năm trước?"));
        var newer = await host.Storage.SubmitAsync(chat.Id, chat.User);
        await chat.SayAsync("tra cứu");
        var card = chat.Card!.ToJsonString(SchemaJson.Options);
        Assert.True(card.IndexOf(waiting.ToString(), StringComparison.Ordinal) < card.IndexOf(newer.ToString(), StringComparison.Ordinal));
        Assert.Contains("; hạn ", card, StringComparison.Ordinal);
        var subject = (await host.Storage.ReadAsync(newer)).Request.Facts.Content!;
        Assert.Contains(subject[..Math.Min(20, subject.Length)], card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_added_later_is_shown_to_the_asker_with_its_time()
    {
        var chat = new TestConversation(host, user: Guid.NewGuid().ToString("N"));
        var number = await host.Storage.SubmitAsync(chat.Id, chat.User);
        await chat.SayAsync($"{number}: Doanh thu năm trước là 2 tỷ đồng.");
        await chat.SayAsync(number.ToString());
        var card = chat.Card!.ToJsonString(SchemaJson.Options);
        Assert.Contains("Tệp và nội dung anh/chị đã gửi", card, StringComparison.Ordinal);
        Assert.Matches("[0-9]{2}:[0-9]{2}[^\"]*: Doanh thu năm trước là 2 tỷ đồng.", card);
    }

    [Fact]
    public async Task The_button_adds_the_next_message_to_the_case_once()
    {
        var chat = new TestConversation(host, user: Guid.NewGuid().ToString("N"));
        await chat.SayAsync("xin chào");
        var number = await host.Storage.SubmitAsync(chat.Id, chat.User);
        await chat.SayAsync(number.ToString());
        Assert.Contains("\"addToCase\"", chat.Card!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);

        Assert.Contains(
            "tin nhắn tiếp theo",
            await chat.ClickAsync(CardActions.AddToCaseData(number.ToString())),
            StringComparison.Ordinal
        );
        Assert.Contains("Đã chuyển nội dung bổ sung", await chat.SayAsync("Doanh nghiệp nhỏ là gì?"), StringComparison.Ordinal);
        Assert.DoesNotContain("Đã chuyển nội dung bổ sung", await chat.SayAsync("Doanh nghiệp nhỏ là gì?"), StringComparison.Ordinal);

        await chat.ClickAsync(CardActions.AddToCaseData(number.ToString()));
        Assert.Contains("Chưa có gì được gửi", await chat.SayAsync("hủy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_of_another_person_s_case_adds_nothing()
    {
        var owner = new TestConversation(host, user: Guid.NewGuid().ToString("N"));
        var number = await host.Storage.SubmitAsync(owner.Id, owner.User);
        var stranger = new TestConversation(host, user: Guid.NewGuid().ToString("N"));
        await stranger.ClickAsync(CardActions.AddToCaseData(number.ToString()));
        Assert.DoesNotContain("Đã chuyển", await stranger.SayAsync("Tôi bổ sung hồ sơ"), StringComparison.Ordinal);
        Assert.Single((await host.Storage.ReadAsync(number)).History);
    }
}
