using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>Parts of the checklist that the tables do not cover: buttons, restarts and the final card.</summary>
public sealed class ReadinessFlowTests(ConversationHost host) : IClassFixture<ConversationHost>
{
    [Fact]
    public async Task The_welcome_offers_the_checklist_and_each_question_its_buttons()
    {
        var chat = new TestConversation(host);
        await chat.SendAsync(new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new ChannelAccount { Id = "bot" }] });
        var start = TestConversation.Find(chat.Card!, node => node["text"]?.ToString() == "Kiểm tra sẵn sàng làm nhà cung cấp").Single();

        Assert.Contains("thuộc ngành nào?", await chat.ClickAsync(start), StringComparison.Ordinal);
        Assert.Equal(7, chat.Last[^1].SuggestedActions!.Actions!.Count);
        await chat.SayAsync(chat.Last[^1].SuggestedActions!.Actions![6].Value!.ToString());
        Assert.Equal(["Có", "Không", "Chưa rõ"], chat.Last[^1].SuggestedActions!.Actions!.Select(action => action.Title));
    }

    [Fact]
    public async Task A_restart_in_the_middle_loses_nothing()
    {
        var chat = new TestConversation(host, "en-US");
        await chat.SayAsync("supplier readiness check");
        await host.RestartAsync();
        Assert.Contains("Question 1/9", await chat.SayAsync("IT"), StringComparison.Ordinal);
        await chat.SayAsync("yes");
        await host.RestartAsync();
        Assert.Contains("Question 3/9", await chat.SayAsync("no"), StringComparison.Ordinal);
        for (var i = 0; i < 7; i++)
        {
            await chat.SayAsync("not sure");
        }

        Assert.Contains("1 in place, 1 missing, 7 not sure", chat.LastText, StringComparison.Ordinal);
        var link = TestConversation.Find(chat.Card!, node => node["type"]?.ToString() == "Action.OpenUrl").Single()["url"]!.ToString();
        Assert.StartsWith("/readiness/print?lang=en&sector=it&day=2026-", link, StringComparison.Ordinal);
        Assert.EndsWith("&has=profile&missing=self-assessment", link, StringComparison.Ordinal);
    }

    [Fact]
    public void The_card_shows_what_is_present_how_to_close_gaps_and_that_it_is_no_certificate()
    {
        var result = SupplierReadiness.Evaluate(
            BuyerSector.It,
            new Dictionary<string, bool>(StringComparer.Ordinal) { ["profile"] = true, ["quotation"] = false }
        );
        var card = ReadinessCard.Build(
            result,
            Lang.Vi,
            new DateOnly(2026, 11, 22),
            key => key == "B3-consult" ? "Thuê tư vấn" : null,
            printUrl: null
        );
        var texts = TestConversation
            .Find(card.Content!, node => node["type"]?.ToString() == "TextBlock")
            .Select(block => block["text"]!.ToString())
            .ToList();

        Assert.Contains("- Hồ sơ năng lực", texts);
        Assert.Contains("**Báo giá chi tiết**", texts);
        Assert.Contains("Lập bảng tính giá thành cho từng sản phẩm và đối chiếu với sổ kế toán.", texts);
        Assert.Contains("Hỗ trợ có thể tìm hiểu: Thuê tư vấn", texts);
        Assert.Contains(texts, text => text.Contains("**không phải** chứng nhận", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("22/11/2026", StringComparison.Ordinal));
        Assert.Equal(
            "Thuê tư vấn",
            TestConversation.Find(card.Content!, node => node["action"]?.ToString() == CardActions.AskQuestion).Single()["text"]!.ToString()
        );
        Assert.Empty(TestConversation.Find(card.Content!, node => node["type"]?.ToString() == "Action.OpenUrl"));
    }

    [Fact]
    public void Every_scheme_is_answered_when_its_title_is_asked()
    {
        var pipeline = RealKnowledge.Pipeline();
        var schemes = SupplierReadiness.All.SelectMany(requirement => requirement.SchemeKeys).Distinct(StringComparer.Ordinal);
        Assert.All(
            schemes.SelectMany(key => new[] { (key, Lang.Vi), (key, Lang.En) }),
            asked =>
            {
                var (key, lang) = asked;
                var answer = pipeline.Ask(new Question(pipeline.TitleOf(key, lang)!, lang));
                Assert.Contains(key, answer.Trace.Candidates.Take(1).Select(candidate => candidate.ArticleKey));
                Assert.Equal(key, answer.Citations.Select(citation => citation.ArticleKey).FirstOrDefault() ?? key);
                Assert.IsNotType<Answer.Command>(answer);
            }
        );
    }
}
