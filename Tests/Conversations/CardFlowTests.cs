using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>Conversations by card instead of text.</summary>
public sealed class CardFlowTests(ConversationHost host) : IClassFixture<ConversationHost>
{
    internal static readonly (string, string)[] Complete =
    [
        ("EnterpriseName", "Công ty TNHH An Phát"),
        ("TaxCode", "0100109106"),
        ("Ward", "nghia do"),
        ("Sector", "trade"),
        ("InsuredEmployees", "8"),
        ("Revenue", "2 tỷ"),
        ("Capital", "1 tỷ rưỡi"),
        ("Kind", "Financing"),
        ("Content", "Chúng tôi muốn hỏi về điều kiện vay vốn."),
        ("ContactName", "Nguyễn Văn A"),
        ("Phone", "0912345678"),
        ("Email", ""),
        ("Consent", "true"),
        ("ContactConsent", "true"),
    ];

    [Fact]
    public async Task The_form_card_leads_to_a_summary_and_one_case()
    {
        var chat = await StartFormAsync();
        var before = await host.CountAsync<CaseRow>();

        Assert.Contains("Gửi yêu cầu này cho cán bộ?", await chat.SubmitAsync(Complete), StringComparison.Ordinal);
        Assert.Contains(
            "Doanh nghiệp siêu nhỏ (Nghị định 80/2021/NĐ-CP, Điều 5",
            chat.Card!.ToJsonString(SchemaJson.Options),
            StringComparison.Ordinal
        );
        var confirm = CardActions.FormData(CardActions.ConfirmForm, chat.FormId, chat.Revision);
        var sent = await chat.ClickAsync(confirm);
        Assert.Contains("HN-2026-", sent, StringComparison.Ordinal);

        Assert.Contains("đã được gửi trước đó", await chat.ClickAsync(confirm), StringComparison.Ordinal);
        Assert.Equal(before + 1, await host.CountAsync<CaseRow>());
    }

    [Fact]
    public async Task Problems_are_reported_per_field_and_all_input_is_kept()
    {
        var chat = await StartFormAsync();
        var reply = await chat.SubmitAsync([
            .. Complete,
            ("TaxCode", "0100109107"),
            ("Revenue", "nhiều"),
            ("Ward", "Xzqwkv"),
            ("Consent", "false"),
        ]);

        Assert.Contains("- Mã số thuế: Số thứ 10 là số kiểm tra", reply, StringComparison.Ordinal);
        Assert.Contains("- Doanh thu năm trước (đồng): Tôi chưa đọc được số tiền", reply, StringComparison.Ordinal);
        Assert.Contains("Gần giống nhất", reply, StringComparison.Ordinal);
        Assert.Equal(
            ("0100109107", "nhiều", "Công ty TNHH An Phát", "false"),
            (InputValue(chat, "TaxCode"), InputValue(chat, "Revenue"), InputValue(chat, "EnterpriseName"), InputValue(chat, "Consent"))
        );
        Assert.Equal(3, TestConversation.Find(chat.Card!, node => node["id"]?.ToString() == "Ward").Single()["choices"]!.AsArray().Count);

        Assert.Contains(
            "Gửi yêu cầu này",
            await chat.SubmitAsync(("TaxCode", "0100109106"), ("Revenue", "2 tỷ"), ("Ward", "00004"), ("Consent", "true")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_language_button_changes_the_language_without_a_message()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("xin chào");
        Assert.Empty(
            await new TestConversation(host, "en-US", chat.Id).SendAsync(new Activity { Type = ActivityTypes.Event, Name = "language" })
        );

        Assert.Contains("Please fill in the form", await chat.SayAsync("Gửi yêu cầu"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_is_not_preselected()
    {
        var chat = await StartFormAsync();
        Assert.Equal("false", InputValue(chat, "Consent"));
    }

    [Fact]
    public async Task Typed_values_are_in_the_card_and_an_older_card_does_not_clear_them()
    {
        var chat = await StartFormAsync();
        var (form, revision) = (chat.FormId, chat.Revision);
        await chat.SayAsync("Công ty TNHH An Phát");
        var old = CardActions.FormData(CardActions.SubmitForm, form, revision);
        old["EnterpriseName"] = "";
        old["TaxCode"] = "0100109106";
        await chat.ClickAsync(old);

        Assert.Equal(("Công ty TNHH An Phát", "0100109106"), (InputValue(chat, "EnterpriseName"), InputValue(chat, "TaxCode")));
    }

    [Fact]
    public async Task An_outdated_card_is_answered_politely_and_changes_nothing()
    {
        var chat = await StartFormAsync();
        var (form, revision) = (chat.FormId, chat.Revision);
        await chat.SayAsync("hủy");
        await chat.SayAsync("có");
        var before = await host.CountAsync<CaseRow>();
        foreach (var action in new[] { CardActions.SubmitForm, CardActions.ConfirmForm, CardActions.EditForm, CardActions.CancelForm })
        {
            Assert.Contains(
                "Thẻ này không còn dùng được",
                await chat.ClickAsync(CardActions.FormData(action, form, revision)),
                StringComparison.Ordinal
            );
        }

        Assert.Equal(before, await host.CountAsync<CaseRow>());
    }

    [Fact]
    public async Task The_send_button_of_an_older_summary_shows_the_newer_one()
    {
        var chat = await StartFormAsync();
        await chat.SubmitAsync(Complete);
        var old = CardActions.FormData(CardActions.ConfirmForm, chat.FormId, chat.Revision);
        await chat.SayAsync("sửa số điện thoại");
        await chat.SayAsync("0987654321");
        var before = await host.CountAsync<CaseRow>();

        Assert.Contains("Gửi yêu cầu này", await chat.ClickAsync(old), StringComparison.Ordinal);
        Assert.Equal(before, await host.CountAsync<CaseRow>());
    }

    [Fact]
    public async Task Case70_A_restart_in_the_middle_of_the_form_loses_nothing()
    {
        var chat = await StartFormAsync();
        await chat.SayAsync("Công ty TNHH An Phát");
        await host.RestartAsync();
        Assert.Contains("phường, xã", await chat.SayAsync("0100109106"), StringComparison.Ordinal);
        await host.RestartAsync();
        Assert.Contains("Gửi yêu cầu này", await chat.SubmitAsync(Complete), StringComparison.Ordinal);
        await host.RestartAsync();
        Assert.Contains("HN-2026-", await chat.SayAsync("gửi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_is_stored_once_and_the_last_one_counts()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Mua phần mềm kho có được hỗ trợ không?");
        var votes = TestConversation.Find(chat.Card!, node => node["action"]?.ToString() == CardActions.Vote).ToList();
        var before = await host.CountAsync<VoteRow>();

        Assert.Contains("Cảm ơn", await chat.ClickAsync(votes[0]), StringComparison.Ordinal);
        Assert.Contains("chưa được ở điểm nào", await chat.ClickAsync(votes[1]), StringComparison.Ordinal);

        Assert.Equal(before + 1, await host.CountAsync<VoteRow>());
        Assert.Contains(
            "không còn dùng được",
            await chat.ClickAsync(CardActions.VoteData("made-up", isUp: true)),
            StringComparison.Ordinal
        );
        Assert.Equal(before + 1, await host.CountAsync<VoteRow>());
    }

    [Fact]
    public async Task A_clicked_question_is_repeated_in_its_answer_and_a_posted_text_is_handled()
    {
        var chat = new TestConversation(host);
        Assert.Contains(
            "**Mua phần mềm kho có được hỗ trợ không?**\n\nDoanh nghiệp nhỏ",
            await chat.ClickAsync(CardActions.QuestionData("Mua phần mềm kho có được hỗ trợ không?")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Anh/chị có thể",
            await chat.SendAsync(new Activity { Type = ActivityTypes.Message, Value = JsonValue.Create("trợ giúp") }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Asking_an_official_prefills_the_question()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Mua phần mềm kho có được hỗ trợ không?");
        await chat.ClickAsync(TestConversation.Find(chat.Card!, node => node["action"]?.ToString() == CardActions.AskOfficial).Single());
        Assert.Equal("Mua phần mềm kho có được hỗ trợ không?", InputValue(chat, "Content"));
    }

    [Fact]
    public async Task A_message_that_begins_with_the_number_goes_to_the_case_and_other_people_see_nothing()
    {
        var chat = await StartFormAsync();
        await chat.SubmitAsync(Complete);
        await chat.SayAsync("gửi");
        var number = chat.LastText.Split("**")[1];

        Assert.Contains("đang chờ cán bộ nhận", await chat.SayAsync(number), StringComparison.Ordinal);
        Assert.Contains(
            "Đã chuyển nội dung bổ sung",
            await chat.SayAsync($"{number} chúng tôi gửi thêm thông tin"),
            StringComparison.Ordinal
        );

        var stranger = new TestConversation(host, user: "u2");
        Assert.Contains("không tìm thấy", await stranger.SayAsync(number), StringComparison.Ordinal);
        Assert.Contains("không tìm thấy", await stranger.SayAsync($"{number} cho tôi xem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_in_one_group_fill_in_their_own_forms()
    {
        var (an, group) = (await StartFormAsync(), "");
        group = an.Id;
        var binh = new TestConversation(host, id: group, user: "u2");
        await binh.SayAsync("Gửi yêu cầu");
        await an.SayAsync("Công ty An");
        await binh.SayAsync("Công ty Bình");
        Assert.Contains("phường, xã", await an.SayAsync("0100109106"), StringComparison.Ordinal);
        await binh.SayAsync("hủy");
        await binh.SayAsync("có");
        Assert.Contains("Lĩnh vực", await an.SayAsync("Phường Nghĩa Đô"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"action":"form"}""")]
    [InlineData("""{"action":"form","form":{"a":1},"revision":"x"}""")]
    [InlineData("""{"action":"vote","answer":[1],"up":"maybe"}""")]
    [InlineData("""{"action":17}""")]
    [InlineData("""{"action":"case","number":"HN-1"}""")]
    public async Task Forged_clicks_are_answered_and_do_nothing(string data) =>
        Assert.Contains(
            "không còn dùng được",
            await new TestConversation(host).ClickAsync(JsonNode.Parse(data)!.AsObject()),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task The_welcome_says_once_that_the_assistant_is_a_machine()
    {
        var chat = new TestConversation(host);
        Activity Start() => new() { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new ChannelAccount { Id = "bot" }] };
        Assert.Contains("trợ lý tự động** (không phải người)", await chat.SendAsync(Start()), StringComparison.Ordinal);
        Assert.Contains("không** quyết định hồ sơ", chat.Card!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        Assert.Equal("", await chat.SendAsync(Start()));
        Assert.Contains("trợ lý tự động", await new TestConversation(host).SayAsync("xin chào"), StringComparison.Ordinal);
    }

    private static string InputValue(TestConversation chat, string input) =>
        TestConversation.Find(chat.Card!, node => node["id"]?.ToString() == input).Single()["value"]?.ToString() ?? "";

    private async Task<TestConversation> StartFormAsync()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Gửi yêu cầu");
        return chat;
    }
}
