using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Connector.Files;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Files;

public sealed partial class CaseFileFlowTests
{
    [Fact]
    public async Task The_number_of_files_is_limited_and_with_several_open_cases_the_case_number_is_asked_for()
    {
        var chat = new TeamsChat();
        host.Connector.ResponseOverride = call =>
            call.Method == "GET" ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(SampleFiles.Pdf) } : null;
        await host.SayAsync(chat.Message("Gửi yêu cầu"));
        Assert.Contains(
            "3.pdf chưa được nhận vì mỗi yêu cầu chỉ nhận tối đa 2 tệp",
            (await host.SayAsync(WithFiles(chat.Message(null), Info("1.pdf"), Info("2.pdf"), Info("3.pdf"))))[0].Text,
            StringComparison.Ordinal
        );
        var first = await SubmitAsync(() => Task.FromResult(Bodies()), data => host.SayAsync(chat.Submit(data)));
        Assert.Contains(
            "tối đa 2 tệp",
            (await host.SayAsync(WithFiles(chat.Message(null), Info("4.pdf"))))[^1].Text,
            StringComparison.Ordinal
        );
        await host.SayAsync(chat.Message("Gửi yêu cầu"));
        var second = await SubmitAsync(() => Task.FromResult(Bodies()), data => host.SayAsync(chat.Submit(data)));
        Assert.Contains(
            "nhiều yêu cầu đang mở",
            (await host.SayAsync(WithFiles(chat.Message(null), Info("5.pdf"))))[^1].Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Đã thêm tệp 5.pdf",
            (await host.SayAsync(WithFiles(chat.Message($"{second}"), Info("5.pdf"))))[^1].Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [2, 1],
            (await RowsAsync()).GroupBy(r => r.CaseNumber).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Count())
        );
        Assert.NotEqual(first, second);

        // A file that never became part of a case is deleted after a time.
        var left = Assert.IsType<FileReceipt.Accepted>(
            await host.Get<FileStore>().SaveAsync(new MemoryStream(SampleFiles.Pdf), "left.pdf", default)
        );
        Assert.Equal(4, Directory.GetFiles(folder.File("files")).Length);
        foreach (var file in Directory.GetFiles(folder.File("files")))
        {
            File.SetLastWriteTimeUtc(file, host.Time.GetUtcNow().AddDays(-15).UtcDateTime);
        }

        await host.Get<FileScanWorker>().DeleteUnusedAsync(default);
        Assert.Equal(3, Directory.GetFiles(folder.File("files")).Length);
        Assert.False(host.Get<FileStore>().Exists(left.File.Id));
    }

    private static Attachment Info(string name) =>
        new()
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

    private static List<JsonObject> Attachments(JsonNode all, string name) =>
        [.. TestConversation.Find(all, node => node["name"]?.ToString() == name && node.ContainsKey("contentType"))];

    private JsonArray Bodies() => [.. host.Connector.Messages.Select(m => m.Body!.DeepClone())];

    private static async Task<JsonArray> ActivitiesAsync(DirectLineClient web) =>
        [
            .. (await web.PollAsync()).Json!["activities"]!
                .AsArray()
                .Where(a => a!["from"]?["role"]?.ToString() == "bot")
                .Select(a => a!.DeepClone()),
        ];

    private static string PostBack(JsonObject data) =>
        new JsonObject
        {
            ["type"] = "message",
            ["value"] = data.DeepClone(),
            ["channelData"] = new JsonObject { ["postBack"] = true },
        }.ToJsonString();

    private async Task<string> SayAsync(DirectLineClient web, string text)
    {
        await web.SayAsync(text);
        await host.WaitUntilIdleAsync();
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
        await host.WaitUntilIdleAsync();
        return string.Join('\n', (await ActivitiesAsync(web)).Select(a => a!["text"]?.ToString()));
    }

    /// <summary>Fills in the form that was shown last and sends the summary.</summary>
    private async Task<CaseNumber> SubmitAsync(Func<Task<JsonArray>> read, Func<JsonObject, Task> submit)
    {
        var data = TestConversation
            .Find(await read(), node => node["action"]?.ToString() == CardActions.SubmitForm)
            .Last()
            .DeepClone()
            .AsObject();
        foreach (var (field, value) in CardFlowTests.Complete)
        {
            data[field] = value;
        }

        await submit(data);
        await host.WaitUntilIdleAsync();
        await submit(
            TestConversation.Find(await read(), node => node["action"]?.ToString() == CardActions.ConfirmForm).Last().DeepClone().AsObject()
        );
        await host.WaitUntilIdleAsync();
        Assert.True(CaseNumber.TryFindIn((await read())[^1]!["text"]!.ToString(), out var number));
        return number;
    }

    private async Task<int> AcceptAsync(TeamsChat chat, JsonObject offer)
    {
        using var response = await host.PostAsync(
            chat.Invoke(
                FileConsent.InvokeName,
                new JsonObject
                {
                    ["type"] = "fileUpload",
                    ["action"] = "accept",
                    ["context"] = offer["content"]!["acceptContext"]!.DeepClone(),
                    ["uploadInfo"] = new JsonObject
                    {
                        ["uploadUrl"] = $"https://{FakeConnector.FileHost}/up",
                        ["name"] = "mẫu.docx",
                        ["contentUrl"] = "https://x",
                        ["uniqueId"] = "u",
                        ["fileType"] = "docx",
                    },
                }
            )
        );
        return (int)response.StatusCode;
    }

    private async Task ReplyAsync(CaseNumber number)
    {
        var commandRunner = host.Get<CaseCommandRunner>();
        await commandRunner.ChangeAsync(number, stored => CaseRules.Take(stored, stored.Command(Sample.Lan)), default);
        Assert.IsType<CaseDecision.Changed>(
            (
                await commandRunner.ChangeAsync(
                    number,
                    stored => CaseRules.Reply(stored, stored.Command(Sample.Lan), "Mời anh/chị xem tệp."),
                    default
                )
            )!.Decision
        );
    }

    /// <summary>Once more, should the keeper itself have begun on a file.</summary>
    private async Task ScanAsync()
    {
        await host.Get<FileScanWorker>().ScanDueAsync(default);
        await Wait.UntilAsync(() =>
            !RowsAsync()
                .Result.Any(r => r.State == FileState.AwaitingScan && r.NextScanAt <= host.Time.GetUtcNow().ToUnixTimeMilliseconds())
        );
    }

    private async Task<CaseWithHistory> FindAsync(CaseNumber number) => (await host.Get<CaseStore>().FindAsync(number, default))!;

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
