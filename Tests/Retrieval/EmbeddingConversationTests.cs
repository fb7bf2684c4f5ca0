using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Model;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Retrieval;

/// <summary>A fake service, an assistant with embedded passages and an assistant without; shared by the tests.</summary>
public sealed class EmbeddingFixture : IAsyncLifetime, IDisposable
{
    private FakeOpenAi? service;
    private ConversationHost? enabledHost;
    private ConversationHost? disabledHost;

    internal FakeOpenAi Service => service!;

    internal ConversationHost EnabledHost => enabledHost!;

    internal ConversationHost DisabledHost => disabledHost!;

    public async Task InitializeAsync()
    {
        service = await FakeOpenAi.StartAsync();
        disabledHost = new ConversationHost([]);
        await disabledHost.InitializeAsync();
        enabledHost = await CreateHostAsync(("Embeddings:FailuresToBreak", "100"));
    }

    public async Task DisposeAsync()
    {
        await EnabledHost.DisposeAsync();
        await DisabledHost.DisposeAsync();
        await Service.DisposeAsync();
    }

    public void Dispose()
    {
        enabledHost?.Dispose();
        disabledHost?.Dispose();
    }

    internal async Task<ConversationHost> CreateHostAsync(params (string Key, string Value)[] settings)
    {
        var host = new ConversationHost([
            ("Embeddings:Enabled", "true"),
            ("Embeddings:Endpoint", Service.Endpoint),
            ("Embeddings:Name", "test"),
            ("Embeddings:Key", "key-1"),
            ("Embeddings:PassageTimeout", "00:10:00"),
            .. settings,
        ]);
        await host.InitializeAsync();
        Service.Embeddings.Behaviour = FakeEmbeddingsBehaviour.Well;
        await host.Storage.Get<EmbeddingRefreshService>().RefreshAsync(CancellationToken.None);
        return host;
    }
}

/// <summary>
/// Conversations with embeddings as an additional retriever from a service on this machine: it finds passages without shared words,
/// and its failures change no answer.
/// </summary>
public sealed class EmbeddingConversationTests(EmbeddingFixture fixture) : IClassFixture<EmbeddingFixture>
{
    /// <summary>Shares no word with any article.</summary>
    private const string Paraphrase = "ứng dụng tin học đếm bao bì";

    private const string Answer = "một nửa chi phí mua phần mềm";
    private const string QuestionWithSharedWords = "chi phí mua phần mềm kho tối đa";

    private readonly FakeEmbeddings service = fixture.Service.Embeddings;
    private readonly int requestsBefore = fixture.Service.Embeddings.Requests.Count;

    private IEnumerable<string> SentTexts => service.Requests.Skip(requestsBefore).SelectMany(request => request.Texts);

    [Theory]
    [InlineData(Paraphrase, Answer, FakeEmbeddingsBehaviour.Well)]
    [InlineData(Paraphrase, Answer, FakeEmbeddingsBehaviour.PlainNumbers)]
    [InlineData("inventory app subsidies", "half the price of warehouse software", FakeEmbeddingsBehaviour.Well)]
    public async Task A_question_without_shared_words_is_answered(string question, string answer, FakeEmbeddingsBehaviour mood)
    {
        service.Behaviour = mood;
        Assert.DoesNotContain(answer, await new TestConversation(fixture.DisabledHost).SayAsync(question), StringComparison.Ordinal);
        Assert.Contains(answer, await CreateConversation(fixture.EnabledHost).SayAsync(question), StringComparison.Ordinal);
        Assert.Equal("Bearer key-1", Assert.Single(service.Requests.Skip(requestsBefore)).Authorization);
    }

    [Theory]
    [InlineData(FakeEmbeddingsBehaviour.Fails)]
    [InlineData(FakeEmbeddingsBehaviour.TalksNonsense)]
    [InlineData(FakeEmbeddingsBehaviour.OtherLength)]
    [InlineData(FakeEmbeddingsBehaviour.NotANumber)]
    [InlineData(FakeEmbeddingsBehaviour.Nothing)]
    [InlineData(FakeEmbeddingsBehaviour.TooMany)]
    [InlineData(FakeEmbeddingsBehaviour.Hangs)]
    public async Task A_failing_service_changes_no_answer(FakeEmbeddingsBehaviour mood)
    {
        service.Behaviour = mood;
        foreach (var question in new[] { Paraphrase, QuestionWithSharedWords })
        {
            var saying = CreateConversation(fixture.EnabledHost).SayAsync(question);
            await Wait.UntilAsync(() => saying.IsCompleted || SentTexts.Contains(question));
            if (mood == FakeEmbeddingsBehaviour.Hangs)
            {
                fixture.EnabledHost.Storage.Time.Advance(TimeSpan.FromSeconds(1));
            }

            Assert.Equal(
                await new TestConversation(fixture.DisabledHost).SayAsync(question),
                await saying.WaitAsync(TimeSpan.FromMinutes(2))
            );
            Assert.Contains(question, SentTexts);
        }
    }

    [Fact]
    public async Task A_repeatedly_failing_service_is_not_called_for_a_while()
    {
        using var host = await fixture.CreateHostAsync(("Embeddings:FailuresToBreak", "2"));
        service.Behaviour = FakeEmbeddingsBehaviour.Fails;
        var start = service.Requests.Count;
        var chat = CreateConversation(host);
        for (var i = 0; i < 5; i++)
        {
            await chat.SayAsync(QuestionWithSharedWords);
        }

        Assert.Equal(2, service.Requests.Count - start);

        service.Behaviour = FakeEmbeddingsBehaviour.Well;
        host.Storage.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Contains(Answer, await CreateConversation(host).SayAsync(Paraphrase), StringComparison.Ordinal);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Personal_data_is_masked_and_missing_diacritics_are_restored()
    {
        service.Behaviour = FakeEmbeddingsBehaviour.Well;
        var chat = CreateConversation(fixture.EnabledHost);
        await chat.SayAsync($"{Paraphrase}, gọi tôi 0912 345 678 hoặc a.b@example.com");
        Assert.Equal($"{Paraphrase}, gọi tôi [phone] hoặc [e-mail]", Assert.Single(SentTexts));
        await CreateConversation(fixture.EnabledHost).SayAsync("mua phan mem kho duoc mot nua");
        Assert.Equal("mua phần mềm kho được một nửa", SentTexts.Last());
    }

    [Theory]
    [InlineData("xin chào")]
    [InlineData("Mua phần mềm kho có được hỗ trợ không?")]
    [InlineData("hồ sơ của tôi bị từ chối, tôi muốn khiếu nại")]
    [InlineData("trợ giúp")]
    public async Task Messages_that_need_no_search_are_not_sent(string text)
    {
        service.Behaviour = FakeEmbeddingsBehaviour.Well;
        Assert.Equal(
            await new TestConversation(fixture.DisabledHost).SayAsync(text),
            await CreateConversation(fixture.EnabledHost).SayAsync(text)
        );
        Assert.Empty(SentTexts);
    }

    [Fact]
    public async Task Form_input_is_not_sent()
    {
        service.Behaviour = FakeEmbeddingsBehaviour.Well;
        var chat = CreateConversation(fixture.EnabledHost);
        await chat.SayAsync("gửi yêu cầu");
        await chat.SayAsync("Công ty Hoa Sen, phần mềm kho");
        Assert.Empty(SentTexts);
    }

    private static TestConversation CreateConversation(ConversationHost host) => new(host, user: Guid.NewGuid().ToString("N"));
}
