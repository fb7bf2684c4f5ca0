using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>
/// The same conversation over Direct Line and over Teams, from the channel's endpoint to the messages that its client receives.
/// </summary>
public sealed class BothChannelsTests : IAsyncLifetime, IDisposable
{
    /// <summary>
    /// The actor (asker: types, fills, clicks; official: replies, asks, closes), the action, and the expected text for the asker.
    /// </summary>
    private static readonly (string Who, string What, string Reads)[] Table =
    [
        ("types", "Mua phần mềm kho có được hỗ trợ không?", "Doanh nghiệp nhỏ được hỗ trợ một nửa"),
        ("types", "Gửi yêu cầu", "biểu mẫu"),
        ("fills", "", "Gửi yêu cầu này cho cán bộ?"),
        ("clicks", CardActions.ConfirmForm, "HN-2026-"),
        ("official", "asks", "cần anh/chị bổ sung thông tin"),
        ("types", "{number} chúng tôi có 12 lao động", "Đã chuyển nội dung bổ sung"),
        ("official", "replies", "trả lời yêu cầu"),
        ("types", "{number}", "HN-2026-"),
        ("official", "closes", "hài lòng ở mức nào"),
        ("rates", "4", "Đã ghi nhận mức 4/5"),
    ];

    private readonly TempFolder folder = new();
    private TeamsHost host = null!;

    public async Task InitializeAsync() => host = await TeamsHost.StartAsync(folder, ("DirectLine:Secrets:0", DirectLineHost.Secret));

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(ChannelIds.Directline)]
    [InlineData(ChannelIds.Msteams)]
    public async Task Both_channels_behave_as_the_table_says(string channel)
    {
        IClient client = channel == ChannelIds.Msteams ? new TeamsClient(host) : await WebClient.StartAsync(host);
        var (number, received) = ("", new List<JsonObject>());
        foreach (var (who, action, reads) in Table)
        {
            switch (who)
            {
                case "types":
                    await client.SayAsync(action.Replace("{number}", number, StringComparison.Ordinal));
                    break;
                case "fills":
                    var data = FindData(received, CardActions.SubmitForm);
                    foreach (var (field, value) in CardFlowTests.Complete)
                    {
                        data[field] = value;
                    }

                    await client.SubmitAsync(data);
                    break;
                case "rates":
                    var rating = TestConversation
                        .Find(
                            new JsonArray([.. received.Select(a => a.DeepClone())]),
                            node => node["action"]?.ToString() == CardActions.RateCase && node["score"]?.ToString() == action
                        )
                        .Last()
                        .DeepClone()
                        .AsObject();
                    rating[RatingCard.CommentInputId] = "Nhanh và rõ ràng";
                    await client.SubmitAsync(rating);
                    break;
                case "clicks":
                    await client.SubmitAsync(FindData(received, action));
                    break;
                default:
                    await ActAsync(CaseNumber.TryParse(number, out var parsed) ? parsed : default, action);
                    break;
            }

            await host.WaitUntilIdleAsync();
            var messages = await client.ReadAsync();
            Assert.Contains(reads, string.Join('\n', messages.Select(a => a["text"]?.ToString())), StringComparison.OrdinalIgnoreCase);
            received.AddRange(messages);
            if (CaseNumber.TryFindIn(messages[^1]["text"]?.ToString() ?? "", out var found))
            {
                number = found.ToString();
            }
        }

        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var storedRating = await db.Set<CaseRating>().SingleAsync(r => r.CaseNumber == number);
        Assert.Equal((4, "Nhanh và rõ ràng"), (storedRating.Score, storedRating.Comment));
        Assert.Equal(
            channel == ChannelIds.Msteams,
            received.Exists(a => a.ToJsonString().Contains("Action.Execute", StringComparison.Ordinal))
        );
    }

    private static JsonObject FindData(List<JsonObject> received, string action) =>
        TestConversation
            .Find(new JsonArray([.. received.Select(a => a.DeepClone())]), node => node["action"]?.ToString() == action)
            .Last()
            .DeepClone()
            .AsObject();

    private async Task ActAsync(CaseNumber number, string action)
    {
        var changes = host.Get<CaseCommandRunner>();
        await changes.ChangeAsync(number, stored => CaseRules.Take(stored, stored.Command(Sample.Lan)), default);
        var outcome = await changes.ChangeAsync(
            number,
            stored =>
                action switch
                {
                    "asks" => CaseRules.RequestInformation(stored, stored.Command(Sample.Lan), "Anh/chị có bao nhiêu lao động?"),
                    "closes" => CaseRules.Close(stored, stored.Command(Sample.Lan), CloseReason.Other, "Đã giải quyết xong."),
                    _ => CaseRules.Reply(stored, stored.Command(Sample.Lan), "Mời anh/chị nộp hồ sơ."),
                },
            default
        );
        Assert.IsType<CaseDecision.Changed>(outcome!.Decision);
    }

    private interface IClient
    {
        Task SayAsync(string text);

        Task SubmitAsync(JsonObject data);

        /// <summary>The messages since the last call.</summary>
        Task<List<JsonObject>> ReadAsync();
    }

    private sealed class TeamsClient(TeamsHost host) : IClient
    {
        private readonly TeamsChat chat = new();
        private int readCount;

        public Task SayAsync(string text) => host.SayAsync(chat.Message(text));

        public Task SubmitAsync(JsonObject data) => host.SayAsync(chat.Submit(data));

        public Task<List<JsonObject>> ReadAsync()
        {
            var all = host.Connector.Messages;
            var newMessages = all.Skip(readCount).Select(m => m.Body!).ToList();
            readCount = all.Count;
            return Task.FromResult(newMessages);
        }
    }

    private sealed class WebClient(DirectLineClient client) : IClient
    {
        private string watermark = "";

        public static async Task<WebClient> StartAsync(TeamsHost host)
        {
            var client = await DirectLineClient.GenerateAsync(host.Http, "dl_an");
            await client.StartAsync();
            return new WebClient(client);
        }

        public Task SayAsync(string text) => client.SayAsync(text);

        public Task SubmitAsync(JsonObject data) =>
            client.PostAsync(
                new JsonObject
                {
                    ["type"] = "message",
                    ["from"] = new JsonObject { ["id"] = "dl_an" },
                    ["value"] = data.DeepClone(),
                    ["channelData"] = new JsonObject { ["postBack"] = true },
                }.ToJsonString()
            );

        public async Task<List<JsonObject>> ReadAsync()
        {
            var page = (await client.PollAsync(watermark)).Json!;
            watermark = page["watermark"]!.ToString();
            return [.. page["activities"]!.AsArray().Select(a => a!.AsObject()).Where(a => a["from"]?["role"]?.ToString() == "bot")];
        }
    }
}
