using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Citing;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Clients;

/// <summary>The same clause was listed twice, and all source marks were at the last line instead of at their claims.</summary>
public sealed class SourcesAtTheirClaimsTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Fact]
    public void A_source_is_marked_at_its_name_and_at_its_figures_and_listed_once()
    {
        var cited = CitedText.Create(
            CreateAnswer(
                """
                Doanh nghiệp vừa được hỗ trợ 30% (Nghị định 80/2021/NĐ-CP, Điều 13 khoản 2). Doanh nghiệp siêu nhỏ tối đa 50 triệu đồng/năm. Còn tùy dự toán.

                **Hồ sơ**

                - Bản sao (Điều 32; mẫu số 1);
                - Hợp đồng.

                *Có hiệu lực từ 15/10/2021; kiểm tra ngày 21/11/2026.*
                """,
                CreateCitation("80/2021/NĐ-CP", "Điều 13 khoản 2", "30%"),
                CreateCitation("80/2021/NĐ-CP", "Điều 13 khoản 2", "50 triệu đồng"),
                CreateCitation("55/2019/NĐ-CP", null),
                CreateCitation("80/2021/NĐ-CP", "Điều 32")
            )
        );

        Assert.Contains("Điều 13 khoản 2) [1]. Doanh nghiệp siêu nhỏ", cited.Text, StringComparison.Ordinal);
        Assert.Contains("tối đa 50 triệu đồng/năm [1]. Còn tùy", cited.Text, StringComparison.Ordinal);
        Assert.Contains("Còn tùy dự toán.\n", cited.Text, StringComparison.Ordinal);
        Assert.Contains("- Bản sao (Điều 32; mẫu số 1) [2];", cited.Text, StringComparison.Ordinal);
        Assert.EndsWith("*Có hiệu lực từ 15/10/2021; kiểm tra ngày 21/11/2026.*", cited.Text, StringComparison.Ordinal);
        Assert.Equal(
            [(1, "Điều 13 khoản 2"), (2, "Điều 32"), (null, null)],
            cited.Sources.Select(source => (source.Number, source.Clause)).ToArray()
        );
    }

    [Fact]
    public void Amounts_name_the_source_in_the_other_language_too()
    {
        var text = "A micro enterprise may get up to VND 50 million a year. It depends on the budget.";
        var cited = CitedText.Create(
            CreateAnswer(text, CreateCitation("80/2021/NĐ-CP", "Article 13", "50 triệu đồng")) with
            {
                Language = Lang.En,
            }
        );
        Assert.Equal("A micro enterprise may get up to VND 50 million a year [1]. It depends on the budget.", cited.Text);
    }

    [Fact]
    public void A_source_that_no_sentence_cites_applies_to_the_whole_text()
    {
        var cited = CitedText.Create(CreateAnswer("Nộp tại Sở Tài chính. Anh/chị gửi bản sao.", CreateCitation("80/2021/NĐ-CP", null)));
        Assert.Equal("Nộp tại Sở Tài chính. Anh/chị gửi bản sao [1].", cited.Text);
    }

    [Fact]
    public void No_real_article_names_a_source_twice_or_loses_a_letter()
    {
        foreach (var article in RealKnowledge.Knowledge.Articles)
        {
            foreach (var lang in Enum.GetValues<Lang>())
            {
                var citations = article.Basis.Select(basis => CreateCitation(basis.Document, basis.Clause, [.. basis.Figures])).ToArray();
                var text = string.Join("\n\n", article.GetSections(lang).Select(section => $"**{section.Heading}**\n\n{section.Markdown}"));
                var cited = CitedText.Create(CreateAnswer(text, citations) with { Language = lang });
                var names = AnswerCard.ToCitedSources(cited.Sources, lang).Select(source => source.Name).ToList();
                Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
                Assert.Contains(cited.Sources, source => source.Number == 1);
                var bare = cited.Text;
                foreach (var source in cited.Sources.Where(source => source.Number is not null))
                {
                    bare = bare.Replace($" {MessageEntity.CitationMark(source.Number!.Value)}", "", StringComparison.Ordinal);
                }

                Assert.Equal(text, bare);
            }
        }
    }

    [Fact]
    public void The_card_lists_each_source_with_its_number()
    {
        var answer = CreateAnswer(
            "Hỗ trợ 30% (80/2021/NĐ-CP, Điều 13).",
            CreateCitation("80/2021/NĐ-CP", "Điều 13"),
            CreateCitation("80/2021/NĐ-CP", "Điều 13")
        );
        var card = AnswerCard.Build(answer, CitedText.Create(answer).Sources, [], "a1")!.Content!;
        var named = TestConversation.Find(card, node => node["text"]?.ToString().Contains("80/2021", StringComparison.Ordinal) == true);
        Assert.Equal("[1] **80/2021/NĐ-CP, Điều 13**", Assert.Single(named)["text"]!.ToString());
    }

    private static Answer.Answered CreateAnswer(string text, params Citation[] citations) =>
        new(text, Lang.Vi, 1, "B3-consult", "Tư vấn", []) { Citations = citations };

    private static Citation CreateCitation(string document, string? clause, params string[] figures) =>
        new("B3-consult", "Tư vấn", document, clause, new DateOnly(2021, 10, 15), null, Day) { Figures = figures };
}
