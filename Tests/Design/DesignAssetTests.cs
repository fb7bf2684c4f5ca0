using System.IO.Compression;
using System.Net;
using PolicyAssistantBot.Design;

namespace PolicyAssistantBot.Tests.Design;

public sealed class DesignAssetTests
{
    [Fact]
    public async Task A_sheet_is_kept_for_ever_under_its_hash_and_checked_under_its_name()
    {
        await using var site = await DesignSite.OpenAsync("Production");
        using var http = new HttpClient { BaseAddress = site.Root };
        var path = DesignAssets.PathOf("desk.css");
        using var hashed = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Contains("immutable", hashed.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("text/css", hashed.Content.Headers.ContentType!.MediaType);
        using var named = await http.GetAsync(new Uri("/design/desk.css", UriKind.Relative));
        Assert.True(named.Headers.CacheControl!.NoCache);
        Assert.Equal(await hashed.Content.ReadAsStringAsync(), await named.Content.ReadAsStringAsync());

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var compressed = await http.SendAsync(request);
        await using var brotli = new BrotliStream(await compressed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli);
        Assert.Equal(await hashed.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData("/design/tokens.css")]
    [InlineData("/design/..%2fappsettings.json")]
    [InlineData("/design")]
    public async Task Nothing_else_is_served_outside_development(string path)
    {
        await using var site = await DesignSite.OpenAsync("Production");
        using var http = new HttpClient { BaseAddress = site.Root };
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
