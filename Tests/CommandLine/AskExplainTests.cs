using System.Text.Json.Nodes;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.CommandLine;

/// <summary>The explanation of an answer by <c>ask --explain</c>.</summary>
public class AskExplainTests
{
    private static readonly AnswerPipeline Pipeline = RealKnowledge.Pipeline();

    [Theory]
    [InlineData("vay vốn lưu động không cần tài sản thế chấp", 0)]
    [InlineData("cty nho duoc giam thue thu nhap may nam", 0)]
    [InlineData("How much does the city pay for consulting?", 0)]
    [InlineData("zzvayy", 0)]
    [InlineData("nghị định 39/2018 hỗ trợ doanh nghiệp nhỏ thế nào, lên mức bao nhiêu", 0.5)]
    public void Retriever_and_term_shares_add_up_to_the_score_of_each_candidate(string question, double adjusted)
    {
        var candidates = ExplainAsJson(question)["candidates"]!.AsArray();
        Assert.NotEmpty(candidates);
        foreach (var candidate in candidates)
        {
            var retrievers = candidate!["retrievers"]!.AsArray();
            Assert.NotEmpty(retrievers);
            Assert.All(
                retrievers,
                retriever =>
                    Assert.Equal(NumberOf(retriever!["share"]), retriever!["terms"]!.AsArray().Sum(term => NumberOf(term!["share"])), 6)
            );
            Assert.Equal(
                NumberOf(candidate["score"]),
                retrievers.Sum(retriever => NumberOf(retriever!["share"])) + NumberOf(candidate["adjusted"]),
                6
            );
        }

        Assert.Equal(adjusted, candidates.Max(candidate => NumberOf(candidate!["adjusted"])), 6);
    }

    [Fact]
    public void A_term_is_shown_in_its_usual_spelling_with_idf_and_count()
    {
        var trace = ExplainAsJson("vay von cua ngan hang");
        Assert.Equal("vay vốn của ngân hàng", trace["decoded"]!.ToString());
        var term = trace["candidates"]![0]!["retrievers"]!
            .AsArray()
            .Single(retriever => retriever!["retriever"]!.ToString() == "exact-unigram")!["terms"]!
            .AsArray()
            .Single(term => term!["term"]!.ToString() == "vốn")!;
        Assert.True(NumberOf(term["idf"]) > 0 && NumberOf(term["frequency"]) >= 1 && NumberOf(term["share"]) > 0);
    }

    [Fact]
    public void The_text_output_explains_the_best_candidates_and_lists_the_others()
    {
        var text = AnswerText.Write(Pipeline.Ask(new Question("vay vốn lưu động ngân hàng")), answer => Pipeline.Explain(answer));
        Assert.Contains("searched: vay vốn lưu động ngân hàng", text, StringComparison.Ordinal);
        Assert.Matches(@"\n    0\.\d{3} exact-unigram \(weight [\d.]+\): .*vốn 0\.\d{3} \(idf \d\.\d, \d+×\)", text);
        Assert.Equal(10, text.Split('\n').Count(line => line.Length > 0 && char.IsAsciiDigit(line[0])));
    }

    [Fact]
    public void Without_a_search_there_is_nothing_to_explain()
    {
        var title = RealKnowledge.Articles[0].Title.Vi;
        Assert.Null(ExplainAsJson(title)["searched"]);
        Assert.Null(JsonNode.Parse(AnswerJson.Write([Pipeline.Ask(new Question(title))], TimeSpan.Zero, explain: null))!["trace"]);
    }

    private static JsonNode ExplainAsJson(string question) =>
        JsonNode.Parse(AnswerJson.Write([Pipeline.Ask(new Question(question))], TimeSpan.Zero, answer => Pipeline.Explain(answer)))![
            "trace"
        ]!;

    private static double NumberOf(JsonNode? node) => node!.GetValue<double>();
}
