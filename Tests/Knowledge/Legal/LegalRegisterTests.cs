using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Tests.Knowledge.Legal;

public sealed class LegalRegisterTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly LegalRegister Register = LegalRegister.Default;

    /// <summary>Documents that are often cited although they are no longer in force: the document, its last day, its replacement.</summary>
    [Theory]
    [InlineData("39/2024/QH15", "2026-06-30", "02/2026/QH16")]
    [InlineData("13/2023/NĐ-CP", "2025-12-31", "356/2025/NĐ-CP")]
    [InlineData("132/2018/TT-BTC", "2026-06-30", "58/2026/TT-BTC")]
    [InlineData("88/2021/TT-BTC", "2025-12-31", "152/2025/TT-BTC")]
    [InlineData("40/2021/TT-BTC", "2026-03-04", "18/2026/TT-BTC")]
    [InlineData("200/2014/TT-BTC", "2025-12-31", "99/2025/TT-BTC")]
    [InlineData("123/2020/NĐ-CP", "2026-06-30", "254/2026/NĐ-CP")]
    [InlineData("70/2025/NĐ-CP", "2026-06-30", "254/2026/NĐ-CP")]
    [InlineData("126/2020/NĐ-CP", "2026-06-30", "252/2026/NĐ-CP")]
    [InlineData("38/2019/QH14", "2026-06-30", "108/2025/QH15")]
    [InlineData("61/2018/NĐ-CP", "2025-06-30", "118/2025/NĐ-CP")]
    [InlineData("107/2021/NĐ-CP", "2025-06-30", "118/2025/NĐ-CP")]
    [InlineData("86/2015/QH13", "2026-06-30", "116/2025/QH15")]
    [InlineData("24/2018/QH14", "2026-06-30", "116/2025/QH15")]
    [InlineData("27/2018/QĐ-TTg", "2025-11-14", "36/2025/QĐ-TTg")]
    [InlineData("39/2018/NĐ-CP", "2021-10-14", "80/2021/NĐ-CP")]
    [InlineData("104/2016/QH13", "2026-08-31", "01/2026/QH16")]
    [InlineData("61/2020/QH14", "2026-02-28", "143/2025/QH15")]
    public void A_replaced_document_is_expired_with_its_replacements(string number, string lastDay, string replacement)
    {
        var document = Register.Find(number)!;
        var last = DateOnly.Parse(lastDay, null);

        Assert.IsType<LegalStatus.InForce>(Register.GetStatus(document, last));
        var expired = Assert.IsType<LegalStatus.Expired>(Register.GetStatus(document, last.AddDays(1)));
        Assert.Equal(last.AddDays(1), expired.Since);
        Assert.Equal(replacement, expired.ReplacedBy[0].Number);
        Assert.IsType<LegalStatus.InForce>(Register.GetStatus(expired.ReplacedBy[^1], Today));
    }

    [Theory]
    [InlineData("85/2016/NĐ-CP")]
    [InlineData("331/2026/NĐ-CP")]
    [InlineData("86/2024/TT-BTC")]
    [InlineData("1125/QĐ-NHNN")]
    public void An_unverified_status_is_not_stated(string number)
    {
        var status = Register.GetStatus(Register.Find(number)!, Today);

        Assert.IsType<LegalStatus.Unverified>(status);
        Assert.Contains("chưa được đối chiếu", LegalTexts.Describe(status, Today, Lang.Vi), StringComparison.Ordinal);
    }

    [Fact]
    public void The_status_depends_on_the_day()
    {
        var capital = Register.Find("02/2026/QH16")!;

        Assert.IsType<LegalStatus.NotYetInForce>(Register.GetStatus(capital, new DateOnly(2026, 6, 30)));
        Assert.IsType<LegalStatus.InForce>(Register.GetStatus(capital, new DateOnly(2026, 7, 1)));
        Assert.IsType<LegalStatus.InForce>(Register.GetStatus(Register.Find("19/2026/NQ-CP")!, new DateOnly(2027, 2, 28)));
        Assert.IsType<LegalStatus.Expired>(Register.GetStatus(Register.Find("19/2026/NQ-CP")!, new DateOnly(2027, 3, 1)));
        Assert.IsType<LegalStatus.InForce>(Register.GetStatus(Register.Find("22/2026/NQ-CP")!, new DateOnly(2027, 3, 1)));
    }

    [Theory]
    [InlineData("nd 80/2021", "80/2021/NĐ-CP")]
    [InlineData("nghị định 80 năm 2021", "80/2021/NĐ-CP")]
    [InlineData("NĐ số 80/2021/NĐ-CP", "80/2021/NĐ-CP")]
    [InlineData("Decree 80/2021", "80/2021/NĐ-CP")]
    [InlineData("Decree No. 80/2021/ND-CP", "80/2021/NĐ-CP")]
    [InlineData("80/2021/nd-cp", "80/2021/NĐ-CP")]
    [InlineData("nd80", "80/2021/NĐ-CP")]
    [InlineData("nđ80/2021", "80/2021/NĐ-CP")]
    [InlineData("N.Đ. 80/2021", "80/2021/NĐ-CP")]
    [InlineData("nghi dinh so 080/2021", "80/2021/NĐ-CP")]
    [InlineData("Nghị quyết số 198 năm 2025", "198/2025/QH15")]
    [InlineData("tt 58/2026", "58/2026/TT-BTC")]
    [InlineData("luat 4/2017", "04/2017/QH14")]
    [InlineData("Luật Thủ đô 39/2024", "39/2024/QH15")]
    [InlineData("thong tu 58 nam 2026", "58/2026/TT-BTC")]
    [InlineData("tt 132/2018", "132/2018/TT-BTC")]
    [InlineData("nghị quyết 198", "198/2025/QH15")]
    [InlineData("nq 68", "68-NQ/TW")]
    [InlineData("NQ 16/2025/NQ-HĐND", "16/2025/NQ-HĐND")]
    [InlineData("quyết định 5418/QĐ-UBND", "5418/QĐ-UBND")]
    [InlineData("nq 66.16/2026", "66.16/2026/NQ-CP")]
    [InlineData("qd 36/2025", "36/2025/QĐ-TTg")]
    public void Usual_spellings_of_a_document_number_are_read(string written, string number) =>
        Assert.Contains(number, LegalAnswers.FindMentioned(Register, $"{written} còn hiệu lực không?").Select(document => document.Number));

    [Theory]
    [InlineData("hạn 30/6/2026 hay tháng 6/2026?")]
    [InlineData("doanh thu 80 tỷ, 2021 lao động")]
    [InlineData("gọi 0912345678 hoặc 1.234,5")]
    [InlineData("12/2026")]
    public void A_date_or_an_amount_is_not_a_document_number(string text) => Assert.Empty(DocumentNumber.FindAll(text));

    [Fact]
    public void Questions_about_validity_are_answered_in_both_languages()
    {
        var vi = LegalAnswers.Answer(Register, "nd 13/2023 bao ve du lieu con hieu luc k", Lang.Vi, Today)!;
        Assert.True(vi.AllExpired);
        Assert.Contains("hết hiệu lực từ 01/01/2026", vi.Text, StringComparison.Ordinal);
        Assert.Contains("Nghị định 356/2025/NĐ-CP", vi.Text, StringComparison.Ordinal);

        var en = LegalAnswers.Answer(Register, "What replaces Decree 39/2018?", Lang.En, Today)!;
        Assert.True(en.AllExpired);
        Assert.Contains("replaced by Decree 80/2021/NĐ-CP", en.Text, StringComparison.Ordinal);

        var still = LegalAnswers.Answer(Register, "nđ 80/2021 het hieu luc chua", Lang.Vi, Today)!;
        Assert.False(still.AllExpired);
        Assert.Contains("vẫn còn hiệu lực vào ngày 21/11/2026", still.Text, StringComparison.Ordinal);

        var medium = LegalAnswers.Answer(Register, "nghi dinh 123 hoa don dien tu con ap dung k", Lang.Vi, Today)!;
        Assert.Contains("chưa đối chiếu văn bản gốc", medium.Text, StringComparison.Ordinal);

        Assert.Null(LegalAnswers.Answer(Register, "Nghị định 80/2021 hỗ trợ những gì?", Lang.Vi, Today));
        Assert.Null(LegalAnswers.Answer(Register, "Nghị định 999/2031 còn hiệu lực không?", Lang.Vi, Today));
    }
}
