using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Connector.Files;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Channels;

public sealed partial class TeamsTests
{
    [Fact]
    public async Task Case89_The_mention_is_removed_and_a_group_is_answered_only_when_the_bot_is_mentioned()
    {
        var group = new TeamsChat("19:group@thread.v2", type: "groupChat");
        using var overheard = await host.PostAsync(group.Message(Question));
        Assert.Equal(200, (int)overheard.StatusCode);
        Assert.Contains("Doanh nghiệp nhỏ", (await SayAsync(group.Mention(Question))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case72_And_Case73_Dialogs_of_two_people_in_a_channel_are_independent()
    {
        var (an, binh) = (
            new TeamsChat("19:c@thread.tacv2;messageid=1", type: "channel"),
            new TeamsChat("19:c@thread.tacv2;messageid=1", "29:binh", "channel")
        );
        await SayAsync(an.Mention("Gửi yêu cầu"));
        await SayAsync(binh.Mention("Gửi yêu cầu"));
        await SayAsync(an.Mention("Công ty An"));
        await SayAsync(binh.Mention("Công ty Bình"));
        Assert.Contains("phường, xã", (await SayAsync(an.Mention("0100109106"))).Text, StringComparison.Ordinal);
        Assert.Contains("kiểm tra", (await SayAsync(binh.Mention("0100109107"))).Text, StringComparison.Ordinal);
        await SayAsync(binh.Mention("hủy"));
        Assert.Contains("Lĩnh vực", (await SayAsync(an.Mention("Phường Nghĩa Đô"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case91_One_welcome_is_sent_although_both_start_activities_arrive()
    {
        var chat = new TeamsChat();
        foreach (var activity in new[] { chat.Added(), chat.Installation("add"), chat.Installation("add-upgrade"), chat.Added() })
        {
            (await host.PostAsync(activity)).Dispose();
        }

        await AskAsync(chat);
        Assert.Contains("trợ lý tự động", host.Connector.Messages[0].Text, StringComparison.Ordinal);
        Assert.Equal(2, host.Connector.Messages.Count);

        (await host.PostAsync(chat.Installation("remove"))).Dispose();
        (await host.PostAsync(chat.Installation("add"))).Dispose();
        Assert.Contains("trợ lý tự động", (await host.MessagesAsync(3))[2].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("29:an", "copy", "https://tenant-my.sharepoint.com/up?x=1", 200, true)]
    [InlineData("29:binh", "copy", "https://tenant-my.sharepoint.com/up?x=1", 404, false)]
    [InlineData("29:an", "other", "https://tenant-my.sharepoint.com/up?x=1", 404, false)]
    [InlineData("29:an", "copy", "https://evil.example/up", 400, false)]
    [InlineData("29:an", "copy", "http://tenant-my.sharepoint.com/up", 400, false)]
    public async Task Case94_An_accepted_file_is_uploaded_only_to_an_allowed_host(
        string user,
        string key,
        string address,
        int status,
        bool isWritten
    )
    {
        var offered = FileConsent.CreateConsentCard(key, "bản sao.txt", "Bản sao yêu cầu", 14);
        var chat = new TeamsChat(user: user);
        var value = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = "accept",
            ["context"] = offered.Content!["acceptContext"]!.DeepClone(),
            ["uploadInfo"] = new JsonObject
            {
                ["uploadUrl"] = address,
                ["name"] = "bản sao.txt",
                ["contentUrl"] = "https://tenant-my.sharepoint.com/f",
                ["uniqueId"] = "u",
                ["fileType"] = "txt",
            },
        };
        using var response = await host.PostAsync(chat.Invoke(FileConsent.InvokeName, value));
        Assert.Equal(status, (int)response.StatusCode);
        await host.WaitUntilIdleAsync();

        Assert.Equal(isWritten ? 2 : 0, host.Connector.Calls.Count);
        if (isWritten)
        {
            Assert.Equal(("PUT /up?x=1", null), (host.Connector.Calls[0].Line, host.Connector.Calls[0].Token));
            Assert.Equal(FileConsent.InfoType, host.Connector.Calls[1].Body!["attachments"]![0]!["contentType"]!.ToString());
        }
    }

    [Fact]
    public async Task Case94_A_declined_file_is_not_sent()
    {
        Assert.Empty(
            await host.InvokeAsync(
                new TeamsChat().Invoke(
                    FileConsent.InvokeName,
                    JsonNode.Parse("""{"type":"fileUpload","action":"decline","context":{"file":"copy"}}""")
                )
            )
        );
        Assert.Empty(host.Connector.Calls);
    }

    [Fact]
    public async Task The_quirks_of_the_Playground_are_accepted()
    {
        var message = new TeamsChat("personal-chat-id", "user-id-0").Message(Question);
        message.Recipient = new ChannelAccount { Id = "00000000-0000-0000-0000-00000000000011", Name = "Test Bot" };
        message.Conversation!.TenantId = "00000000-0000-0000-0000-0000000000001";
        message.ServiceUrl = "http://localhost:56150/_connector";
        using var own = new TempFolder();
        await using var open = await TeamsHost.StartAsync(own, null, "Development", ("Bot:AllowAnonymous", "true"));
        using var response = await open.PostAsync(SchemaJson.ToJson(message), null);
        var call = (await open.MessagesAsync(1))[0];
        Assert.StartsWith("POST /_connector/v3/conversations/personal-chat-id/activities/", call.Line, StringComparison.Ordinal);
        Assert.Null(call.Token);
    }

    [Fact]
    public void Any_object_with_a_type_gets_a_response_without_an_exception() =>
        Prop.ForAll(
                ActivityGenerator.Activities.ToArbitrary(),
                json =>
                {
                    using var response = host.PostAsync(json).GetAwaiter().GetResult();
                    return (int)response.StatusCode is < 500 or 501;
                }
            )
            .QuickCheckThrowOnFailure();

    private Task<ConnectorCall> AskAsync(TeamsChat chat) => SayAsync(chat.Message(Question));

    /// <summary>The last message in reply to it.</summary>
    private async Task<ConnectorCall> SayAsync(Activity activity) => (await host.SayAsync(activity))[^1];

    /// <summary>Fills in the form; returns the data of its send button and the channel's id of the summary.</summary>
    private async Task<(JsonObject Confirm, string Card)> GetSummaryAsync(TeamsChat chat)
    {
        var form = (await host.SayAsync(chat.Message("Gửi yêu cầu"))).Last(m => m.Body!["attachments"] is not null);
        var data = TestConversation
            .Find(form.Body!, node => node["action"]?.ToString() == CardActions.SubmitForm)
            .First()
            .DeepClone()
            .AsObject();
        foreach (var (field, value) in CardFlowTests.Complete)
        {
            data[field] = value;
        }

        var summary = await SayAsync(chat.Submit(data));
        var confirm = TestConversation
            .Find(
                summary.Body!,
                node => node["type"]?.ToString() == CardTree.ExecuteAction && node["verb"]?.ToString() == CardActions.ConfirmForm
            )
            .Single();
        return (confirm, LastId());
    }

    /// <summary>The id that the channel assigned to the last message.</summary>
    private string LastId() => $"given-{host.Connector.Calls.Count}";

    private async Task<int> CountAsync<TRow>()
        where TRow : class
    {
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<TRow>().CountAsync();
    }
}
