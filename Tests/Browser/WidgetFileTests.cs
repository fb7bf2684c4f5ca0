using System.IO.Compression;
using System.Net;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>How the widget's files are built and served.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WidgetFileTests(BrowserFixture browser)
{
    private const int LauncherBudget = 6 * 1024;
    private const int ChatBudget = 60 * 1024;

    private static readonly string Folder = SourceTree.Combine("Bot", "wwwroot", "widget");

    [ToolFact("node")]
    public void The_launcher_and_the_chat_keep_to_their_budgets()
    {
        Assert.InRange(new FileInfo(Path.Combine(Folder, "widget.js.br")).Length, 1, LauncherBudget);
        var beforeTheFirstCard = Directory
            .GetFiles(Folder, "*.js.br")
            .Where(f => !Path.GetFileName(f).StartsWith("card-", StringComparison.Ordinal));
        Assert.InRange(beforeTheFirstCard.Sum(f => new FileInfo(f).Length), 1, ChatBudget);
    }

    [BrowserFact]
    public async Task A_file_comes_in_the_form_that_the_client_accepts()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = browser.Bot.BaseAddress,
        };
        var plain = await http.GetByteArrayAsync(new Uri("/widget/widget.js", UriKind.Relative));
        foreach (var (accept, coding) in new[] { ("br, gzip", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip"), ("zstd", null) })
        {
            using var response = await SendAsync(http, "/widget/widget.js", ("Accept-Encoding", accept));
            Assert.Equal(coding, response.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
            await using var body = await response.Content.ReadAsStreamAsync();
            await using Stream decoded = coding switch
            {
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "gzip" => new GZipStream(body, CompressionMode.Decompress),
                _ => body,
            };
            using var text = new MemoryStream();
            await decoded.CopyToAsync(text);
            Assert.Equal(plain, text.ToArray());
        }
    }

    [BrowserFact]
    public async Task The_launcher_is_revalidated_and_hashed_files_never_change()
    {
        using var http = new HttpClient { BaseAddress = browser.Bot.BaseAddress };
        using var first = await SendAsync(http, "/widget/widget.js");
        Assert.True(first.Headers.CacheControl!.MaxAge < TimeSpan.FromHours(1));
        using var again = await SendAsync(http, "/widget/widget.js", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        var chat = Path.GetFileName(Directory.GetFiles(Folder, "chat-*.js").Single());
        using var hashed = await SendAsync(http, $"/widget/{chat}");
        Assert.Contains("immutable", hashed.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Nothing_outside_the_folder_is_served()
    {
        using var http = new HttpClient { BaseAddress = browser.Bot.BaseAddress };
        foreach (
            var path in new[]
            {
                "/widget/..%2fappsettings.json",
                "/widget/%2e%2e/index.html",
                "/widget/widget.js.br",
                "/site/..%2f..%2fappsettings.json",
                "/site/none.css",
                "/appsettings.json",
            }
        )
        {
            using var response = await SendAsync(http, path);
            Assert.False(
                response.IsSuccessStatusCode && (await response.Content.ReadAsStringAsync()).Contains("Logging", StringComparison.Ordinal),
                path
            );
            Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return http.SendAsync(request);
    }
}
