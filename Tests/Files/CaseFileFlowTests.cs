using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.DirectLine;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Tests.Files;

/// <summary>Files both ways, on the web and in Teams: with the form, with a case, with an official's reply.</summary>
public sealed class CaseFileFlowTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeClamd clamd = new();
    private TeamsHost host = null!;

    public async Task InitializeAsync() => host = await TeamsHost.StartAsync(
        folder,
        ("DirectLine:Secrets:0", DirectLineHost.Secret), ("Files:ClamAv", clamd.Address), ("Files:PerCase", "2"), ("Files:FileLimit", "200000"),
        ("Files:ScanInterval", "12:00:00"), ("Files:LinkLifetime", "00:10:00"));

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await clamd.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task On_the_web_files_go_with_the_form_are_scanned_and_an_officials_file_comes_back_by_a_link_of_this_conversation()
    {
        var web = await DirectLineClient.GenerateAsync(host.Http, "dl_an");
        await web.StartAsync();
        Assert.Contains("chưa thuộc yêu cầu nào", await UploadAsync(web, "", ("a.pdf", "application/pdf", SampleFiles.Pdf)), StringComparison.Ordinal);
        await SayAsync(web, "Gửi yêu cầu");
        var said = await UploadAsync(web, "", ("bảng lương.pdf", "application/pdf", SampleFiles.Pdf), ("giả.pdf", "application/pdf", SampleFiles.Png));
        Assert.Contains("Đã nhận tệp bảng lương.pdf", said, StringComparison.Ordinal);
        Assert.Contains("giả.pdf chưa được nhận vì nội dung không đúng", said, StringComparison.Ordinal);
        Assert.Contains("quét mã độc", said, StringComparison.Ordinal);

        var number = await SubmitAsync(() => ActivitiesAsync(web), data => web.PostAsync(PostBack(data)));
        Assert.Contains("bảng lương.pdf", (await ActivitiesAsync(web)).ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        var row = Assert.Single(await RowsAsync());
        Assert.Equal((number.ToString(), "bảng lương.pdf", FileOrigin.Asker), (row.CaseNumber, row.Name, row.Origin));
        await ScanAsync();
        Assert.Equal(FileState.Clean, Assert.Single(await RowsAsync()).State);

        clamd.Says = "busy\0";
        var files = host.Get<CaseFiles>();
        Assert.IsType<FileReceipt.Taken>(await files.AddForReplyAsync(number.ToString(), "lan", new MemoryStream(SampleFiles.Docx), "mẫu đơn.docx", default));
        await ReplyAsync(number);
        await host.SettleAsync();
        Assert.DoesNotContain("mẫu đơn.docx", (await ActivitiesAsync(web)).ToJsonString(SchemaJson.Options), StringComparison.Ordinal); // Held back until it is clean.
        clamd.Says = null;
        host.Time.Advance(TimeSpan.FromMinutes(16));
        await ScanAsync();
        var link = Attachments(await ActivitiesAsync(web), "mẫu đơn.docx").Single()["contentUrl"]!.ToString();
        using var download = await host.Http.GetAsync(new Uri(link, UriKind.Relative));
        Assert.Equal(SampleFiles.Docx, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "mẫu đơn.docx"), (download.Content.Headers.ContentDisposition!.DispositionType, download.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("nosniff", download.Headers.GetValues("X-Content-Type-Options").Single());

        // A link for another conversation is none, nor is a bent one, nor an old one.
        var foreign = host.Get<FileLinks>().Address((await RowsAsync()).Single(r => r.Origin == FileOrigin.Official), (await FindAsync(number)).Request.Asker with { ConversationId = "other" });
        Assert.Equal(404, await StatusAsync(foreign));
        Assert.Equal(404, await StatusAsync(link[..^2] + "xx"));
        Assert.Contains("HN-2026-", await SayAsync(web, number.ToString()), StringComparison.Ordinal);
        var renewed = Attachments(await ActivitiesAsync(web), "mẫu đơn.docx").Last()["contentUrl"]!.ToString();
        Assert.Equal(200, await StatusAsync(renewed));
        host.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal((404, 404), (await StatusAsync(link), await StatusAsync(renewed)));
    }

    [Fact]
    public async Task In_Teams_files_are_fetched_and_an_officials_file_is_handed_over_by_consent_to_the_asker_alone()
    {
        var chat = new TeamsChat();
        await host.SayAsync(chat.Message("Gửi yêu cầu"));
        var number = await SubmitAsync(() => Task.FromResult(Bodies()), data => host.SayAsync(chat.Submit(data)));

        host.Connector.Answer = call => call.Method == "GET" ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(SampleFiles.Pdf) } : null;
        var picture = new Attachment { ContentType = "image/png", ContentUrl = FakeAuthority.ServiceUrl + "v3/attachments/1/views/original" };
        var evil = new Attachment { ContentType = FileDownloads.InfoType, Name = "b.pdf", Content = new JsonObject { ["downloadUrl"] = "https://evil.example/b.pdf" } };
        var said = (await host.SayAsync(WithFiles(chat.Message(null), Info("hợp đồng.pdf"), evil, picture)))[^1].Text!;
        Assert.Contains($"Đã thêm tệp hợp đồng.pdf vào yêu cầu {number}", said, StringComparison.Ordinal);
        Assert.Contains("chưa lấy được tệp b.pdf", said, StringComparison.Ordinal);
        Assert.Contains("file.png chưa được nhận vì nội dung không đúng", said, StringComparison.Ordinal);
        var gets = host.Connector.Calls.Where(c => c.Method == "GET").ToList();
        Assert.Equal(2, gets.Count);
        Assert.Null(gets[0].Token); // The address of the file is all it takes.
        Assert.NotNull(gets[1].Token);
        Assert.Equal("Đã gửi tệp: hợp đồng.pdf", (await FindAsync(number)).History[^1].Text);
        await ScanAsync();

        var taken = Assert.IsType<FileReceipt.Taken>(await host.Get<CaseFiles>().AddForReplyAsync(number.ToString(), "lan", new MemoryStream(SampleFiles.Docx), "mẫu.docx", default));
        await ScanAsync();
        await ReplyAsync(number);
        await host.SettleAsync();
        var offer = Attachments(Bodies(), "mẫu.docx").Single();
        Assert.Equal((FileConsent.CardType, taken.File.Size), (offer["contentType"]!.ToString(), offer["content"]!["sizeInBytes"]!.GetValue<long>()));
        Assert.Equal(404, await AcceptAsync(new TeamsChat(user: "29:binh"), offer));
        Assert.Empty(host.Connector.Written);
        Assert.Equal(200, await AcceptAsync(chat, offer));
        Assert.Equal(SampleFiles.Docx, Assert.Single(host.Connector.Written).Value);
    }

    [Fact]
    public async Task In_a_group_it_is_said_what_to_do()
    {
        var group = new TeamsChat("19:group@thread.v2", type: "groupChat");
        Assert.Equal(FileTexts.Vi.NotInGroup, (await host.SayAsync(WithFiles(group.Mention("tệp đây"), Info("a.pdf"))))[0].Text);

        await host.SayAsync(group.Mention("Gửi yêu cầu"));
        var number = await SubmitAsync(() => Task.FromResult(Bodies()), data => host.SayAsync(group.Submit(data)));
        await host.Get<CaseFiles>().AddForReplyAsync(number.ToString(), "lan", new MemoryStream(SampleFiles.Docx), "mẫu.docx", default);
        await ScanAsync();
        await ReplyAsync(number);
        await host.SettleAsync();
        Assert.Contains("mở cuộc trò chuyện riêng", host.Connector.Messages[^1].Text, StringComparison.Ordinal);

        // The same person in a personal chat gets it with the number.
        await host.SayAsync(new TeamsChat().Message(number.ToString()));
        Assert.Equal(FileConsent.CardType, Attachments(Bodies(), "mẫu.docx").Single()["contentType"]!.ToString());
    }

    [Fact]
    public async Task Malware_is_thrown_away_and_said_and_a_scanner_that_fails_holds_the_file_back()
    {
        var chat = new TeamsChat();
        await host.SayAsync(chat.Message("Gửi yêu cầu"));
        var number = await SubmitAsync(() => Task.FromResult(Bodies()), data => host.SayAsync(chat.Submit(data)));
        byte[] infected = [.. SampleFiles.Pdf, .. FakeClamd.Eicar];
        host.Connector.Answer = call => call.Method == "GET" ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(infected) } : null;
        clamd.Says = "broken\0";
        await host.SayAsync(WithFiles(chat.Message($"{number} đây là hợp đồng"), Info("hợp đồng.pdf")));
        Assert.Equal("đây là hợp đồng", (await FindAsync(number)).History[^1].Text);
        await ScanAsync();
        var row = Assert.Single(await RowsAsync());
        Assert.True(row is { State: FileState.Waiting, ScanAttempts: > 0 } && row.NextScanAt > host.Time.GetUtcNow().ToUnixTimeMilliseconds());
        Assert.Null(await host.Get<CaseFiles>().FindReleasedAsync(row.CaseNumber, row.Id, default));

        clamd.Says = null;
        host.Time.Advance(TimeSpan.FromMinutes(16));
        await ScanAsync();
        await host.SettleAsync();
        row = Assert.Single(await RowsAsync());
        Assert.Equal((FileState.Infected, "Eicar-Test-Signature"), (row.State, row.Finding));
        Assert.Empty(Directory.GetFiles(folder.File("files")));
        Assert.Equal(FileTexts.Vi.Infected.With("hợp đồng.pdf", number.ToString()), host.Connector.Messages[^1].Text);
    }

    [Fact]
    public async Task No_more_files_are_taken_than_a_case_may_have_and_with_several_open_cases_the_number_is_asked_for()
    {
        var chat = new TeamsChat();
        host.Connector.Answer = call => call.Method == "GET" ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(SampleFiles.Pdf) } : null;
        await host.SayAsync(chat.Message("Gửi yêu cầu"));
        Assert.Contains("3.pdf chưa được nhận vì mỗi yêu cầu chỉ nhận tối đa 2 tệp", (await host.SayAsync(WithFiles(chat.Message(null), Info("1.pdf"), Info("2.pdf"), Info("3.pdf"))))[0].Text, StringComparison.Ordinal);
        var first = await SubmitAsync(() => Task.FromResult(Bodies()), data => host.SayAsync(chat.Submit(data)));
        Assert.Contains("tối đa 2 tệp", (await host.SayAsync(WithFiles(chat.Message(null), Info("4.pdf"))))[^1].Text, StringComparison.Ordinal);
        await host.SayAsync(chat.Message("Gửi yêu cầu"));
        var second = await SubmitAsync(() => Task.FromResult(Bodies()), data => host.SayAsync(chat.Submit(data)));
        Assert.Contains("nhiều yêu cầu đang mở", (await host.SayAsync(WithFiles(chat.Message(null), Info("5.pdf"))))[^1].Text, StringComparison.Ordinal);
        Assert.Contains("Đã thêm tệp 5.pdf", (await host.SayAsync(WithFiles(chat.Message($"{second}"), Info("5.pdf"))))[^1].Text, StringComparison.Ordinal);
        Assert.Equal([2, 1], (await RowsAsync()).GroupBy(r => r.CaseNumber).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Count()));
        Assert.NotEqual(first, second);

        // What never became part of a case goes after a time.
        var left = Assert.IsType<FileReceipt.Taken>(await host.Get<FileStore>().SaveAsync(new MemoryStream(SampleFiles.Pdf), "left.pdf", default));
        Assert.Equal(4, Directory.GetFiles(folder.File("files")).Length);
        foreach (var file in Directory.GetFiles(folder.File("files")))
            File.SetLastWriteTimeUtc(file, host.Time.GetUtcNow().AddDays(-15).UtcDateTime);
        await host.Get<FileKeeper>().SweepAsync(default);
        Assert.Equal(3, Directory.GetFiles(folder.File("files")).Length);
        Assert.False(host.Get<FileStore>().Exists(left.File.Id));
    }

    private static Attachment Info(string name) => new()
    {
        ContentType = FileDownloads.InfoType,
        Name = name,
        ContentUrl = $"https://{FakeConnector.FileHost}/f",
        Content = new JsonObject { ["downloadUrl"] = $"https://{FakeConnector.FileHost}/download?t=1", ["fileType"] = "pdf" },
    };

    private static Activity WithFiles(Activity message, params Attachment[] files)
    {
        message.Attachments = [new Attachment { ContentType = "text/html", Content = "<p>x</p>" }, .. files];
        return message;
    }

    private static List<JsonObject> Attachments(JsonNode all, string name) => [.. Conversation.Find(all, node => node["name"]?.ToString() == name && node.ContainsKey("contentType"))];

    private JsonArray Bodies() => [.. host.Connector.Messages.Select(m => m.Body!.DeepClone())];

    private static async Task<JsonArray> ActivitiesAsync(DirectLineClient web) =>
        [.. (await web.PollAsync()).Json!["activities"]!.AsArray().Where(a => a!["from"]?["role"]?.ToString() == "bot").Select(a => a!.DeepClone())];

    private static string PostBack(JsonObject data) =>
        new JsonObject { ["type"] = "message", ["value"] = data.DeepClone(), ["channelData"] = new JsonObject { ["postBack"] = true } }.ToJsonString();

    private async Task<string> SayAsync(DirectLineClient web, string text)
    {
        await web.SayAsync(text);
        await host.SettleAsync();
        return string.Join('\n', (await ActivitiesAsync(web)).Select(a => a!["text"]?.ToString()));
    }

    private async Task<string> UploadAsync(DirectLineClient web, string text, params (string Name, string Type, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, type, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue(type);
            form.Add(part, "file", name);
        }

        Assert.Equal(HttpStatusCode.OK, (await web.UploadAsync(form, "?userId=dl_an")).Status);
        await host.SettleAsync();
        return string.Join('\n', (await ActivitiesAsync(web)).Select(a => a!["text"]?.ToString()));
    }

    /// <summary>Fills in the form that was shown last and sends the summary.</summary>
    private async Task<CaseNumber> SubmitAsync(Func<Task<JsonArray>> read, Func<JsonObject, Task> submit)
    {
        var data = Conversation.Find(await read(), node => node["action"]?.ToString() == CardActions.Form).Last().DeepClone().AsObject();
        foreach (var (field, value) in CardFlowTests.Complete)
            data[field] = value;
        await submit(data);
        await host.SettleAsync();
        await submit(Conversation.Find(await read(), node => node["action"]?.ToString() == CardActions.Confirm).Last().DeepClone().AsObject());
        await host.SettleAsync();
        Assert.True(CaseNumber.TryFindIn((await read())[^1]!["text"]!.ToString(), out var number));
        return number;
    }

    private async Task<int> AcceptAsync(TeamsChat chat, JsonObject offer)
    {
        using var response = await host.PostAsync(chat.Invoke(FileConsent.InvokeName, new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = "accept",
            ["context"] = offer["content"]!["acceptContext"]!.DeepClone(),
            ["uploadInfo"] = new JsonObject { ["uploadUrl"] = $"https://{FakeConnector.FileHost}/up", ["name"] = "mẫu.docx", ["contentUrl"] = "https://x", ["uniqueId"] = "u", ["fileType"] = "docx" },
        }));
        return (int)response.StatusCode;
    }

    private async Task ReplyAsync(CaseNumber number)
    {
        var changes = host.Get<RequestChanges>();
        await changes.ChangeAsync(number, stored => RequestRules.Take(stored, stored.Wish(Sample.Lan)), default);
        Assert.IsType<Decision.Changed>((await changes.ChangeAsync(number, stored => RequestRules.Reply(stored, stored.Wish(Sample.Lan), "Mời anh/chị xem tệp."), default))!.Decision);
    }

    /// <summary>Once more, should the keeper itself have begun on a file.</summary>
    private async Task ScanAsync()
    {
        await host.Get<FileKeeper>().ScanDueAsync(default);
        await TeamsHost.UntilAsync(() => !RowsAsync().Result.Any(r => r.State == FileState.Waiting && r.NextScanAt <= host.Time.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    private async Task<StoredRequest> FindAsync(CaseNumber number) => (await host.Get<RequestStore>().FindAsync(number, default))!;

    private async Task<int> StatusAsync(string address)
    {
        using var response = await host.Http.GetAsync(new Uri(address, UriKind.Relative));
        return (int)response.StatusCode;
    }

    private async Task<List<CaseFileRow>> RowsAsync()
    {
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<CaseFileRow>().AsNoTracking().OrderBy(f => f.AddedAt).ToListAsync();
    }
}
