using Microsoft.Extensions.Logging.Abstractions;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.External;
using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Retrieval;

/// <summary>The service that refreshes the vectors: at start, after a change, and again after a failure.</summary>
public sealed class EmbeddingRefreshServiceTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeTime time = new();
    private readonly FakeGenerator generator = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Articles_are_embedded_at_start_after_a_change_and_after_a_failure()
    {
        var articles = TestArticles.Knowledge.Articles;
        var published = KnowledgeBase.Build([.. articles.Take(1)]);
        var pipeline = new AnswerPipeline(() => Volatile.Read(ref published), time);
        var retriever = new EmbeddingRetriever(generator, new EmbeddingSettings(folder.File("vectors"), new ExternalWeight(0.5, 0.3)));
        using var keeper = new EmbeddingRefreshService(pipeline, retriever, time, NullLogger<EmbeddingRefreshService>.Instance);
        generator.LastSuccessfulCall = 0;
        await keeper.StartAsync(default);
        await UntilAsync(() => generator.Calls == 1);
        generator.LastSuccessfulCall = null;
        await UntilAsync(() => generator.Texts.Count > 0, TimeSpan.FromMinutes(1));
        var first = generator.Texts.Count;
        Assert.Equal(2, generator.Calls);

        Volatile.Write(ref published, KnowledgeBase.Build(articles));
        await UntilAsync(() => generator.Texts.Count > first, TimeSpan.FromSeconds(5));
        Assert.Equal(3, generator.Calls);
        Assert.Equal(4 * first, generator.Texts.Count);
        await Wait.UntilAsync(async () => (await FindPassageIdsAsync(retriever)).Contains("T3-old-tax#answer/vi"));
        await keeper.StopAsync(default);
    }

    private static async Task<IEnumerable<string>> FindPassageIdsAsync(EmbeddingRetriever retriever) =>
        (await retriever.FindAsync(OutgoingText.FromUserInput("quán cà phê"), Lang.Vi, 5, default)).Select(hit => hit.PassageId);

    private Task UntilAsync(Func<bool> condition, TimeSpan step = default) => Wait.UntilAsync(condition, () => time.Advance(step));
}
