using PolicyAssistantBot.Retrieval;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Model;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Retrieval;

/// <summary>A fake service, an assistant with embedded passages and an assistant without; shared by the tests.</summary>
public sealed class EmbeddingFixture : IAsyncLifetime, IDisposable
{
    private FakeOpenAi? service;
    private ConversationHost? on;
    private ConversationHost? off;

    internal FakeOpenAi Service => service!;

    internal ConversationHost On => on!;

    internal ConversationHost Off => off!;

    public async Task InitializeAsync()
    {
        service = await FakeOpenAi.StartAsync();
        off = new ConversationHost([]);
        await off.InitializeAsync();
        on = await HostAsync(("Embeddings:FailuresToBreak", "100"));
    }

    public async Task DisposeAsync()
    {
        await On.DisposeAsync();
        await Off.DisposeAsync();
        await Service.DisposeAsync();
    }

    public void Dispose()
    {
        on?.Dispose();
        off?.Dispose();
    }

    internal async Task<ConversationHost> HostAsync(params (string Key, string Value)[] settings)
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
        Service.Embeddings.Mood = Mood.Well;
        await host.Storage.Get<EmbeddingRefreshService>().RefreshAsync(CancellationToken.None);
        return host;
    }
}

/// <summary>
/// Conversations with embeddings as an additional retrieval channel from a service on this machine: it finds passages without shared words,
/// and its failures change no answer.
/// </summary>
public sealed class EmbeddingConversationTests(EmbeddingFixture fixture) : IClassFixture<EmbeddingFixture>
{
    /// <summary>Shares no word with any article.</summary>
    private const string Paraphrase = "ứng dụng tin học đếm bao bì";

    private const string Answer = "một nửa chi phí mua phần mềm";
    private const string InWords = "chi phí mua phần mềm kho tối đa";

    private readonly FakeEmbeddings service = fixture.Service.Embeddings;
    private readonly int before = fixture.Service.Embeddings.Requests.Count;

    private IEnumerable<string> Sent => service.Requests.Skip(before).SelectMany(request => request.Texts);

    [Theory]
    [InlineData(Paraphrase, Answer, Mood.Well)]
    [InlineData(Paraphrase, Answer, Mood.PlainNumbers)]
    [InlineData("inventory app subsidies", "half the price of warehouse software", Mood.Well)]
    public async Task A_question_without_shared_words_is_answered(string question, string answer, Mood mood)
    {
        service.Mood = mood;
        Assert.DoesNotContain(answer, await new TestConversation(fixture.Off).SayAsync(question), StringComparison.Ordinal);
        Assert.Contains(answer, await Chat(fixture.On).SayAsync(question), StringComparison.Ordinal);
        Assert.Equal("Bearer key-1", Assert.Single(service.Requests.Skip(before)).Authorization);
    }

    [Theory]
    [InlineData(Mood.Fails)]
    [InlineData(Mood.TalksNonsense)]
    [InlineData(Mood.OtherLength)]
    [InlineData(Mood.NotANumber)]
    [InlineData(Mood.Nothing)]
    [InlineData(Mood.TooMany)]
    [InlineData(Mood.Hangs)]
    public async Task A_failing_service_changes_no_answer(Mood mood)
    {
        service.Mood = mood;
        foreach (var question in new[] { Paraphrase, InWords })
        {
            var saying = Chat(fixture.On).SayAsync(question);
            await Wait.UntilAsync(() => saying.IsCompleted || Sent.Contains(question));
            if (mood == Mood.Hangs)
            {
                fixture.On.Storage.Time.Advance(TimeSpan.FromSeconds(1));
            }

            Assert.Equal(await new TestConversation(fixture.Off).SayAsync(question), await saying.WaitAsync(TimeSpan.FromMinutes(2)));
            Assert.Contains(question, Sent);
        }
    }

    [Fact]
    public async Task A_repeatedly_failing_service_is_not_called_for_a_while()
    {
        using var host = await fixture.HostAsync(("Embeddings:FailuresToBreak", "2"));
        service.Mood = Mood.Fails;
        var start = service.Requests.Count;
        var chat = Chat(host);
        for (var i = 0; i < 5; i++)
        {
            await chat.SayAsync(InWords);
        }

        Assert.Equal(2, service.Requests.Count - start);

        service.Mood = Mood.Well;
        host.Storage.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Contains(Answer, await Chat(host).SayAsync(Paraphrase), StringComparison.Ordinal);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Personal_data_is_masked_and_missing_diacritics_are_restored()
    {
        service.Mood = Mood.Well;
        var chat = Chat(fixture.On);
        await chat.SayAsync($"{Paraphrase}, gọi tôi 0912 345 678 hoặc a.b@example.com");
        Assert.Equal($"{Paraphrase}, gọi tôi [phone] hoặc [e-mail]", Assert.Single(Sent));
        await Chat(fixture.On).SayAsync("mua phan mem kho duoc mot nua");
        Assert.Equal("mua phần mềm kho được một nửa", Sent.Last());
    }

    [Theory]
    [InlineData("xin chào")]
    [InlineData("Mua phần mềm kho có được hỗ trợ không?")]
    [InlineData("hồ sơ của tôi bị từ chối, tôi muốn khiếu nại")]
    [InlineData("trợ giúp")]
    public async Task Messages_that_need_no_search_are_not_sent(string text)
    {
        service.Mood = Mood.Well;
        Assert.Equal(await new TestConversation(fixture.Off).SayAsync(text), await Chat(fixture.On).SayAsync(text));
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task Form_input_is_not_sent()
    {
        service.Mood = Mood.Well;
        var chat = Chat(fixture.On);
        await chat.SayAsync("gửi yêu cầu");
        await chat.SayAsync("Công ty Hoa Sen, phần mềm kho");
        Assert.Empty(Sent);
    }

    private static TestConversation Chat(ConversationHost host) => new(host, user: Guid.NewGuid().ToString("N"));
}
