using PolicyAssistantBot.Tests.Conversations;

namespace PolicyAssistantBot.Tests.Issues.Figures;

/// <summary>
/// A number was taken for a fact about the asker's enterprise that it was not: a tax rate for employees, a parent's revenue, a believed
/// threshold, a word that looks like a number, a corrected figure that stayed.
/// </summary>
public sealed class WhoseNumberTests(TalkHost host) : IClassFixture<TalkHost>
{
    [Theory]
    [InlineData("cty em buon giay 38 nguoi, dt 90 ty, von 60 ty thi hang gi" + " || vay thue tu 15 nhay len 17 a", null, "17 lao động")]
    [InlineData("cty em buon giay 38 nguoi, dt 90 ty, von 60 ty thi hang gi" + " || sai roi, ke toan bao nho thi 17", null, "17 lao động")]
    [InlineData(
        "garage cua e 12 tho, doanh thu 9 ty, co phai sieu nho ko || neu la xuong dong thung xe, van 8 ng 9 ty",
        "siêu nhỏ",
        "18.000"
    )]
    [InlineData(
        "Công ty tôi doanh thu năm trước 2,9 tỷ, thuế suất thu nhập doanh nghiệp bao nhiêu?"
            + " || công ty này là công ty con của một công ty doanh thu 80 tỷ",
        "20%",
        "80 tỷ đồng vượt"
    )]
    [InlineData(
        "công ty con của một tập đoàn doanh thu 500 tỷ, bên em doanh thu 2 tỷ thì thuế suất thu nhập doanh nghiệp bao nhiêu",
        "20%",
        "500 tỷ đồng nằm"
    )]
    [InlineData(
        "shop qa onl của e là hộ kinh doanh, năm nay cỡ 900tr, có phải đóng thuế hok || ủa e tưởng 500tr cơ",
        null,
        "doanh thu 500 triệu"
    )]
    [InlineData(
        "công ty tôi 20 người, doanh thu 30 tỷ, làm thương mại thì cỡ gì || tôi tưởng 50 người mới là nhỏ cơ || thế vốn 3 tỷ?",
        "20 lao động",
        "50 lao động"
    )]
    [InlineData(
        "Tôi đúc gang, có 85 lao động, năm ngoái doanh thu 62 tỷ, nguồn vốn 18 tỷ, công ty tôi loại gì?"
            + " || Ấy, con bé kế toán nó vừa nhắn lại, vốn là 27 tỷ chứ không phải 18.",
        "doanh nghiệp vừa",
        "nguồn vốn 18"
    )]
    [InlineData(
        "cty em may mặc 9 người, doanh thu 2,9 tỷ, siêu nhỏ hay nhỏ" + " || còn 12 bạn part-time ko có insurance thì có kéo lên nhỏ ko",
        null,
        "12 lao động"
    )]
    [InlineData(
        "cty em thương mại 45 người, doanh thu 80 tỷ thì size gì || kỳ 2026 xét theo doanh thu 2025 hay 2026?",
        null,
        "2.026 lao động"
    )]
    public async Task A_number_counts_what_it_was_said_of(string messages, string? told, string notTold) =>
        await AssertLastAsync(messages, told, notTold);

    [Theory]
    [InlineData(
        "Cháu gái tôi bán tạp hoá, mỗi năm 900 triệu, hộ kinh doanh, có phải nộp thuế không?"
            + " || Nó lập công ty được miễn thuế mấy năm? || Nó mới đăng ký hộ được 8 tháng thôi.",
        null,
        "giải thể 8 tháng"
    )]
    [InlineData(
        "em đang làm hộ kinh doanh bán phở, doanh thu 900 triệu, có phải nộp thuế không"
            + " || em xin hỗ trợ tư vấn siêu nhỏ 100% được không",
        "hộ kinh doanh không phải là doanh nghiệp nhỏ và vừa",
        "50 triệu đồng mỗi năm"
    )]
    [InlineData(
        "Thuế thu nhập doanh nghiệp năm 2026 của công ty tôi bao nhiêu phần trăm? Doanh thu năm 2025 là 47 tỷ.",
        "17%",
        "theo tỷ lệ trên doanh thu"
    )]
    public async Task A_rule_is_that_of_the_asker(string messages, string? told, string notTold) =>
        await AssertLastAsync(messages, told, notTold);

    [Theory]
    [InlineData("hộ kd bán đồ tập, tháng 10 vừa r cộng dồn mới lố 1 tỉ. đk hđđt khi nào", "30/11/2026")]
    [InlineData("hộ kd bán đồ tập, tháng 10 vừa r cộng dồn mới lố 1 tỉ. đk hđđt khi nào", "30/01/2027")]
    [InlineData(
        "tháng 10 vừa rồi hộ kinh doanh của tôi qua mốc 1 tỷ, khi nào phải đăng ký hóa đơn điện tử || tôi khai theo tháng",
        "30/11/2026"
    )]
    [InlineData(
        "shop e là hkd, tới t10 vừa r cộng dồn qua mốc 1 tỷ. bh phải đk hoá đơn đt v ạ || giả sử e khai theo quý thì hạn hôm nào",
        "30/01/2027"
    )]
    [InlineData(
        "I run a household business; in October revenue passed 1 billion. When must I register for e-invoices?"
            + " || and if I file quarterly",
        "30 January 2027"
    )]
    public async Task Who_exceeded_the_threshold_is_told_the_last_day_to_register(string messages, string told) =>
        await AssertLastAsync(messages, told, "hông bắt buộc** dùng");

    [Fact]
    public async Task Two_items_of_a_list_are_computed_anew() =>
        await AssertLastAsync(
            "hỏi 3 cái một lần nha: (1) cty mình sản xuất bao bì, 85 ng đóng BHXH, revenue năm ngoái 48 tỷ thì size gì (2) CIT rate năm nay "
                + "(3) mua software được support tối đa bn || nếu năm nay close ở 51 tỷ thì (1) với (2) năm sau đổi ntn || capital 35 tỷ",
            "doanh nghiệp vừa",
            "2 lao động"
        );

    private async Task AssertLastAsync(string messages, string? told, string notTold)
    {
        var chat = new TestConversation(host);
        var reply = "";
        foreach (var message in messages.Split(" || "))
        {
            reply = await chat.SayAsync(message);
        }

        if (told is not null)
        {
            Assert.Contains(told, reply, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(notTold, reply, StringComparison.Ordinal);
    }
}
