using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>A supervisor recalls an answer: a preview with the number of recipients, then a confirmation.</summary>
public sealed class RecallPageTests : IAsyncLifetime, IDisposable
{
    private const string Key = "A1-size";
    private readonly ConversationHost host = new();
    private readonly TempFolder folder = new();
    private DeskHost? desk;

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        desk = await DeskHost.OpenAsync(
            folder,
            services =>
                services
                    .AddSingleton<IArticleSource>(_ => new ArticleStore(
                        SourceTree.Combine("Knowledge", "Articles"),
                        null,
                        TimeProvider.System,
                        watch: false
                    ))
                    .AddSingleton(_ => host.Storage.Get<AnswerStore>())
                    .AddSingleton(_ => host.Storage.Get<RecallService>())
        );
    }

    public async Task DisposeAsync()
    {
        await desk!.DisposeAsync();
        await host.DisposeAsync();
    }

    public void Dispose()
    {
        host.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_recall_is_previewed_confirmed_and_sent_once()
    {
        var chat = await AnswerFromAnEarlierTextAsync();
        using var ha = await desk!.SignInAsync("ha", Roles.Supervisor);
        await ha.OpenAsync("/desk/recall");
        Assert.Contains($"/desk/recall?key={Key}", ha.Text, StringComparison.Ordinal);
        await ha.OpenAsync($"/desk/recall?key={Key}");
        Assert.Contains("Số cuộc trò chuyện sẽ được báo: 1", ha.Text, StringComparison.Ordinal);
        Assert.Contains("Mua phần mềm kho", ha.Text, StringComparison.Ordinal);

        var now = desk.Get<IArticleSource>().Current.Find(Key)!.Revision;
        await ha.SendAsync("/desk/recall", ("key", Key), ("revision", now));
        Assert.Equal(422, ha.Status);
        await (await ha.OpenAsync($"/desk/recall?key={Key}")).SendAsync(
            "/desk/recall",
            ("key", Key),
            ("revision", "000000000000"),
            ("confirmed", "true")
        );
        Assert.Equal(409, ha.Status);
        Assert.Contains("chưa gửi gì", ha.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Đính chính", LastMessageIn(chat), StringComparison.Ordinal);

        await (await ha.OpenAsync($"/desk/recall?key={Key}")).SendAsync(
            "/desk/recall",
            ("key", Key),
            ("revision", now),
            ("confirmed", "true")
        );
        Assert.Contains("Đã gửi: 1.", ha.Text, StringComparison.Ordinal);
        Assert.Contains("Không còn ai cần báo", ha.Text, StringComparison.Ordinal);
        Assert.Contains("80/2021/NĐ-CP", LastMessageIn(chat), StringComparison.Ordinal);
        await ha.OpenAsync("/desk/language?to=en&returnUrl=/desk/recall");
        await ha.OpenAsync($"/desk/recall?key={Key}");
        Assert.Contains("No one is left to notify", ha.Text, StringComparison.Ordinal);
    }

    /// <summary>Asks about a test article, which stands for an earlier text of a published one.</summary>
    private async Task<TestConversation> AnswerFromAnEarlierTextAsync()
    {
        var chat = new TestConversation(host);
        await chat.SayAsync("Mua phần mềm kho có được hỗ trợ không?");
        await using var db = await host
            .Storage.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<PolicyAssistantBot.Storage.AssistantDb>>()
            .CreateDbContextAsync();
        await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(
            db.Database,
            $"UPDATE \"Answers\" SET \"ArticleKey\" = {Key} WHERE \"ConversationId\" = {chat.Id}"
        );
        return chat;
    }

    private string LastMessageIn(TestConversation chat) =>
        Encoding.UTF8.GetString(host.Storage.Get<IDirectLineTranscript>().Read(chat.Id, 0, 100)!.Activities[^1]);
}
