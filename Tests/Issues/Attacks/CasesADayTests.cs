using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>One person could submit any number of requests.</summary>
public sealed class CasesADayTests : IAsyncLifetime, IDisposable
{
    private readonly ConversationHost host = new([("Limits:CasesPerPerson", "2")]);

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Further_requests_are_refused_in_words_and_what_was_filled_in_is_kept()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var sent = await OpenSummaryAsync();
            Assert.Contains("HN-2026-", await sent.SayAsync("gửi đi"), StringComparison.Ordinal);
        }

        var refused = await OpenSummaryAsync();
        Assert.Contains("đã gửi 2 yêu cầu", await refused.SayAsync("gửi đi"), StringComparison.Ordinal);
        Assert.Equal(2, await host.CountAsync<CaseRow>());
        var other = await OpenSummaryAsync("u2");
        Assert.Contains("HN-2026-", await other.SayAsync("gửi đi"), StringComparison.Ordinal);

        ((FakeTime)host.Storage.Get<TimeProvider>()).Advance(TimeSpan.FromHours(25));
        await refused.SubmitAsync(("Consent", "true"), ("ContactConsent", "true"));
        Assert.Contains("HN-2026-", await refused.SayAsync("gửi đi"), StringComparison.Ordinal);
    }

    private async Task<TestConversation> OpenSummaryAsync(string user = "u1")
    {
        var chat = new TestConversation(host, user: user);
        await chat.SayAsync("gửi yêu cầu");
        await chat.SubmitAsync(CardFlowTests.Complete);
        return chat;
    }
}
