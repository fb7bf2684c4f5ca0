using Microsoft.Extensions.Logging.Abstractions;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Outside;
using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Retrieval;

/// <summary>The worker that keeps the vectors: at the start, after a change, and again after a failure.</summary>
public sealed class EmbeddingKeeperTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeTime time = new();
    private readonly Embedder embedder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Articles_are_embedded_at_the_start_after_a_change_and_again_after_a_failure()
    {
        var articles = TestArticles.Knowledge.Articles;
        var published = KnowledgeBase.Build([.. articles.Take(1)]);
        var pipeline = new AnswerPipeline(() => Volatile.Read(ref published), time);
        var channel = new EmbeddingChannel(embedder, new EmbeddingSettings(folder.File("vectors"), new OutsideWeight(0.5, 0.3)));
        using var keeper = new EmbeddingKeeper(pipeline, channel, time, NullLogger<EmbeddingKeeper>.Instance);
        embedder.Fails = true;
        await keeper.StartAsync(default);
        await UntilAsync(() => embedder.Calls == 1);
        embedder.Fails = false;
        await UntilAsync(() => embedder.Texts > 0, TimeSpan.FromMinutes(1));
        var first = embedder.Texts;
        Assert.Equal(2, embedder.Calls);

        Volatile.Write(ref published, KnowledgeBase.Build(articles));
        await UntilAsync(() => embedder.Texts > first, TimeSpan.FromSeconds(5));
        Assert.Equal(3, embedder.Calls);
        Assert.Equal(4 * first, embedder.Texts);
        for (var i = 0; i < 12_000 && !(await FoundAsync(channel)).Contains("T3-old-tax#answer/vi"); i++)
        {
            await Task.Delay(10);
        }

        Assert.Contains("T3-old-tax#answer/vi", await FoundAsync(channel));
        await keeper.StopAsync(default);
    }

    private static async Task<IEnumerable<string>> FoundAsync(EmbeddingChannel channel) =>
        (await channel.FindAsync(OutgoingText.Typed("quán cà phê"), Lang.Vi, 5, default)).Select(hit => hit.PassageId);

    /// <summary>Waits for what another thread does, moving the clock on while it is not done.</summary>
    private async Task UntilAsync(Func<bool> isSo, TimeSpan by = default)
    {
        for (var i = 0; i < 12_000 && !isSo(); i++)
        {
            time.Advance(by);
            await Task.Delay(10);
        }

        Assert.True(isSo());
    }

    private sealed class Embedder : IEmbeddings
    {
        private int calls;
        private int texts;

        public string Model => "test";

        public volatile bool Fails;

        public int Calls => Volatile.Read(ref calls);

        public int Texts => Volatile.Read(ref texts);

        public Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<OutgoingText> asked, CancellationToken cancellationToken)
        {
            var failing = Fails;
            if (asked.Count > 1)
            {
                Interlocked.Increment(ref calls);
            }

            if (failing)
            {
                throw new HttpRequestException("no");
            }

            if (asked.Count > 1)
            {
                Interlocked.Add(ref texts, asked.Count);
            }

            return Task.FromResult<IReadOnlyList<ReadOnlyMemory<float>>>([
                .. asked.Select(text => (ReadOnlyMemory<float>)FakeEmbeddingService.Vector(text.Value)),
            ]);
        }
    }
}
