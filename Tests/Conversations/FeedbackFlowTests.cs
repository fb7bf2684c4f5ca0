using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>The conversation after an answer that did not help.</summary>
public sealed class FeedbackFlowTests(ConversationHost host) : IClassFixture<ConversationHost>
{
    private const string Question = "Mua phần mềm kho có được hỗ trợ không?";

    [Theory]
    [InlineData("vi-VN", Question, "chưa được ở điểm nào", "Wrong", "Người biên tập sẽ xem lại")]
    [InlineData("vi-VN", Question, "chưa được ở điểm nào", "Outdated", "Người biên tập sẽ xem lại")]
    [InlineData("en-US", "Is there support for warehouse software?", "What was wrong", "Unclear", "The editors will look")]
    public async Task A_down_vote_asks_why_and_keeps_the_reason(string locale, string question, string asked, string reason, string thanked)
    {
        var chat = new TestConversation(host, locale);
        await chat.SayAsync(question);
        Assert.Contains(asked, await chat.ClickAsync(FindDownVote(chat)), StringComparison.Ordinal);
        var choice = FindReasons(chat).Single(data => data["why"]!.ToString() == reason);
        Assert.Contains(thanked, await chat.ClickAsync(choice), StringComparison.Ordinal);
        Assert.Contains(CardActions.AskOfficial, chat.Card!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((false, reason), await GetVoteAsync(chat));
    }

    [Fact]
    public async Task The_reason_not_asked_offers_the_next_candidates_by_click_or_number()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Mua phần mềm kho cho hội chợ có được hỗ trợ không?");
        await chat.ClickAsync(FindDownVote(chat));
        Assert.Contains(
            "một trong các nội dung sau",
            await chat.ClickAsync(FindReasons(chat).Single(data => data["why"]!.ToString() == "NotAsked")),
            StringComparison.Ordinal
        );
        var offered = TestConversation
            .Find(chat.Card!, node => node["action"]?.ToString() == CardActions.AskQuestion)
            .Select(node => node["text"]!.ToString())
            .ToList();
        Assert.InRange(offered.Count, 1, 3);
        await chat.SayAsync("1");
        Assert.Equal(offered[0], AnsweredTitle(chat, await GetNewestAnswerAsync(chat)));
    }

    [Fact]
    public async Task An_unknown_reason_changes_nothing()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync(Question);
        var id = FindDownVote(chat)["answer"]!.ToString();
        Assert.Contains("không còn dùng được", await chat.ClickAsync(CardActions.ReasonData(id, "99")), StringComparison.Ordinal);
        Assert.Contains("không còn dùng được", await chat.ClickAsync(CardActions.ReasonData("made-up", "Wrong")), StringComparison.Ordinal);
        Assert.Null(await GetVoteAsync(chat));
    }

    [Fact]
    public async Task An_official_gets_the_question_the_answer_and_its_explanation()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync(Question);
        await chat.ClickAsync(TestConversation.Find(chat.Card!, node => node["action"]?.ToString() == CardActions.AskOfficial).First());
        foreach (
            var expected in new[]
            {
                "Công ty A",
                "0100109106",
                "Nghĩa Đô",
                "xây dựng",
                "bỏ qua",
                "bỏ qua",
                "bỏ qua",
                "2",
                "Nguyễn Văn A",
                "0912345678",
                "bỏ qua",
                "đồng ý",
                "đồng ý",
                "gửi",
            }
        )
        {
            await chat.SayAsync(expected);
        }

        Assert.Contains("HN-2026-", chat.LastText, StringComparison.Ordinal);

        await using var db = await host.Storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var facts = (await db.Set<CaseRow>().SingleAsync(r => r.ConversationId == chat.Id)).Facts;
        Assert.Equal(Question, facts.Question);
        Assert.Contains("một nửa chi phí", facts.Answer, StringComparison.Ordinal);
        Assert.Contains("T1-software", facts.AnswerTrace, StringComparison.Ordinal);
        Assert.DoesNotContain("T1-software#", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editors_see_unanswered_and_unhelpful_questions_without_personal_data()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Quy trình nuôi cá voi trong bể bơi của ông Nguyễn Văn Bình, sđt 0912345678 là gì?");
        await chat.SayAsync(Question);
        await chat.ClickAsync(FindDownVote(chat));
        await chat.SayAsync("Đăng ký gian hàng hội chợ mùa xuân thế nào?");

        var open = (await host.Storage.Get<AnswerStore>().ListOpenQuestionsAsync(null, 1000, default)).ToList();
        var unanswered = open.First(question =>
            question.Question.Contains("cá voi", StringComparison.Ordinal)
            && question.Question.Contains("[phone]", StringComparison.Ordinal)
        );
        Assert.Equal(("Unanswerable", false, "vi"), (unanswered.Outcome, unanswered.IsDownvoted, unanswered.Language));
        Assert.DoesNotContain("Bình", unanswered.Question, StringComparison.Ordinal);
        Assert.Contains(open, question => question is { IsDownvoted: true, ArticleKey: "T1-software" });
        Assert.DoesNotContain(open, question => question.ArticleKey == "T4-fair" && !question.IsDownvoted);
    }

    [Fact]
    public async Task Deleting_personal_data_removes_questions_answers_and_votes()
    {
        var (chat, other) = (new TestConversation(host, user: "forgotten"), new TestConversation(host, user: "u2"));
        foreach (var asker in new[] { chat, other })
        {
            await asker.SayAsync(Question);
            await asker.ClickAsync(FindDownVote(asker));
        }

        Assert.Contains("Tôi sẽ xóa", await chat.SayAsync("xóa dữ liệu của tôi"), StringComparison.Ordinal);
        Assert.Contains("1 câu hỏi trong nhật ký và 1 đánh giá", await chat.SayAsync("đồng ý"), StringComparison.Ordinal);
        Assert.Equal((0, 0), await CountStoredAsync(chat));
        Assert.Equal((1, 1), await CountStoredAsync(other));
        var next = new TestConversation(host, user: "forgotten");
        Assert.Contains("chưa nhớ thông tin nào", await next.SayAsync("bạn nhớ gì về tôi"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Có, xóa", "Đã xóa dữ liệu của anh/chị")]
    [InlineData("Không, giữ lại", "giữ nguyên")]
    [InlineData("khong", "giữ nguyên")]
    public async Task The_deletion_of_personal_data_is_confirmed_with_a_button(string pressed, string reply)
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("xóa dữ liệu của tôi");
        Assert.Equal(["Có, xóa", "Không, giữ lại"], chat.Last[^1].SuggestedActions!.Actions!.Select(action => action.Title));
        Assert.Contains(reply, await chat.SayAsync(pressed), StringComparison.Ordinal);
        Assert.Single(chat.Last);
    }

    [Fact]
    public async Task The_explanation_of_an_answer_is_never_sent_to_the_asker()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync(Question);
        var row = await GetNewestAnswerAsync(chat);
        Assert.Contains("T1-software#", row.Trace, StringComparison.Ordinal);
        var sentJson = string.Join('\n', chat.Last.Select(activity => System.Text.Json.JsonSerializer.Serialize(activity)));
        Assert.DoesNotContain("T1-software#", sentJson, StringComparison.Ordinal);
        Assert.DoesNotContain("word for word", sentJson, StringComparison.Ordinal);
        Assert.DoesNotContain("the best article supports it", sentJson, StringComparison.Ordinal);
    }

    private async Task<(int Answers, int Votes)> CountStoredAsync(TestConversation chat)
    {
        await using var db = await host.Storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return (
            await db.Set<AnswerRow>().CountAsync(a => a.ConversationId == chat.Id),
            await db.Set<VoteRow>().CountAsync(v => v.ConversationId == chat.Id)
        );
    }

    private static JsonObject FindDownVote(TestConversation chat) =>
        TestConversation
            .Find(chat.Card!, node => node["action"]?.ToString() == CardActions.Vote)
            .Single(data => data["up"]!.ToString() == "false");

    private static IEnumerable<JsonObject> FindReasons(TestConversation chat) =>
        TestConversation.Find(chat.Card!, node => node["action"]?.ToString() == CardActions.GiveReason);

    private static string? AnsweredTitle(TestConversation chat, AnswerRow row) =>
        Support.TestArticles.Knowledge.Find(row.ArticleKey)?.Title[LangCodes.Parse(chat.Last[0].Locale)!.Value];

    private async Task<AnswerRow> GetNewestAnswerAsync(TestConversation chat)
    {
        await using var db = await host.Storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<AnswerRow>().Where(a => a.ConversationId == chat.Id).OrderByDescending(a => a.Number).FirstAsync();
    }

    private async Task<(bool IsUp, string? Reason)?> GetVoteAsync(TestConversation chat)
    {
        await using var db = await host.Storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<VoteRow>().SingleOrDefaultAsync(v => v.ConversationId == chat.Id) is { } vote
            ? (vote.IsUpvote, vote.Reason?.ToString())
            : null;
    }
}
