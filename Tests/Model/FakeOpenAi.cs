using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicyAssistantBot.Tests.Model;

/// <summary>A fake service with OpenAI's API on a port of this machine.</summary>
internal sealed class FakeOpenAi : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeOpenAi(WebApplication app) => this.app = app;

    public FakeChat Chat { get; } = new();

    public FakeEmbeddings Embeddings { get; } = new();

    public string Endpoint => app.Urls.Single() + "/v1/";

    public static async Task<FakeOpenAi> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var service = new FakeOpenAi(app);
        app.MapPost("/v1/chat/completions", service.Chat.AnswerAsync);
        app.MapPost("/v1/embeddings", service.Embeddings.AnswerAsync);
        await app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
