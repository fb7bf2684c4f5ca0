using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>A form that is left for a question, gone back to, or given up: what was filled in is never lost by a slip.</summary>
public sealed class InterruptedFormTests(ConversationHost host) : IClassFixture<ConversationHost>
{
    private const string Enterprise = "Công ty TNHH An Phát";

    [Fact]
    public async Task An_answer_in_between_leads_back_to_the_card_with_what_was_typed()
    {
        var chat = await StartAsync();
        await chat.SayAsync("Mua phần mềm kho có được hỗ trợ không?");
        Assert.Contains("Tiếp tục điền phiếu", Suggested(chat));
        foreach (var wish in new[] { "Tiếp tục điền phiếu", "tiep tuc dien phieu", "gửi yêu cầu" })
        {
            Assert.Contains("phiếu đang điền dở", await chat.SayAsync(wish), StringComparison.Ordinal);
            Assert.Single(chat.Last);
            var name = TestConversation.Find(chat.Last[0].Attachments![0].Content!, node => node["id"]?.ToString() == "EnterpriseName");
            Assert.Equal(Enterprise, Assert.Single(name)["value"]?.ToString());
        }
    }

    [Fact]
    public async Task A_form_that_waits_is_offered_under_each_answer()
    {
        var chat = await StartAsync();
        await chat.SayAsync("khoan đã, để mai");
        Assert.Equal(["Tiếp tục điền phiếu"], Suggested(chat));
        Assert.DoesNotContain("Mã số thuế của", await chat.SayAsync("Mua phần mềm kho có được hỗ trợ không?"), StringComparison.Ordinal);
        Assert.Equal(["Tiếp tục điền phiếu"], Suggested(chat));
        Assert.Contains("Mã số thuế của", await chat.SayAsync("Tiếp tục điền phiếu"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thoi t dien form")]
    [InlineData("thôi, tớ điền form")]
    [InlineData("thôi để em điền phiếu luôn cho nhanh")]
    [InlineData("à mà thôi, cho em điền tiếp biểu mẫu nhé")]
    [InlineData("never mind, I'd rather fill in the form")]
    [InlineData("cho mình cái form để gửi request, cần official check xem cty có được support R&D ko")]
    public async Task Who_would_rather_fill_in_the_form_gets_the_form(string wish)
    {
        var chat = await StartAsync();
        await chat.SayAsync(wish);
        Assert.Single(chat.Last);
        Assert.Contains(Enterprise, chat.Last[0].Attachments![0].Content!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);

        var fresh = new TestConversation(host);
        await fresh.SayAsync(wish);
        Assert.NotNull(fresh.Card);
        Assert.NotEmpty(fresh.FormId);
    }

    [Theory]
    [InlineData("thôi không điền form nữa")]
    [InlineData("điền form này thế nào")]
    [InlineData("phiếu này điền sao")]
    [InlineData("bỏ phiếu này")]
    [InlineData("tôi có phải điền biểu mẫu không?")]
    public void A_refusal_or_a_question_about_the_form_does_not_ask_for_it(string text) =>
        Assert.False(ConversationPolicy.Current.Replies.IsFormWish(text));

    [Fact]
    public async Task Giving_up_and_another_wish_in_one_message_is_the_other_wish()
    {
        var chat = await StartAsync();
        var reply = await chat.SayAsync("thôi, mua phần mềm kho được hỗ trợ bao nhiêu");
        Assert.DoesNotContain("Đã hủy", reply, StringComparison.Ordinal);
        Assert.Contains("một nửa", reply, StringComparison.Ordinal);
        Assert.Contains("Tiếp tục điền phiếu", Suggested(chat));
    }

    [Fact]
    public async Task A_draft_is_discarded_only_after_a_yes()
    {
        var chat = await StartAsync();
        await chat.SayAsync("thôi");
        Assert.Equal(["Có, bỏ phiếu", "Không, điền tiếp"], Suggested(chat));
        Assert.Contains("Mã số thuế của", await chat.SayAsync("Không, điền tiếp"), StringComparison.Ordinal);

        // What is neither yes nor no is what it says, and the form stays.
        await chat.SayAsync("hủy");
        Assert.Contains("phường, xã nào", await chat.SayAsync("0100109106"), StringComparison.Ordinal);

        await chat.SayAsync("hủy");
        Assert.Contains("Đã hủy", await chat.SayAsync("Có, bỏ phiếu"), StringComparison.Ordinal);
        Assert.Contains("không có việc gì đang dở", await chat.SayAsync("hủy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chs lại phải điền tên vs sdt z, e ngại lắm")]
    [InlineData("ten ai phu trach v ban oi")]
    [InlineData("ô labour điền total headcount hay chỉ người đóng BHXH")]
    [InlineData("ai phu trach v, sao ko thay noi")]
    [InlineData("công ty tôi chưa có mã số thuế thì điền gì")]
    public async Task What_is_said_is_no_name(string text)
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Gửi yêu cầu");
        await chat.SayAsync(text);
        var reply = await chat.SayAsync(Enterprise);
        Assert.Contains("Mã số thuế của", reply, StringComparison.Ordinal);
        var card = await chat.SayAsync("Tiếp tục điền phiếu");
        Assert.Contains("phiếu đang điền dở", card, StringComparison.Ordinal);
        var name = TestConversation.Find(chat.Last[0].Attachments![0].Content!, node => node["id"]?.ToString() == "EnterpriseName");
        Assert.Equal(Enterprise, Assert.Single(name)["value"]?.ToString());
    }

    [Theory]
    [InlineData("Công ty TNHH Cơ khí chính xác Em và Tôi")]
    [InlineData("Minh Anh Trading")]
    [InlineData("Hợp tác xã rau sạch Có Gì Ăn Nấy")]
    public void A_name_is_no_speech(string name) => Assert.False(ConversationPolicy.Current.Replies.IsSpeech(name));

    [Theory]
    [InlineData("thôi khoan cô chưa gửi đâu bỏ đi")]
    [InlineData("Thôi tôi rút, xoá hết đi")]
    [InlineData("ok tạm cancel cái form, hôm khác")]
    public async Task An_order_to_stop_asks_whether_to_discard(string order)
    {
        var chat = await StartAsync();
        Assert.Contains("Bỏ phiếu đang điền dở", await chat.SayAsync(order), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_whether_it_can_be_taken_back_does_not_stop_the_form()
    {
        var chat = await StartAsync();
        Assert.DoesNotContain("Bỏ phiếu", await chat.SayAsync("gửi xong đổi ý rút lại được không"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_tax_code_is_told_what_to_do()
    {
        var chat = await StartAsync();
        var reply = await chat.SayAsync("công ty chưa có mã số thuế");
        Assert.Contains("không cần phiếu", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Mã số thuế của doanh nghiệp?", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_of_the_form_is_repeated_once()
    {
        var chat = await StartAsync();
        Assert.Contains("Mã số thuế của", await chat.SayAsync("Mua phần mềm kho có được hỗ trợ không?"), StringComparison.Ordinal);
        var reply = await chat.SayAsync("Mua máy có được hỗ trợ không?");
        Assert.DoesNotContain("Mã số thuế của", reply, StringComparison.Ordinal);
        Assert.Contains("Phiếu vẫn mở ở mục **Mã số thuế**", reply, StringComparison.Ordinal);
        Assert.Contains("Tiếp tục điền phiếu", Suggested(chat));
        Assert.Contains("phường, xã nào", await chat.SayAsync("0100109106"), StringComparison.Ordinal);
    }

    private async Task<TestConversation> StartAsync()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Gửi yêu cầu");
        await chat.SayAsync(Enterprise);
        return chat;
    }

    private static IEnumerable<string?> Suggested(TestConversation chat) =>
        chat.Last[^1].SuggestedActions?.Actions?.Select(action => action.Title) ?? [];
}
