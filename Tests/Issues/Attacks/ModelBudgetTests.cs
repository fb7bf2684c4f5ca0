using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Model;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>
/// Each anonymous token was a new person with a new budget of the model, so that one visitor could spend any amount; nothing recorded what
/// was sent to it.
/// </summary>
public sealed class ModelBudgetTests(ModelFixture fixture) : IClassFixture<ModelFixture>, IDisposable
{
    private const string Question = "Mua phần mềm kho có được hỗ trợ không?";
    private const string RewordedAnswer = "Doanh nghiệp nhỏ được hỗ trợ một nửa chi phí phần mềm quản lý kho, tối đa 7 triệu đồng.";

    private readonly TempFolder folder = new();
    private readonly List<HttpClient> clients = [];

    public void Dispose()
    {
        clients.ForEach(client => client.Dispose());
        folder.Dispose();
    }

    [Fact]
    public async Task An_address_has_a_budget_however_many_persons_it_is_and_so_have_all_together()
    {
        fixture.Model.Respond = _ => FakeModelReply.FromSentences((RewordedAnswer, ["p1"]));
        await using var host = await TeamsHost.StartAsync(
            folder,
            [
                .. fixture.Settings,
                ("DirectLine:Secrets:0", DirectLineHost.Secret),
                ("Model:TokensPerAddressAndDay", "1000"), // The service reports 800 a call.
                ("Model:TokensPerDay", "3000"),
            ]
        );
        Assert.True(await IsWordedAsync(host, "203.0.113.1"));
        Assert.True(await IsWordedAsync(host, "203.0.113.1"));
        Assert.False(await IsWordedAsync(host, "203.0.113.1"));
        Assert.True(await IsWordedAsync(host, "2001:db8:1:2::1"));
        Assert.True(await IsWordedAsync(host, "2001:db8:1:2:ffff::2"));
        Assert.False(await IsWordedAsync(host, "2001:db8:1:2:eeee::3"));
        Assert.False(await IsWordedAsync(host, "203.0.113.3")); // All together.
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.True(await IsWordedAsync(host, "203.0.113.1"));
    }

    [Fact]
    public async Task A_line_of_the_log_names_the_kinds_of_data_that_were_sent_and_not_the_data()
    {
        fixture.Model.Respond = _ => FakeModelReply.FromSentences((RewordedAnswer, ["p1"]));
        using var lines = new LogLines();
        using var host = new LoggedHost(lines, [.. fixture.Settings]);
        await host.InitializeAsync();
        await new TestConversation(host, user: "u").SayAsync($"{Question} Số của tôi là 0912345678, thư a.b@example.com");
        await host.DisposeAsync();
        var sent = Assert.Single(lines.All, line => line.Event.Id == 1401).Text;
        Assert.Matches(@"question: user text, \d+ characters, masked \[phone\], \[e-mail\]", sent);
        Assert.Contains("passages: public text", sent, StringComparison.Ordinal);
        foreach (var data in new[] { "0912345678", "a.b@example.com", "phần mềm" })
        {
            Assert.DoesNotContain(lines.All, line => line.Text.Contains(data, StringComparison.Ordinal));
        }
    }

    /// <summary>Asks in a new conversation as a new person.</summary>
    private async Task<bool> IsWordedAsync(TeamsHost host, string address)
    {
        var http = new HttpClient { BaseAddress = host.Http.BaseAddress };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        clients.Add(http);
        var client = await DirectLineClient.GenerateAsync(http, $"dl_{clients.Count}");
        await client.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await client.SayAsync(Question)).Status);
        await host.WaitUntilIdleAsync();
        var transcript = (await client.PollAsync()).Json!["activities"]!
            .AsArray()
            .Select(activity => activity!["text"]?.GetValue<string>());
        var answer = string.Join('\n', transcript);
        Assert.Contains("phần mềm", answer, StringComparison.Ordinal);
        return answer.Contains(RewordedAnswer[..^1], StringComparison.Ordinal);
    }

    private sealed class LoggedHost(LogLines lines, (string Key, string Value)[] settings) : ConversationHost(settings)
    {
        private protected override void Configure(IServiceCollection services) =>
            services
                .AddSingleton(_ => LoggerFactory.Create(logging => logging.AddProvider(lines)))
                .AddSingleton(typeof(ILogger<>), typeof(Logger<>));
    }
}
