using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PolicyAssistantBot.Hosting;
using PolicyAssistantBot.Site.Errors;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Issues.Attacks;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Hosting;

public sealed partial class ErrorPageTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly LogLines lines = new();
    private WebApplication app = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        var builder = ServiceHost.CreateBuilder(folder, new FakeTime(), "Production", []);
        builder.Services.AddTestBot(DirectLineHost.EchoAsync);
        builder.Logging.AddProvider(lines);
        app = builder.Build();
        app.UseHosting();
        app.MapGet("/broken", string () => throw new InvalidOperationException("secret detail")).AllowAnonymous();
        app.MapPost(
                "/read",
                async (HttpRequest request) =>
                {
                    await request.Body.CopyToAsync(Stream.Null);
                    return "read";
                }
            )
            .AllowAnonymous()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(10));
        await app.StartAsync();
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_fault_is_answered_with_a_page_for_browsers_and_without_a_body_for_others()
    {
        using var plain = await http.GetAsync(new Uri("/broken", UriKind.Relative));
        Assert.Equal(HttpStatusCode.InternalServerError, plain.StatusCode);
        Assert.Equal("", await plain.Content.ReadAsStringAsync());

        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var shown = await http.GetAsync(new Uri("/broken", UriKind.Relative));
        var page = WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.InternalServerError, shown.StatusCode);
        Assert.Equal("text/html", shown.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Hệ thống gặp lỗi", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl!.NoStore);

        // The reference leads to the one line of the log that has the exception.
        var reference = ReferenceRegex().Match(page).Value;
        var line = Assert.Single(lines.All, line => line.Text.Contains(reference, StringComparison.Ordinal));
        Assert.Equal((LogLevel.Error, ErrorPage.FailedEvent, "secret detail"), (line.Level, line.Event.Id, line.Exception?.Message));
        Assert.Equal(2, lines.All.Count(other => other.Exception is InvalidOperationException));
    }

    [Fact]
    public async Task A_fault_keeps_the_security_headers()
    {
        using var fine = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
        using var failed = await http.GetAsync(new Uri("/broken", UriKind.Relative));
        string[] names = ["X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options", "Permissions-Policy"];
        Assert.All(names, name => Assert.Equal(fine.Headers.GetValues(name), failed.Headers.GetValues(name)));
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nxyz\r\nbroken\r\n", 400)]
    [InlineData("Content-Length: 11\r\n\r\n12345678901", 413)]
    public async Task A_body_that_cannot_be_read_is_the_clients_fault(string rest, int status)
    {
        var answer = await SendAsync($"POST /read HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n{rest}");
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains(ErrorTexts.Unreadable.Vi, WebUtility.HtmlDecode(answer), StringComparison.Ordinal);
        Assert.DoesNotContain(
            lines.All,
            line => line.Level >= LogLevel.Warning && line.Category.Contains("Error", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(lines.All, line => line.Level >= LogLevel.Information && line.Exception is not null);
    }

    private async Task<string> SendAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, http.BaseAddress!.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync().WaitAsync(Wait.Limit);
    }

    [GeneratedRegex("(?<=nêu mã )[^ .]+")]
    private static partial Regex ReferenceRegex();
}
