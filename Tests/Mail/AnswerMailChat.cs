using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Mail;

/// <summary>Visitors of the web chat who have answers sent to a mailbox.</summary>
internal sealed partial class AnswerMailChat : IAsyncDisposable
{
    public const string Question = "Hỗ trợ tư vấn cho doanh nghiệp nhỏ thế nào?";

    private readonly TempFolder folder = new();
    private DirectLineClient web = null!;
    private string user = "";

    private AnswerMailChat() { }

    public FakeSmtp Smtp { get; } = new();

    public TeamsHost Host { get; private set; } = null!;

    public static async Task<AnswerMailChat> OpenAsync(DatabaseKind? database = null, params (string Key, string Value)[] settings)
    {
        var chat = new AnswerMailChat();
        chat.Host = await TeamsHost.StartAsync(
            chat.folder,
            [
                .. await database.GetSettingsAsync(chat.folder),
                .. chat.Smtp.Settings,
                ("DirectLine:Secrets:0", DirectLineHost.Secret),
                ("Limits:Enabled", "true"),
                ("Limits:MessagesPerConversation", "1000"),
                .. settings,
            ]
        );
        await chat.VisitAsync("dl_an");
        return chat;
    }

    /// <summary>What follows is said by this visitor, in a new conversation.</summary>
    public async Task VisitAsync(string user)
    {
        this.user = user;
        web = await DirectLineClient.GenerateAsync(Host.Http, user);
        await web.StartAsync();
        await Host.WaitUntilIdleAsync();
    }

    /// <summary>Sends a message and returns the texts of the replies.</summary>
    public Task<string> SayAsync(string text) => ReadRepliesAsync(() => web.SayAsync(text));

    /// <summary>Presses the button under the last answer that has one.</summary>
    public async Task<string> PressAsync()
    {
        var answer = await FindOfferAsync();
        Assert.NotNull(answer);
        return await PressAsync(answer);
    }

    public Task<string> PressAsync(string answer) =>
        ReadRepliesAsync(() =>
            web.PostAsync(
                new JsonObject
                {
                    ["type"] = "message",
                    ["value"] = new JsonObject { ["action"] = "mailAnswer", ["answer"] = answer },
                    ["channelData"] = new JsonObject { ["postBack"] = true },
                }.ToJsonString()
            )
        );

    /// <summary>The answer that can be mailed; null when none is offered.</summary>
    public async Task<string?> FindOfferAsync() =>
        (await ReadAsync()).Select(a => a["channelData"]?["mailAnswer"]?.ToString()).LastOrDefault(answer => answer is not null);

    /// <summary>Asks, presses the button and gives the address.</summary>
    public async Task<string> AskForMailAsync(string address)
    {
        if (await FindOfferAsync() is null)
        {
            await SayAsync(Question);
        }

        await PressAsync();
        return await SayAsync(address);
    }

    /// <summary>An hour passes, in which the chat stays open.</summary>
    public async Task WaitAnHourAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            Host.Time.Advance(TimeSpan.FromMinutes(20));
            web.Token = (await web.RefreshAsync()).Json!["token"]!.ToString();
        }
    }

    /// <summary>Sends what waits.</summary>
    public async Task SendAsync()
    {
        await Host.Get<MailAddressConfirmationService>().IssueAsync(default);
        await Host.Get<MailWorker>().SendDueAsync(default);
    }

    /// <summary>Sends what waits and returns the code of the last mail.</summary>
    public async Task<string> ReadCodeAsync()
    {
        await SendAsync();
        return CodeRegex().Match(Smtp.Mails[^1].Part("text/plain")).Value;
    }

    /// <summary>Uses the code in the name of the visitor, as a turn does before its commit.</summary>
    public Task RedeemAsync(string code) =>
        Host.Get<MailAddressConfirmationService>()
            .RedeemAsync(
                new Activity
                {
                    ChannelId = "directline",
                    From = new ChannelAccount { Id = user },
                },
                code,
                default
            );

    public static string OtherThan(string code) => code == "1234567" ? "7654321" : "1234567";

    public Task<AssistantDb> OpenDbAsync() => Host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Smtp.DisposeAsync();
        folder.Dispose();
    }

    private async Task<string> ReadRepliesAsync(Func<Task<ServiceResponse>> send)
    {
        var earlier = (await ReadAsync()).Select(a => a["id"]!.ToString()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await send()).Status);
        await Host.WaitUntilIdleAsync();
        return string.Join('\n', (await ReadAsync()).Where(a => !earlier.Contains(a["id"]!.ToString())).Select(a => a["text"]));
    }

    private async Task<List<JsonNode>> ReadAsync() =>
        [
            .. (await web.PollAsync()).Json!["activities"]!
                .AsArray()
                .Where(a => a!["from"]?["role"]?.ToString() == "bot" && a["type"]?.ToString() == "message")
                .Select(a => a!.DeepClone()),
        ];

    [GeneratedRegex("(?<= )[0-9]{7}(?![0-9])")]
    private static partial Regex CodeRegex();
}
