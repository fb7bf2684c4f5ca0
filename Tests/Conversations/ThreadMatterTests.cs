namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>What was said before serves the same matter only, and a figure that changes nothing is said to change nothing.</summary>
public sealed class ThreadMatterTests(ConversationHost host) : IClassFixture<ConversationHost>
{
    private const string Micro = "cty em siêu nhỏ, hop dong mua phan mem 80 triệu thì được hỗ trợ bao nhiêu";

    [Theory]
    [InlineData("dao tao cong nhan thi sao")]
    [InlineData("toi ban nhua cho hang o to thi co duoc ho tro gi khong")]
    [InlineData("ban hang cho cty nhat can gi")]
    [InlineData("khoa hoc 30 trieu cho tho thi duoc bao nhieu")]
    [InlineData("mua máy CNC 300 triệu thì được bao nhiêu")]
    public async Task A_remembered_price_does_not_answer_another_matter(string other)
    {
        var chat = new TestConversation(host);
        Assert.Contains("hợp đồng 80 triệu", await chat.SayAsync(Micro), StringComparison.Ordinal);
        Assert.DoesNotContain("Với hợp đồng", await chat.SayAsync(other), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("còn 30 triệu thì sao", "Với hợp đồng 30 triệu")]
    [InlineData("thế doanh nghiệp nhỏ thì sao", "50 triệu đồng mỗi năm")]
    [InlineData("thuê tư vấn thì được bao nhiêu", "Điều 13")]
    public async Task A_changed_figure_size_or_scheme_is_computed_again(string change, string told)
    {
        var chat = new TestConversation(host);
        await chat.SayAsync(Micro);
        Assert.Contains(told, await chat.SayAsync(change), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mua roi thang truoc 80tr thi dc bao nhieu")]
    [InlineData("hợp đồng 80 triệu đã ký tháng trước thì được bao nhiêu")]
    public async Task What_was_bought_before_the_decision_is_told_first(string message)
    {
        var chat = new TestConversation(host);
        await chat.SayAsync(Micro);
        Assert.StartsWith("Khoản đã mua, đã ký từ trước", await chat.SayAsync(message), StringComparison.Ordinal);

        var fresh = new TestConversation(host);
        await fresh.SayAsync("xin chào");
        Assert.StartsWith(
            "Khoản đã mua, đã ký từ trước",
            await fresh.SayAsync("cty siêu nhỏ, phan mem mua roi thang truoc 80tr thi dc ho tro bao nhieu"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Khoản đã mua",
            await new TestConversation(host).SayAsync("phần mềm chưa mua, 80 triệu thì được hỗ trợ bao nhiêu"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Support_asked_after_a_tax_is_not_answered_by_the_tax()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("ho kinh doanh doanh thu 4 tỷ nộp thuế thế nào");
        Assert.DoesNotContain("nộp thuế **17%", await chat.SayAsync("the ho tro tu van thi sao"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_is_named_only_for_what_the_message_itself_asks()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("cong ty toi 9 nguoi co khi");
        await chat.SayAsync("đóng bảo hiểm xã hội cho công nhân thế nào");
        Assert.DoesNotContain("Bảo hiểm xã hội thành phố", await chat.SayAsync("hom nay an pho o dau ngon"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_number_is_asked_for_once()
    {
        var chat = new TestConversation(host, user: Guid.NewGuid().ToString("N"));
        Assert.Contains("số yêu cầu", await chat.SayAsync("hồ sơ của tôi đến đâu rồi"), StringComparison.Ordinal);
        Assert.DoesNotContain("số yêu cầu", await chat.SayAsync("hỗ trợ tư vấn thế nào"), StringComparison.Ordinal);
        Assert.DoesNotContain("số yêu cầu", await chat.SayAsync("doanh nghiệp nhỏ là gì"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bỏ phiếu")]
    [InlineData("bo phieu")]
    public async Task Discarding_the_form_is_no_tax_code(string discard)
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("gửi yêu cầu");
        await chat.SayAsync("Công ty TNHH Cơ khí An Phát");
        Assert.Contains("Bỏ phiếu đang điền dở?", await chat.SayAsync(discard), StringComparison.Ordinal);
        Assert.Contains("Quay lại yêu cầu đang điền", await chat.SayAsync("vay von ngan hang"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_changes_nothing_is_said_to_change_nothing()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("cty em doanh thu 3 tỷ có được giảm thuế TNDN không");
        var told = await chat.SayAsync("doanh thu 4 ty thoi, co khac ko");
        Assert.StartsWith("Vẫn như trước", told, StringComparison.Ordinal);
        Assert.Contains("doanh thu 4 tỷ", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Vẫn như trước", await chat.SayAsync("thế 12 tỷ thì sao"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_addition_and_a_withdrawal_are_for_the_only_open_request()
    {
        var chat = new TestConversation(host, user: Guid.NewGuid().ToString("N"));
        await chat.SayAsync("Gửi yêu cầu");
        await chat.SubmitAsync(CardFlowTests.Complete);
        Assert.Contains("HN-", await chat.SayAsync("gửi"), StringComparison.Ordinal);
        Assert.Contains(
            "muốn gửi tin nhắn vừa rồi",
            await chat.SayAsync("toi muon bo sung them: hop dong mua may"),
            StringComparison.Ordinal
        );
        Assert.Contains("Đã chuyển nội dung bổ sung", await chat.SayAsync("đúng"), StringComparison.Ordinal);
        Assert.Contains("Anh/chị muốn rút yêu cầu", await chat.SayAsync("thoi toi muon rut yeu cau"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hn-2026-1")]
    [InlineData("HN-2026")]
    [InlineData("hn 2026 000123")]
    public async Task A_short_case_number_is_taken_for_one(string number) =>
        Assert.Contains("Số yêu cầu chưa đúng", await new TestConversation(host).SayAsync(number), StringComparison.Ordinal);
}
