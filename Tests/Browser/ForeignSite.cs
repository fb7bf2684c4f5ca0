using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>A page of somebody else that embeds the widget under a strict policy of its own: no inline script, no style of any
/// kind.</summary>
internal sealed class ForeignSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private ForeignSite(WebApplication app)
    {
        this.app = app;
        Origin = app.Urls.Single();
    }

    public string Origin { get; }

    /// <summary>The server whose widget the page embeds.</summary>
    public Uri Server { get; set; } = new("http://localhost");

    public static async Task<ForeignSite> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        var built = builder.Build();
        ForeignSite? site = null;
        built.Run(context => site!.AnswerAsync(context));
        await built.StartAsync();
        return site = new ForeignSite(built);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path != "/")
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        var server = Server.GetLeftPart(UriPartial.Authority);
        var socket = server.Replace("http:", "ws:", StringComparison.Ordinal);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src {server}; connect-src {server} {socket}; base-uri 'none'";
        return context.Response.WriteAsync(
            $"""
            <!doctype html><html lang="vi"><head><title>Trang khác</title></head><body><h1>Trang khác</h1>
            <script src="{server}/widget/widget.js" data-lang="vi" data-theme="light" data-position="left"></script></body></html>
            """
        );
    }
}
