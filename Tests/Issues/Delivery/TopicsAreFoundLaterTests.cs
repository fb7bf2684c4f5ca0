using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Delivery;

/// <summary>The whole answer pipeline ran inside the transaction that stores a case, while all other writers waited.</summary>
public sealed class TopicsAreFoundLaterTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_case_is_filed_without_a_search_and_gets_its_topic_afterwards()
    {
        var searches = 0;
        await using var host = await StorageHost.OpenAsync(
            folder,
            services =>
                services
                    .AddRequests()
                    .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
                    .AddSingleton<ICaseObserver, CaseMeasurementUpdater>()
                    .AddSingleton(
                        new PolicyAssistantBot.Knowledge.Answers.AnswerPipeline(
                            () =>
                            {
                                Interlocked.Increment(ref searches);
                                return TestArticles.Knowledge;
                            },
                            TimeProvider.System
                        )
                    )
                    .AddSingleton<TopicFinder>()
                    .AddSingleton<TopicUpdater>()
        );
        var number = (await host.SubmitAsync("c1", "u1")).ToString();
        Assert.Equal((0, null), (searches, await GetTopicAsync(host, number)));

        Assert.Equal(1, await host.Get<TopicUpdater>().FindMissingTopicsAsync(default));
        Assert.NotEqual(0, searches);
        Assert.NotNull(await GetTopicAsync(host, number));
        Assert.Equal(0, await host.Get<TopicUpdater>().FindMissingTopicsAsync(default));
    }

    private static async Task<string?> GetTopicAsync(StorageHost host, string number)
    {
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<CaseMeasurement>().Where(f => f.CaseNumber == number).Select(f => f.Topic).SingleAsync();
    }
}
