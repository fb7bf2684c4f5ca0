using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Tests.Conversations;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>
/// After a form was cancelled, "Gửi yêu cầu" returned to the cancelled form; a postponed form asked again after every answer.
/// </summary>
public sealed class CancelledFormTests(TalkHost host) : IClassFixture<TalkHost>
{
    internal static readonly string[] ToSummary =
    [
        "Gửi yêu cầu",
        "Công ty TNHH An Phát",
        "0100109106",
        "Phường Nghĩa Đô",
        "Xây dựng",
        "khoảng 45 người",
        "2 tỷ",
        "500tr",
        "2",
        "Chúng tôi muốn hỏi về điều kiện vay vốn mua máy móc.",
        "Nguyễn Văn A",
        "0912 345 678",
        "bỏ qua",
        "đồng ý",
        "đồng ý",
    ];

    public static TheoryData<int, string> CancelPoints()
    {
        var places = new TheoryData<int, string>();
        foreach (var length in Enumerable.Range(1, ToSummary.Length))
        {
            places.Add(length, "hủy");
            places.Add(length, "");
        }

        return places;
    }

    /// <param name="length">The number of answers given.</param>
    /// <param name="cancel">The cancelling text; empty for a click.</param>
    [Theory]
    [MemberData(nameof(CancelPoints))]
    public async Task A_request_after_a_cancelled_one_opens_a_new_form(int length, string cancel)
    {
        var chat = new TestConversation(host);
        foreach (var line in ToSummary.Take(length))
        {
            await chat.SayAsync(line);
        }

        var first = chat.FormId;
        Assert.Contains(
            "Bỏ phiếu đang điền dở?",
            cancel.Length > 0
                ? await chat.SayAsync(cancel)
                : await chat.ClickAsync(CardActions.FormData(CardActions.CancelForm, first, chat.Revision)),
            StringComparison.Ordinal
        );
        Assert.Contains("Đã hủy", await chat.SayAsync("Có, bỏ phiếu"), StringComparison.Ordinal);
        Assert.DoesNotContain("đang điền dở", await chat.SayAsync("Gửi yêu cầu"), StringComparison.Ordinal);
        Assert.NotEqual(first, chat.FormId);
    }

    [Fact]
    public async Task A_postponed_form_allows_questions_and_continues_on_return()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Gửi yêu cầu");
        await chat.SayAsync("Công ty TNHH An Phát");
        Assert.DoesNotContain("Quay lại yêu cầu", await chat.SayAsync("khoan đã, để mai"), StringComparison.Ordinal);
        var answer = await chat.SayAsync("quỹ bảo lãnh tín dụng là gì");
        Assert.Contains("bảo lãnh", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Mã số thuế của doanh nghiệp", answer, StringComparison.Ordinal);
        Assert.Contains("Mã số thuế của doanh nghiệp", await chat.SayAsync("Gửi yêu cầu"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mã số thuế của doanh nghiệp", await chat.SayAsync("0100109106"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ông ấy rút vốn thì được mấy năm")]
    [InlineData("co mat phi khong")]
    [InlineData("cảm ơn bạn nhé")]
    public async Task Text_that_is_not_a_tax_code_is_not_refused_as_one(string text)
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Gửi yêu cầu");
        await chat.SayAsync("Công ty TNHH An Phát");
        Assert.DoesNotContain("Mã số thuế chỉ gồm chữ số", await chat.SayAsync(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MST của công ty là 0100109107")]
    [InlineData("01001o9106")]
    public async Task A_mistyped_tax_code_gets_an_explanation(string text)
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Gửi yêu cầu");
        await chat.SayAsync("Công ty TNHH An Phát");
        Assert.Contains("ã số thuế", await chat.SayAsync(text), StringComparison.Ordinal);
        Assert.DoesNotContain("Quay lại yêu cầu", chat.LastText, StringComparison.Ordinal);
    }
}
