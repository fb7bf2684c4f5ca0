using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

public class SearchIndexTests
{
    private static readonly SearchIndex Index = SearchIndex.Build([
        Passage(
            "loan",
            Lang.Vi,
            "Vay vốn lưu động",
            "Doanh nghiệp nhỏ và vừa được vay vốn lưu động tại Quỹ phát triển doanh nghiệp nhỏ và vừa."
        ),
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
    public void Only_passages_of_the_chosen_language_are_searched() =>
        Assert.All(
            Index.Search("doanh nghiệp working capital", new SearchOptions { Lang = Lang.En }).Hits,
            h => Assert.Equal(Lang.En, h.Passage.Lang)
        );

    [Theory]
    [InlineData("vay vốn ngân sách", null)]
    [InlineData("kkdoanhkk", null)]
    [InlineData("working capital fund", null)]
    [InlineData("vay vốn ngân sách", "training")]
    [InlineData("zzzz", "tax")]
    public void The_shares_of_every_explanation_add_up_to_the_score(string question, string? outside)
    {
        var said = outside is null
            ? null
            : ExternalScores.Create([
                ("embeddings", new ExternalWeight(0.5, 0.2), [new(outside, 0.9), new(outside, 0.4), new("unknown", 1)]),
            ]);
        var hits = Index.Search(question, new SearchOptions { ExternalScores = said }).Hits;
        Assert.NotEmpty(hits);
        foreach (var hit in hits)
        {
            var explanation = Index.Explain(question, hit.Passage.Id, said)!;
            Assert.Equal(hit.Score, explanation.Score, 6);
            Assert.Equal(explanation.Score, explanation.Retrievers.Sum(c => c.Terms.Sum(t => t.Share)), 6);
        }
    }

    [Fact]
    public void Scores_of_external_retrievers_are_added()
    {
        const string question = "vay vốn lưu động";
        var words = Index.Search(question).Hits;
        var said = ExternalScores.Create([
            ("a", new ExternalWeight(0.5, 0.2), [new("training", 1.7), new("loan", 0.2), new("tax", double.NaN)]),
            ("b", new ExternalWeight(0.1, 0), [new("training", 0.5), new("loan-en", 1)]),
        ]);
        var both = Index.Search(question, new SearchOptions { Lang = Lang.Vi, ExternalScores = said }).Hits;
        Assert.DoesNotContain(both, hit => hit.Passage.Id == "loan-en");
        Assert.Equal(0.55 + Score(words, "training"), Score(both, "training"), 6);
        Assert.Equal(Score(words, "loan"), Score(both, "loan"), 6);
        Assert.Equal(Score(words, "tax"), Score(both, "tax"), 6);
        Assert.Equal(words, Index.Search(question, new SearchOptions { ExternalScores = ExternalScores.Create([]) }).Hits);

        static double Score(IReadOnlyList<SearchHit> hits, string id) => hits.FirstOrDefault(hit => hit.Passage.Id == id)?.Score ?? 0;
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ?!")]
    [InlineData("🙂")]
    public void An_empty_question_finds_nothing(string question)
    {
        var result = Index.Search(question, new SearchOptions());
        Assert.Empty(result.Hits);
        Assert.Equal(0, result.Confidence);
    }

    private static Passage Passage(string id, Lang lang, string title, string text) => new(id, id, "answer", lang, title, "", text, []);
}
