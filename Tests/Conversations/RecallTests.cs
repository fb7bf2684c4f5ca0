using System.Text;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>Everybody who received an answer is informed when it changes: in their language, once, and nobody else.</summary>
public sealed class RecallTests : IAsyncLifetime, IDisposable
{
    private const string Key = "T1-software";
    private readonly ConversationHost host = new();

    private static Article Before => TestArticles.Knowledge.Find(Key)!;

    private static Article After =>
        Before with
        {
            SectionsVi =
            [
                Before.SectionsVi[0] with
                {
                    Markdown = "Doanh nghiệp nhỏ được hỗ trợ một phần ba chi phí.",
                },
                .. Before.SectionsVi.Skip(1),
            ],
            SectionsEn =
            [
                Before.SectionsEn[0] with
                {
                    Markdown = "A small company can get a third of the price.",
                },
                .. Before.SectionsEn.Skip(1),
            ],
        };

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    public void Dispose() => host.Dispose();

    [Fact]
    public void Every_change_of_answer_text_is_a_new_revision()
    {
        Assert.Equal(Before.Revision, (Before with { QuestionsVi = [] }).Revision);
        Assert.Equal(12, Before.Revision.Length);
        Assert.NotEqual(Before.Revision, After.Revision);
        Assert.Equal(Before.Revision, (Before with { Checked = Before.Checked.AddDays(1) }).Revision);
        Assert.True(Before.HasRevision(Before.FormerRevision));
        Assert.False(After.HasRevision(Before.Revision));
        Assert.NotEqual(Before.Revision, (Before with { InForce = new ValidityPeriod(null, null) }).Revision);
    }

    [Fact]
    public async Task People_who_received_the_old_text_receive_the_new_one_once_in_their_language()
    {
        var (an, ben, other) = (
            new TestConversation(host),
            new TestConversation(host, "en-US", user: "u2"),
            new TestConversation(host, user: "u3")
        );
        await an.SayAsync("Mua phần mềm kho có được hỗ trợ không?");
        await ben.SayAsync("Is there support for warehouse software?");
        await other.SayAsync("Đăng ký gian hàng hội chợ mùa xuân thế nào?");
        var affected = await host.Storage.Get<AnswerStore>().ListAffectedAsync(Key, default);
        Assert.Equal([ben.Id, an.Id], affected.Select(one => one.ConversationId));
        Assert.All(affected, one => Assert.Equal(Before.Revision, one.Revision));

        var recall = host.Storage.Get<RecallService>();
        Assert.Equal(new RecallResult(0, 0, 0), await recall.SendAsync(Key, Before, null, default));
        Assert.Equal(new RecallResult(0, 0, 0), await recall.SendAsync(Key, After, "000000000000", default));
        Assert.Equal(new RecallResult(2, 0, 0), await recall.SendAsync(Key, After, Before.Revision, default));
        Assert.Equal(new RecallResult(0, 2, 0), await recall.SendAsync(Key, After, null, default));

        Assert.Contains("một phần ba chi phí", LastMessageIn(an), StringComparison.Ordinal);
        Assert.Contains("Ngày 21/11/2026 anh/chị có hỏi: “Mua phần mềm kho", LastMessageIn(an), StringComparison.Ordinal);
        Assert.Contains("a third of the price", LastMessageIn(ben), StringComparison.Ordinal);
        Assert.DoesNotContain("phần ba", LastMessageIn(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_article_is_withdrawn_and_the_conversation_continues()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Mua phần mềm kho có được hỗ trợ không?");
        Assert.Equal(1, (await host.Storage.Get<RecallService>().SendAsync(Key, null, null, default)).NotifiedCount);
        Assert.Contains("không còn được sử dụng", LastMessageIn(chat), StringComparison.Ordinal);
        Assert.Contains("hội chợ", await chat.SayAsync("Đăng ký gian hàng hội chợ mùa xuân thế nào?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_change_is_sent_again_and_two_parallel_recalls_send_nothing_twice()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Mua phần mềm kho có được hỗ trợ không?");
        var recall = host.Storage.Get<RecallService>();
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => recall.SendAsync(Key, After, null, default)));
        Assert.Equal(1, both.Sum(result => result.NotifiedCount));
        var checkedAgain = After with { Checked = new DateOnly(2026, 12, 1) };
        Assert.Equal(0, (await recall.SendAsync(Key, checkedAgain, null, default)).NotifiedCount);
        var changedAgain = After with { Title = new LocalizedText("Tên khác", "Another title") };
        Assert.Equal(1, (await recall.SendAsync(Key, changedAgain, null, default)).NotifiedCount);
    }

    [Fact]
    public async Task The_command_line_lists_and_sends()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Mua phần mềm kho có được hỗ trợ không?");
        var data = host.Storage.Get<PolicyAssistantBot.Storage.DataFolder>().Path;
        using var none = new TempFolder();
        string[] place = ["--data", data, "--articles", none.Path];
        Assert.Equal(0, await CommandLineApp.RunAsync(["knowledge", "recall", Key, .. place]));
        Assert.DoesNotContain("Thu hồi", LastMessageIn(chat), StringComparison.Ordinal);
        Assert.Equal(0, await CommandLineApp.RunAsync(["knowledge", "recall", Key, "--send", .. place]));
        Assert.Contains("Thu hồi", LastMessageIn(chat), StringComparison.Ordinal);
        Assert.Equal(0, await CommandLineApp.RunAsync(["knowledge", "questions", "--json", "--since", "2026-11-01", "--data", data]));
        Assert.Equal(2, await CommandLineApp.RunAsync(["knowledge", "questions", "--data", none.Path]));
        Assert.Equal(2, await CommandLineApp.RunAsync(["knowledge", "questions", "--since", "yesterday", "--data", data]));
    }

    private string LastMessageIn(TestConversation chat) =>
        Encoding.UTF8.GetString(host.Storage.Get<IDirectLineTranscript>().Read(chat.Id, 0, 100)!.Activities[^1]);
}
