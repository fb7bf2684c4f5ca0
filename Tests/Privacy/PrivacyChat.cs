using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Privacy;

/// <summary>A person on the web who leaves a marker in everything that is stored.</summary>
internal sealed partial class PrivacyChat : IAsyncDisposable
{
    /// <summary>Of the person; it begins every form of the marker that is planted.</summary>
    public static readonly string Marker = PersonMarker.Plain;

    public const string User = "dl_an";

    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private PrivacyChat(TeamsHost host, DirectLineClient web) => (Host, Web) = (host, web);

    public TeamsHost Host { get; }

    /// <summary>The current conversation.</summary>
    public DirectLineClient Web { get; private set; }

    /// <summary>The conversation from which the request was sent.</summary>
    public DirectLineClient? First { get; private set; }

    public static async Task<PrivacyChat> StartAsync(TempFolder folder, DatabaseKind database, params (string Key, string Value)[] settings)
    {
        DatabaseKind? kind = database;
        var host = await TeamsHost.StartAsync(
            folder,
            [
                .. await kind.GetSettingsAsync(folder),
                ("DirectLine:Secrets:0", DirectLineHost.Secret),
                ("Mail:Host", "127.0.0.1"),
                ("Mail:Port", "9"),
                ("Mail:From", "troly@example.vn"),
                ("Mail:Encryption", "None"),
                ("Mail:Interval", "12:00:00"),
                ("Teams:OfficialsChannelId", "19:officials@thread.tacv2"),
                ("Teams:ServiceUrl", FakeAuthority.ServiceUrl),
                ("Teams:BotId", TeamsChat.Bot),
                .. settings,
            ]
        );
        return new PrivacyChat(host, await StartConversationAsync(host, User));
    }

    public Task<AssistantDb> OpenDbAsync() => Host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();

    /// <summary>Sends a message and returns the replies.</summary>
    public async Task<string> SayAsync(string text)
    {
        var earlier = (await ReadAsync()).Select(a => a["id"]!.ToString()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Web.SayAsync(text)).Status);
        await Host.WaitUntilIdleAsync();
        return string.Join('\n', (await ReadAsync()).Where(a => !earlier.Contains(a["id"]!.ToString())).Select(a => a["text"]));
    }

    /// <summary>Leaves the marker in two conversations, a case with files, mails and notes, a form that is not sent, and votes.</summary>
    /// <returns>The number of the case, which an official has taken.</returns>
    public async Task<CaseNumber> PlantAsync()
    {
        await SayAsync($"Tôi là {Marker}, hỗ trợ tư vấn cho doanh nghiệp nhỏ thế nào?");
        await SayAsync($"hỗ trợ tư vấn cho doanh nghiệp nhỏ {PersonMarker.Accented.ToLowerInvariant()} thế nào?");
        await UploadAsync($"{Marker}-cccd.pdf");
        await SayAsync("Gửi yêu cầu");
        await UploadAsync($"{Marker}-2.pdf");
        var number = await SubmitAsync();
        await ConfirmAddressAsync();
        await SayAsync($"{number} bổ sung {PersonMarker.Accented}");
        await ChangeAsync(number, s => CaseRules.Take(s, s.Command(Sample.Lan)));
        await ChangeAsync(number, s => CaseRules.RequestInformation(s, s.Command(Sample.Lan), $"Chị {Marker} gửi thêm giúp."));
        Assert.Null(await Host.Get<CaseNoteStore>().AddAsync(number, Sample.Lan, $"Gọi cho {PersonMarker.Accented}", null, default));
        await PlantedRows.AddAsync(this, number);

        First = Web;
        Web = await StartConversationAsync(Host, User);
        await SayAsync("Gửi yêu cầu");
        await SayAsync($"Công ty {Marker}");
        await UploadAsync($"{Marker}-3.pdf");
        return number;
    }

    public async Task CloseCaseAsync(CaseNumber number)
    {
        await ChangeAsync(number, s => CaseRules.Reply(s, s.Command(Sample.Lan), $"Kính gửi {Marker}: đã xem."));
        await ChangeAsync(number, s => CaseRules.Close(s, s.Command(Sample.Lan), CloseReason.Answered, null));
        await Host.WaitUntilIdleAsync();
    }

    /// <summary>Asks for the person's data and returns the address of the file.</summary>
    public async Task<Uri> OpenExportAsync()
    {
        var reply = await SayAsync("cho tôi xem dữ liệu của tôi");
        return new Uri(ExportRegex().Matches(reply)[^1].Groups["path"].Value, UriKind.Relative);
    }

    /// <summary>Asks for the erasure, confirms it and lets it finish.</summary>
    public async Task EraseAsync()
    {
        await SayAsync("xóa dữ liệu của tôi");
        Assert.Contains("Đã xóa dữ liệu", await SayAsync("đồng ý"), StringComparison.Ordinal);
        await Host.Get<ErasureWorker>().RunAsync(default);
    }

    /// <summary>Lets the confirmation expire, and repeats what the database was too busy for.</summary>
    public async Task FinishErasureAsync()
    {
        Host.Time.Advance(TimeSpan.FromMinutes(11));
        await Host.WaitUntilIdleAsync();
        for (var i = 0; i < 3; i++)
        {
            await Host.Get<ErasureWorker>().RunAsync(default);
        }

        Assert.True(await Host.Get<DatabaseCompactor>().RemoveTracesAsync(default));
    }

    /// <summary>Begins a conversation as the widget does; returns the token that reopens it.</summary>
    public async Task<string> StartWithWidgetAsync()
    {
        var grant = await DirectLineClient.CallAsync(Host.Http, HttpMethod.Post, "/api/widget/token", null, "{}");
        Web = new DirectLineClient(Host.Http, grant.Json!["conversationId"]!.ToString(), grant.Json["token"]!.ToString());
        await Web.StartAsync();
        return grant.Json["resume"]!.ToString();
    }

    public async Task<HttpStatusCode> ResumeAsync(string resume) =>
        (
            await DirectLineClient.CallAsync(
                Host.Http,
                HttpMethod.Post,
                "/api/widget/token",
                null,
                new JsonObject { ["resume"] = resume }.ToJsonString()
            )
        ).Status;

    public async Task<DirectLineClient> StartOtherAsync(string user)
    {
        var other = await StartConversationAsync(Host, user);
        await other.SayAsync("OTHERPERSON");
        await Host.WaitUntilIdleAsync();
        return other;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static async Task<DirectLineClient> StartConversationAsync(TeamsHost host, string user)
    {
        var client = await DirectLineClient.GenerateAsync(host.Http, user, name: user == User ? $"Chị {PersonMarker.Accented}" : "Khách");
        await client.StartAsync();
        await host.WaitUntilIdleAsync();
        return client;
    }

    private async Task<List<JsonNode>> ReadAsync() =>
        [
            .. (await Web.PollAsync()).Json!["activities"]!
                .AsArray()
                .Where(a => a!["from"]?["role"]?.ToString() == "bot" && a["type"]?.ToString() == "message")
                .Select(a => a!.DeepClone()),
        ];

    private async Task UploadAsync(string name)
    {
        using var form = new MultipartFormDataContent();
        using var part = new ByteArrayContent([.. SampleFiles.Pdf, .. PersonMarker.Content]);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(part, "file", name);
        Assert.Equal(HttpStatusCode.OK, (await Web.UploadAsync(form, $"?userId={User}")).Status);
        await Host.WaitUntilIdleAsync();
    }

    private async Task<CaseNumber> SubmitAsync()
    {
        var data = await FindDataAsync(CardActions.SubmitForm);
        foreach (var (field, value) in CardFlowTests.Complete)
        {
            data[field] = value;
        }

        data["EnterpriseName"] = $"Công ty {Marker}";
        data["Content"] = $"Chúng tôi là {PersonMarker.Accented} và cần được hướng dẫn về hỗ trợ tư vấn.";
        data["ContactName"] = "Zq Marker " + Marker;
        data["Email"] = $"{Marker}@example.vn";
        await ClickAsync(data);
        await ClickAsync(await FindDataAsync(CardActions.ConfirmForm));
        var said = string.Join('\n', (await ReadAsync()).Select(a => a["text"]));
        Assert.True(CaseNumber.TryFindIn((await ReadAsync())[^1]["text"]!.ToString(), out var number), said);
        return number;
    }

    private async Task<JsonObject> FindDataAsync(string action)
    {
        JsonArray all = [.. await ReadAsync()];
        return TestConversation.Find(all, node => node["action"]?.ToString() == action).Last().DeepClone().AsObject();
    }

    private async Task ClickAsync(JsonObject data)
    {
        await Web.PostAsync(
            new JsonObject
            {
                ["type"] = "message",
                ["value"] = data,
                ["channelData"] = new JsonObject { ["postBack"] = true },
            }.ToJsonString()
        );
        await Host.WaitUntilIdleAsync();
    }

    /// <summary>As if the person had typed the code of the mail.</summary>
    private async Task ConfirmAddressAsync()
    {
        await using var db = await OpenDbAsync();
        await db.Set<AddressConfirmation>().ExecuteUpdateAsync(set => set.SetProperty(a => a.ConfirmedAt, 1));
    }

    private async Task ChangeAsync(CaseNumber number, Func<CaseWithHistory, CaseDecision> rule)
    {
        var outcome = await Host.Get<CaseCommandRunner>().ChangeAsync(number, rule, default);
        Assert.IsType<CaseDecision.Changed>(outcome!.Decision);
        await Host.WaitUntilIdleAsync();
    }

    [GeneratedRegex(@"\((?<path>/my-data/[^)]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex ExportRegex();
}
