using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

public class SearchIndexTests
{
    private static readonly SearchIndex Index = SearchIndex.Build(
    [
        Passage("loan", Lang.Vi, "Vay vốn lưu động", "Doanh nghiệp nhỏ và vừa được vay vốn lưu động tại Quỹ phát triển doanh nghiệp nhỏ và vừa."),
        Passage("tax", Lang.Vi, "Thuế thu nhập doanh nghiệp", "Doanh nghiệp nhỏ được miễn thuế thu nhập doanh nghiệp trong ba năm đầu."),
        Passage("training", Lang.Vi, "Đào tạo quản trị", "Ngân sách hỗ trợ học phí khóa quản trị doanh nghiệp cho học viên nữ."),
        Passage("loan-en", Lang.En, "Working capital loans", "Small enterprises borrow working capital from the SME development fund."),
    ]);

    [Theory]
    [InlineData("vay vốn lưu động", "loan")]
    [InlineData("toi muon vay von luu dong cho cty nho", "loan")]
    [InlineData("MIEN THUE thu nhap", "tax")]
    [InlineData("working capital", "loan-en")]
    public void The_right_passage_comes_first(string question, string id) =>
        Assert.Equal(id, Index.Search(question, new SearchOptions()).Hits[0].Passage.Id);

    [Fact]
    public void Only_the_language_asked_for_is_searched() =>
        Assert.All(Index.Search("doanh nghiệp working capital", new SearchOptions { Lang = Lang.En }).Hits, h => Assert.Equal(Lang.En, h.Passage.Lang));

    [Fact]
    public void The_explanation_adds_up_to_the_score()
    {
        var hit = Index.Search("vay vốn ngân sách", new SearchOptions()).Hits[0];
        var explanation = Index.Explain("vay vốn ngân sách", hit.Passage.Id)!;
        Assert.Equal(hit.Score, explanation.Score, 6);
        Assert.Equal(explanation.Score, explanation.Channels.Sum(c => c.Terms.Sum(t => t.Share)), 6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ?!")]
    [InlineData("🙂")]
    public void Nothing_asked_finds_nothing(string question)
    {
        var result = Index.Search(question, new SearchOptions());
        Assert.Empty(result.Hits);
        Assert.Equal(0, result.Confidence);
    }

    private static Passage Passage(string id, Lang lang, string title, string text) => new(id, id, "answer", lang, title, "", text, []);
}
