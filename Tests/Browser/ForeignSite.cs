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
    private const string Plain =
        "<script src=\"SERVER/widget/widget.js\" data-lang=\"vi\" data-theme=\"light\" data-position=\"left\"></script>";

    /// <summary>The ways in which pages embed the widget, by path.</summary>
    private static readonly Dictionary<string, Embedding> Embeddings = new(StringComparer.Ordinal)
    {
        ["/"] = new(Plain),
        ["/twice"] = new(Plain + Plain.Replace("widget.js", "widget.js?v=2", StringComparison.Ordinal)),
        ["/empty"] = new(""),
        ["/own-copy"] = new("<script src=\"/widget/widget.js\" data-server=\"SERVER\" data-lang=\"vi\"></script>"),
        ["/module"] = new("<script type=\"module\" src=\"SERVER/widget/widget.js\" data-lang=\"vi\"></script>"),
        ["/injected"] = new("<script src=\"/load.js\"></script>"),
        ["/trusted-types"] = new(Plain, Policy: "; require-trusted-types-for 'script'; trusted-types 'none'"),
        ["/hostile"] = new(
            Plain,
            Head: "<style>* { letter-spacing: 1em !important; text-transform: uppercase !important; direction: rtl !important; "
                + "color: red !important; position: static !important; display: inline !important }</style>",
            Policy: "; style-src 'unsafe-inline'"
        ),
    };

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

    private sealed record Embedding(string Body, string Head = "", string Policy = "");

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/load.js")
        {
            context.Response.ContentType = "text/javascript";
            return context.Response.WriteAsync(LoadScript(Server.GetLeftPart(UriPartial.Authority)));
        }

        if (!Embeddings.TryGetValue(context.Request.Path.Value ?? "", out var embedding))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        var server = Server.GetLeftPart(UriPartial.Authority);
        var socket = server.Replace("http:", "ws:", StringComparison.Ordinal);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' {server}; connect-src {server} {socket}; base-uri 'none'{embedding.Policy}";
        return context.Response.WriteAsync(
            $"""
            <!doctype html><html lang="vi"><head><title>Trang khác</title>{embedding.Head}</head><body><h1>Trang khác</h1>
            {embedding.Body.Replace("SERVER", server, StringComparison.Ordinal)}</body></html>
            """
        );
    }

    /// <summary>What a tag manager does: a script that appends the widget's.</summary>
    private static string LoadScript(string server) =>
        $$"""
            const script = document.createElement('script');
            script.src = '{{server}}/widget/widget.js';
            script.dataset.lang = 'vi';
            document.head.append(script);
            """;
}
