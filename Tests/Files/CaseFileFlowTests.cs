using System.Net;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector.Files;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Tests.Files;

/// <summary>Files both ways, on the web and in Teams: with the form, with a case, with an official's reply.</summary>
public sealed partial class CaseFileFlowTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeClamd clamd = new();
    private TeamsHost host = null!;

    public async Task InitializeAsync() =>
        host = await TeamsHost.StartAsync(
            folder,
            ("DirectLine:Secrets:0", DirectLineHost.Secret),
            ("Files:ClamAv", clamd.Address),
            ("Files:PerCase", "2"),
            ("Files:FileLimit", "200000"),
            ("Files:ScanInterval", "12:00:00"),
            ("Files:LinkLifetime", "00:10:00")
        );

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
        Assert.Contains(
            "chưa thuộc yêu cầu nào",
            await UploadAsync(web, "", ("a.pdf", "application/pdf", SampleFiles.Pdf)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Đã nhận tệp a.pdf; tệp sẽ được gửi cùng yêu cầu này",
            await SayAsync(web, "Gửi yêu cầu"),
            StringComparison.Ordinal
        );
        var said = await UploadAsync(
            web,
            "",
            ("giả.pdf", "application/pdf", SampleFiles.Png),
            ("bảng lương.pdf", "application/pdf", SampleFiles.Pdf)
        );
        Assert.Contains("Đã nhận tệp bảng lương.pdf", said, StringComparison.Ordinal);
        Assert.Contains("giả.pdf chưa được nhận vì nội dung không đúng", said, StringComparison.Ordinal);
        Assert.Contains("quét mã độc", said, StringComparison.Ordinal);

        var number = await SubmitAsync(() => ActivitiesAsync(web), data => web.PostAsync(PostBack(data)));
        Assert.Contains("bảng lương.pdf", (await ActivitiesAsync(web)).ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        var rows = (await RowsAsync()).OrderBy(row => row.Name, StringComparer.Ordinal).ToList();
        Assert.Equal(["a.pdf", "bảng lương.pdf"], rows.Select(row => row.Name));
        Assert.All(rows, row => Assert.Equal((number.ToString(), FileOrigin.Asker), (row.CaseNumber, row.Origin)));
        await ScanAsync();
        Assert.All(await RowsAsync(), row => Assert.Equal(FileState.Clean, row.State));

        clamd.Reply = "busy\0";
        var caseFiles = host.Get<CaseFileService>();
        Assert.IsType<FileReceipt.Accepted>(
            await caseFiles.AddForReplyAsync(number.ToString(), "lan", new MemoryStream(SampleFiles.Docx), "mẫu đơn.docx", 0, default)
        );
        await ReplyAsync(number);
        await host.WaitUntilIdleAsync();
        // Held back until it is clean.
        Assert.DoesNotContain("mẫu đơn.docx", (await ActivitiesAsync(web)).ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        clamd.Reply = null;
        host.Time.Advance(TimeSpan.FromMinutes(16));
        await ScanAsync();
        var link = Attachments(await ActivitiesAsync(web), "mẫu đơn.docx").Single()["contentUrl"]!.ToString();
        using var download = await host.Http.GetAsync(new Uri(link, UriKind.Relative));
        Assert.Equal(SampleFiles.Docx, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal(
            ("attachment", "mẫu đơn.docx"),
            (download.Content.Headers.ContentDisposition!.DispositionType, download.Content.Headers.ContentDisposition.FileNameStar)
        );
        Assert.Equal("nosniff", download.Headers.GetValues("X-Content-Type-Options").Single());

        // A link for another conversation, a manipulated link and an expired link are invalid.
        var foreign = host.Get<FileLinkService>()
            .CreateUrl(
                (await RowsAsync()).Single(r => r.Origin == FileOrigin.Official),
                (await FindAsync(number)).Request.Asker with
                {
                    ConversationId = "other",
                }
            );
        Assert.Equal(404, await StatusAsync(foreign));
        Assert.Equal(404, await StatusAsync(link[..^2] + "xx"));
        Assert.Contains("HN-2026-", await SayAsync(web, number.ToString()), StringComparison.Ordinal);
        var shown = (await ActivitiesAsync(web)).ToJsonString(SchemaJson.Options);
        Assert.Contains("Tệp và nội dung anh/chị đã gửi", shown, StringComparison.Ordinal);
        Assert.Matches("[0-9]{2}:[0-9]{2}[^\"]*: Tệp bảng lương.pdf", shown);
        var renewed = Attachments(await ActivitiesAsync(web), "mẫu đơn.docx").Last()["contentUrl"]!.ToString();
        Assert.Equal(200, await StatusAsync(renewed));
        host.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal((404, 404), (await StatusAsync(link), await StatusAsync(renewed)));
    }

    [Fact]
    public async Task In_Teams_files_are_downloaded_and_an_officials_file_is_offered_by_consent_only_to_the_asker()
    {
        var chat = new TeamsChat();
        await host.SayAsync(chat.Message("Gửi yêu cầu"));
        var number = await SubmitAsync(() => Task.FromResult(Bodies()), data => host.SayAsync(chat.Submit(data)));

        host.Connector.ResponseOverride = call =>
            call.Method == "GET" ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(SampleFiles.Pdf) } : null;
        var picture = new Attachment
        {
            ContentType = "image/png",
            ContentUrl = FakeAuthority.ServiceUrl + "v3/attachments/1/views/original",
        };
        var evil = new Attachment
        {
            ContentType = FileDownloads.InfoType,
            Name = "b.pdf",
            Content = new JsonObject { ["downloadUrl"] = "https://evil.example/b.pdf" },
        };
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

        var taken = Assert.IsType<FileReceipt.Accepted>(
            await host.Get<CaseFileService>()
                .AddForReplyAsync(number.ToString(), "lan", new MemoryStream(SampleFiles.Docx), "mẫu.docx", 0, default)
        );
        await ScanAsync();
        await ReplyAsync(number);
        await host.WaitUntilIdleAsync();
        var offer = Attachments(Bodies(), "mẫu.docx").Single();
        Assert.Equal(
            (FileConsent.CardType, taken.File.Size),
            (offer["contentType"]!.ToString(), offer["content"]!["sizeInBytes"]!.GetValue<long>())
        );
        Assert.Equal(404, await AcceptAsync(new TeamsChat(user: "29:binh"), offer));
        Assert.Empty(host.Connector.UploadedFiles);
        Assert.Equal(200, await AcceptAsync(chat, offer));
        Assert.Equal(SampleFiles.Docx, Assert.Single(host.Connector.UploadedFiles).Value);
    }

    [Fact]
    public async Task In_a_group_the_message_explains_what_to_do()
    {
        var group = new TeamsChat("19:group@thread.v2", type: "groupChat");
        Assert.Equal(FileTexts.NotSupportedInGroup.Vi, (await host.SayAsync(WithFiles(group.Mention("tệp đây"), Info("a.pdf"))))[0].Text);

        await host.SayAsync(group.Mention("Gửi yêu cầu"));
        var number = await SubmitAsync(() => Task.FromResult(Bodies()), data => host.SayAsync(group.Submit(data)));
        await host.Get<CaseFileService>()
            .AddForReplyAsync(number.ToString(), "lan", new MemoryStream(SampleFiles.Docx), "mẫu.docx", 0, default);
        await ScanAsync();
        await ReplyAsync(number);
        await host.WaitUntilIdleAsync();
        Assert.Contains("mở cuộc trò chuyện riêng", host.Connector.Messages[^1].Text, StringComparison.Ordinal);

        // The same person in a personal chat gets it with the number.
        await host.SayAsync(new TeamsChat().Message(number.ToString()));
        Assert.Equal(FileConsent.CardType, Attachments(Bodies(), "mẫu.docx").Single()["contentType"]!.ToString());
    }

    [Fact]
    public async Task Malware_is_deleted_and_reported_and_a_failing_scanner_keeps_the_file_unavailable()
    {
        var chat = new TeamsChat();
        await host.SayAsync(chat.Message("Gửi yêu cầu"));
        var number = await SubmitAsync(() => Task.FromResult(Bodies()), data => host.SayAsync(chat.Submit(data)));
        byte[] infected = [.. SampleFiles.Pdf, .. FakeClamd.Eicar];
        host.Connector.ResponseOverride = call =>
            call.Method == "GET" ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(infected) } : null;
        clamd.Reply = "broken\0";
        await host.SayAsync(WithFiles(chat.Message($"{number} đây là hợp đồng"), Info("hợp đồng.pdf")));
        Assert.Equal("đây là hợp đồng", (await FindAsync(number)).History[^1].Text);
        await ScanAsync();
        var row = Assert.Single(await RowsAsync());
        Assert.True(
            row is { State: FileState.AwaitingScan, ScanAttempts: > 0 } && row.NextScanAt > host.Time.GetUtcNow().ToUnixTimeMilliseconds()
        );
        Assert.Null(await host.Get<CaseFileService>().FindDownloadableAsync(row.CaseNumber, row.Id, default));

        clamd.Reply = null;
        host.Time.Advance(TimeSpan.FromMinutes(16));
        await ScanAsync();
        await host.WaitUntilIdleAsync();
        row = Assert.Single(await RowsAsync());
        Assert.Equal((FileState.Infected, "Eicar-Test-Signature"), (row.State, row.MalwareName));
        Assert.Empty(Directory.GetFiles(folder.File("files")));
        Assert.Equal(FileTexts.MalwareFound.With(Lang.Vi, "hợp đồng.pdf", number.ToString()), host.Connector.Messages[^1].Text);
    }
}
