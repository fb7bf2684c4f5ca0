using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>Whatever is offered leads to an answer: choices when a field is named, and every question that an article leads on
/// to.</summary>
public sealed class FieldChoicesTests
{
    private static readonly AnswerPipeline Pipeline = RealKnowledge.Pipeline();

    [Theory]
    [InlineData("tôi muốn vay vốn", "Vay ngân hàng")]
    [InlineData("muon vay", "Quỹ SMEDF")]
    [InlineData("thuế năm nay thế nào", "Hộ kinh doanh")]
    [InlineData("Cần chứng chỉ gì ạ", "IATF 16949")]
    [InlineData("thuế hộ kinh doanh", "hóa đơn điện tử")]
    [InlineData("doanh nghiệp siêu nhỏ được hỗ trợ gì", "Đào tạo")]
    [InlineData("luat moi", "Luật Thủ đô 2026")]
    [InlineData("hỗ trợ dn", "Đào tạo")]
    [InlineData("I need support for my business", "Training")]
    public void A_vague_field_leads_to_a_question_with_choices(string text, string choice)
    {
        var answer = Assert.IsType<Answer.Clarify>(Pipeline.Ask(new Question(text)));
        Assert.InRange(answer.Choices.Count, 2, 4);
        Assert.Contains(answer.Choices, one => one.Question.Contains(choice, StringComparison.Ordinal));
    }

    [Fact]
    public void A_group_of_articles_leads_to_a_question_with_its_members() =>
        Assert.All(
            Assert.IsType<Answer.Clarify>(Pipeline.Ask(new Question("em muốn hỏi về ISO"))).Choices,
            choice => Assert.Contains("ISO", choice.Question, StringComparison.Ordinal)
        );

    [Fact]
    public void Every_choice_leads_to_its_article()
    {
        var wrong =
            from field in ConversationPolicy.Current.Fields.Fields
            from choice in field.Choices
            from lang in new[] { Lang.Vi, Lang.En }
            let answer = Pipeline.Ask(new Question(choice.Label[lang], lang))
            where (answer as Answer.Answered)?.ArticleKey != choice.ArticleKey || answer.Language != lang
            select $"{choice.Label[lang]} ({choice.ArticleKey}): {answer.GetType().Name}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_suggested_question_is_answered_in_both_languages()
    {
        var wrong = (
            from article in RealKnowledge.Knowledge.Articles
            from lang in new[] { Lang.Vi, Lang.En }
            let shown = Pipeline.Ask(new Question(article.Title[lang], lang))
            from next in shown.FollowUps.Prepend(new FollowUp(article.Key, article.Title[lang]))
            let answer = Pipeline.Ask(new Question(next.Question, lang))
            where RecordedKey(answer) != next.ArticleKey && answer is not { Guide: not null }
            select $"{article.Key} {lang}: “{next.Question}” is {answer.GetType().Name} {RecordedKey(answer)}"
        )
            .Distinct()
            .ToList();
        Assert.Empty(wrong);
    }

    private static string? RecordedKey(Answer answer) => (answer as Answer.Answered)?.ArticleKey ?? (answer as Answer.Expired)?.ArticleKey;
}
