using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Design;

namespace PolicyAssistantBot.Tests.Design;

/// <summary>The style sheets and, in development, the page of all components, on a port of their own.</summary>
internal sealed class DesignSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private DesignSite(WebApplication app) => this.app = app;

    public Uri Root => new(app.Urls.First());

    public static async Task<DesignSite> OpenAsync(string environment)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorComponents();
        var app = builder.Build();
        app.MapDesign();
        await app.StartAsync();
        return new DesignSite(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
