using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using PolicyAssistantBot.Site.Errors;

namespace PolicyAssistantBot.Tests.Hosting;

public sealed class ErrorPageTests
{
    [Fact]
    public async Task A_fault_is_answered_with_a_page_for_browsers_and_without_a_body_for_others()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.UseErrorPage();
        app.MapGet("/broken", string () => throw new InvalidOperationException("secret detail"));
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        using var plain = await http.GetAsync(new Uri("/broken", UriKind.Relative));
        Assert.Equal(HttpStatusCode.InternalServerError, plain.StatusCode);
        Assert.Equal("", await plain.Content.ReadAsStringAsync());

        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var shown = await http.GetAsync(new Uri("/broken", UriKind.Relative));
        var page = await shown.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, shown.StatusCode);
        Assert.Equal("text/html", shown.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Hệ thống gặp lỗi", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl!.NoStore);
    }
}
