using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Desk.Cases;
using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Officials;

/// <summary>What an official learnt too late while writing: the missing attachment, the colleague who does not exist.</summary>
public sealed class WritingTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_reply_that_speaks_of_an_attachment_without_one_is_asked_about_once()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reply", ("text", "Anh/chị dùng mẫu đính kèm."));
        Assert.Equal(200, lan.Status);
        Assert.Contains("nội dung nhắc đến tệp đính kèm nhưng chưa có tệp nào", lan.Text, StringComparison.Ordinal);
        Assert.Contains(">Anh/chị dùng mẫu đính kèm.</textarea>", lan.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await desk.FindAsync(number)).Request.Version);
        await lan.SendAsync($"{page}/reply", ("text", "Anh/chị dùng mẫu đính kèm."));
        Assert.Equal(302, lan.Status);
        Assert.Equal(3, (await desk.FindAsync(number)).Request.Version);
    }

    [Fact]
    public async Task With_the_file_and_in_a_question_nothing_is_asked()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.UploadAsync($"{page}/files", ("mau.txt", "Mẫu"u8.ToArray()));
        await lan.OpenAsync(page);
        Assert.Contains("mau.txt <span class=\"muted\">1 KB</span>", lan.Text, StringComparison.Ordinal);
        await lan.SendAsync($"{page}/reply", ("text", "Xem tệp đính kèm."));
        Assert.Equal(302, lan.Status);
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/ask-back", ("text", "Xin đính kèm báo cáo."));
        Assert.Equal(302, lan.Status);
    }

    [Theory]
    [InlineData("Gửi kèm số hồ sơ", false)]
    [InlineData("Xem TỆP  KÈM", true)]
    [InlineData("see the Attached form", true)]
    [InlineData("we attach importance to it", false)]
    public void Words_that_announce_a_file(string text, bool isMention) => Assert.Equal(isMention, AttachmentMention.IsIn(text));

    [Fact]
    public async Task A_note_says_who_was_told_and_which_name_nobody_has()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await desk.CreateAsync("minh", Roles.Official);
        await lan.OpenAsync(page);
        Assert.Contains("Có thể nhắc: @minh", lan.Text, StringComparison.Ordinal);
        await lan.SendAsync($"{page}/note", ("note", "Nhờ @minh và @tuan xem giúp."));
        await lan.OpenAsync(lan.Location!.Split('#')[0]);
        Assert.Contains("Đã báo cho Cán bộ minh.", lan.Text, StringComparison.Ordinal);
        Assert.Contains("Không có người dùng @tuan", lan.Text, StringComparison.Ordinal);
        await lan.OpenAsync(page);
        Assert.DoesNotContain("Không có người dùng", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_lists_the_papers_that_were_ticked()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.SendAsync(
            $"{page}/ask-back",
            ("papers", "Báo cáo tài chính năm gần nhất"),
            ("papers", "Tờ khai xác định quy mô doanh nghiệp"),
            ("papers", "Không có trong danh sách"),
            ("text", "")
        );
        Assert.Equal(302, lan.Status);
        Assert.Equal(
            "Anh/chị vui lòng gửi:\n- Báo cáo tài chính năm gần nhất\n- Tờ khai xác định quy mô doanh nghiệp",
            (await desk.FindAsync(number)).History[^1].Text
        );
    }

    [Fact]
    public async Task No_team_is_chosen_for_the_official_and_closing_and_reopening_are_not_offered_together()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        Assert.Contains(" selected>Chọn…</option>", lan.Text.Split("id=\"move-body\"")[1].Split("</select>")[0], StringComparison.Ordinal);
        await lan.SendAsync($"{page}/reply", ("text", "Được hỗ trợ."));
        await lan.OpenAsync(page);
        Assert.Contains($"action=\"{page}/close\"", lan.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"{page}/reopen\"", lan.Html, StringComparison.Ordinal);
        await lan.SendAsync($"{page}/close", ("reason", "Answered"), ("text", ""));
        await lan.OpenAsync(page);
        Assert.DoesNotContain($"action=\"{page}/close\"", lan.Html, StringComparison.Ordinal);
        Assert.Contains($"action=\"{page}/reopen\"", lan.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nộp ở phường. Chưa rõ nơi hỏi, mời anh/chị gửi yêu cầu cho Sở Tài chính.", "Nộp ở phường.")]
    [InlineData("Một.\n\nMuốn gặp cán bộ, anh/chị gửi yêu cầu bất cứ lúc nào.\n\nHai.", "Một.\n\nHai.")]
    [InlineData("- Có hạn.\n- Chưa biết hỏi ai thì gửi yêu cầu.", "- Có hạn.")]
    [InlineData("Ask the ward. To reach an official, send a request at any time.", "Ask the ward.")]
    [InlineData("Hộ kinh doanh gửi hồ sơ theo yêu cầu.", "Hộ kinh doanh gửi hồ sơ theo yêu cầu.")]
    public void A_suggestion_does_not_tell_the_asker_to_send_a_request(string text, string expected) =>
        Assert.Equal(expected, SuggestedAnswerFinder.RemoveInvitations(text));

    [Fact]
    public void Cautions_are_no_part_of_the_suggested_letter()
    {
        var (letter, cautions) = SuggestedAnswerFinder.SeparateCautions(
            "Mức hỗ trợ là 50 %. Nguồn là báo hoặc trang luật, chưa đối chiếu văn bản gốc: anh/chị hỏi lại trước khi dùng.\n"
                + "- Nơi nộp: Chưa rõ: đơn vị nhận hồ sơ."
        );
        Assert.Equal("Mức hỗ trợ là 50 %.", letter);
        Assert.Equal(2, cautions.Count);
    }

    [Fact]
    public void The_conversation_before_a_request_tells_what_was_clicked_and_which_files_came()
    {
        var click = new Activity { Type = ActivityTypes.Message, Value = CardActions.QuestionData("Vay Quỹ cần gì?") };
        var files = new Activity { Type = ActivityTypes.Message, Attachments = [new Attachment { Name = "hoa-don.pdf" }] };
        Assert.Equal("Vay Quỹ cần gì?", ConversationExcerptReader.Describe(click));
        Assert.Equal("hoa-don.pdf", ConversationExcerptReader.Describe(files));
    }

    [Fact]
    public void A_picture_of_a_phone_is_refused_with_the_way_to_send_it() =>
        Assert.Contains(
            "JPG",
            FileRefusalTexts.Explain(new FileReceipt.Refused("IMG_0001.HEIC", FileProblem.TypeNotAccepted), Lang.Vi, new CaseFileOptions()),
            StringComparison.Ordinal
        );
}
