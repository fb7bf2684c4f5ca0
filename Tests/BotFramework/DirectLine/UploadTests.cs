using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Tests.BotFramework.DirectLine;

/// <summary>Files (Direct Line conformance cases 27 to 29).</summary>
public sealed class UploadTests(DirectLineFixture fixture) : IClassFixture<DirectLineFixture>
{
    private readonly DirectLineHost host = fixture.Host;

    [Fact]
    public async Task Case27_a_multipart_upload_keeps_its_text_and_a_name_in_raw_UTF8()
    {
        var client = await host.StartConversationAsync();
        var body =
            "--b\r\nContent-Disposition: form-data; name=\"activity\"; filename=\"blob\"\r\n"
            + "Content-Type: application/vnd.microsoft.activity\r\n\r\n"
            + "{\"type\":\"message\",\"text\":\"giấy tờ\",\"channelData\":{\"clientActivityID\":\"f1\"},"
            + "\"attachments\":[{\"name\":\"ghi chú.txt\",\"contentType\":\"text/plain\"}]}\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ghi chú.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nxin chào\r\n--b--\r\n";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        var answer = await client.UploadAsync(content, "?userId=u-web");
        Assert.Equal(HttpStatusCode.OK, answer.Status);

        var mine = (await client.PollUntilAsync("echo giấy tờ")).Single(a => a!["attachments"] is not null)!;
        Assert.Equal(answer.Json!["id"]!.GetValue<string>(), mine["id"]!.GetValue<string>());
        Assert.Equal("f1", mine["channelData"]!["clientActivityID"]!.GetValue<string>());
        var attachment = Assert.Single(mine["attachments"]!.AsArray())!;
        Assert.Equal("ghi chú.txt", attachment["name"]!.GetValue<string>());
        Assert.Equal("xin chào", await host.Http.GetStringAsync(attachment["contentUrl"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Case28_a_single_file_body_is_also_an_upload_and_needs_a_userId()
    {
        var client = await host.StartConversationAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await client.UploadAsync(File("a,b", "text/csv", "số liệu.csv"), "")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.UploadAsync(File("a,b", "text/csv", "số liệu.csv"), "?userId=u-web")).Status);
        await client.SayAsync("x");
        var mine = (await client.PollUntilAsync("echo x")).Single(a => a!["attachments"] is not null)!;
        Assert.Equal("số liệu.csv", mine["attachments"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Case29_a_file_is_served_only_as_a_download_and_its_link_expires()
    {
        var client = await host.StartConversationAsync();
        await client.UploadAsync(File("<script>alert(1)</script>", "text/plain", "../../x\".html"), "?userId=u");
        await client.SayAsync("x");
        var url = (await client.PollUntilAsync("echo x")).Single(a => a!["attachments"] is not null)!["attachments"]![0]![
            "contentUrl"
        ]!.GetValue<string>();
        using var response = await host.Http.GetAsync(url);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.DoesNotContain('/', response.Content.Headers.ContentDisposition.FileName!);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);

        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task A_file_with_an_unlisted_type_or_too_large_is_refused_and_nothing_is_stored()
    {
        var client = await host.StartConversationAsync();
        var files = Directory.CreateDirectory(Path.Combine(host.Get<DataFolder>().Path, "uploads"));
        var before = files.GetFiles().Length;
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.UploadAsync(File("x", "text/html", "x.html"), "?userId=u")).Status);
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (
                await client.UploadAsync(File(new string('x', new DirectLineOptions().FileLimit + 1), "text/plain", "x.txt"), "?userId=u")
            ).Status
        );
        Assert.Equal(before, files.GetFiles().Length);
    }

    private static ByteArrayContent File(string text, string type, string name)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name };
        return content;
    }
}
