using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

public class DecodingTests
{
    private static readonly SearchIndex Index = SearchIndex.Build([
        new Passage(
            "loan",
            "loan",
            "answer",
            Lang.Vi,
            "Vay vốn lưu động",
            "",
            "Doanh nghiệp nhỏ và vừa được vay vốn lưu động tại Quỹ. Công ty không có tài sản thế chấp thì hỏi quỹ bảo lãnh như thế nào.",
            []
        ),
        new Passage(
            "tax",
            "tax",
            "answer",
            Lang.Vi,
            "Thuế thu nhập doanh nghiệp",
            "",
            "Doanh nghiệp nhỏ được miễn thuế thu nhập doanh nghiệp trong ba năm đầu, điều kiện và hồ sơ đăng ký theo quy định.",
            []
        ),
    ]);

    [Theory]
    [InlineData("vay von luu dong", "vay vốn lưu động")]
    [InlineData("vay vón lưu động", "vay vốn lưu động")]
    [InlineData("vay voons luu dong", "vay vốn lưu động")]
    [InlineData("vay vốnn lưu độgn", "vay vốn lưu động")]
    [InlineData("vayvon luu dong", "vay vốn lưu động")]
    [InlineData("cty ko co tai san the chap", "công ty không có tài sản thế chấp")]
    [InlineData("mien thue thu nhap dn", "miễn thuế thu nhập doanh nghiệp")]
    [InlineData("miễn thuế thu nhập doanh nghiệp", "miễn thuế thu nhập doanh nghiệp")]
    public void Typing_errors_are_corrected(string typed, string meant) => Assert.Equal(meant, Index.Search(typed).Query.Decoded);

    [Fact]
    public void Corrected_words_are_listed() => Assert.Contains(new WordChange("voons", "vốn"), Index.Search("vay voons").Query.Changes);

    [Fact]
    public void What_is_typed_without_diacritics_does_not_teach_to_leave_them_out()
    {
        string[] phrasings = ["ho tro tu van the nao", "xin ho tro tu van o dau", "Xin hỗ trợ tư vấn ở đâu?"];
        var index = SearchIndex.Build([
            new("advice", "advice", "answer", Lang.Vi, "Hỗ trợ tư vấn", "", "Chi phí tư vấn thế nào.", phrasings),
        ]);

        Assert.Equal("xin hỗ trợ tư vấn thế nào", index.Search("xin ho tro tu van the nao").Query.Decoded);
    }

    [Theory]
    [InlineData("the con ho kinh doanh thi sao", "thế còn hộ kinh doanh thì sao")]
    [InlineData("xin ho tro tu van thi giay to gom gi", "xin hỗ trợ tư vấn thì giấy tờ gồm gì")]
    [InlineData("toi con no thue", "tôi còn nợ thuế")]
    public void Diacritics_are_restored_as_people_write(string typed, string meant) =>
        Assert.Equal(meant, RealKnowledge.Knowledge.Index.Search(typed).Query.Decoded);
}
