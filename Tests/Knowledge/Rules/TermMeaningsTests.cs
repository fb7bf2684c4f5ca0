using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Tests.Knowledge.Rules;

public sealed class TermMeaningsTests
{
    [Fact]
    public void Terms_are_found_by_every_form()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(
            file,
            "# kind, forms\nabbr\tDNNVV|DNVVN\tdoanh nghiệp nhỏ và vừa\tsmall and medium-sized enterprise\nabbr\tCP\tcông ty "
                + "cổ phần\tjoint stock company\norg\tCP\tChính phủ\tGovernment|Cabinet\nsyn\tmua|sắm\tmua\tbuy\n"
        );
        try
        {
            var terms = TermMeanings.Read(file);

            Assert.Equal("small and medium-sized enterprise", Assert.Single(terms["dnvvn"]).Meaning.En);
            Assert.Equal(2, terms["cp"].Count());
            Assert.Equal("Government, Cabinet", terms["cp"].Last().Meaning.En);
            Assert.Empty(terms["mua"]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("Doanh nghiệp nhỏ được hỗ trợ gì?")]
    [InlineData("what does zzzz mean?")]
    [InlineData("")]
    public void Questions_for_no_term_of_the_glossary_have_no_answer(string question) =>
        Assert.Null(TermMeanings.Answer(question, PolicyAssistantBot.Knowledge.Lang.Vi));

    [Theory]
    [InlineData("DNNVV là gì?", "DNNVV")]
    [InlineData("fdi la gi vay", "fdi")]
    [InlineData("What is an SME?", "SME")]
    [InlineData("Hồ sơ vay vốn là gì?", null)]
    [InlineData("DNNVV được hỗ trợ gì?", null)]
    public void A_what_is_question_can_ask_for_the_meaning_of_a_term(string question, string? term) =>
        Assert.Equal(term, TermMeanings.FindTermInQuestion(question));
}
