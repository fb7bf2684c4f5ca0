using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Access;

/// <summary>The program as it is started, seen by somebody who is not signed in.</summary>
public sealed class WholeProgramTests
{
    /// <summary>What is for everybody: the public pages, the chat, health, and the door to the desk.</summary>
    private static readonly string[] Open = ["/", "/en", "/site/", "/readiness/", "/widget/", "/health/", "/v3/directline/", "/api/", "/desk/sign-in", "/desk/sign-in/", "/desk/language", "/desk/desk.css", "/desk/desk.js", "/desk/cases.css", "/desk/insight.css"];

    [Fact]
    public async Task Every_address_that_is_not_for_everybody_is_closed()
    {
        using var folder = new TempFolder();
        await using var program = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Storage:DataFolder", folder.Path)
            .UseSetting("Knowledge:Snapshot", Path.Combine(AppContext.BaseDirectory, "search.snapshot")));
        using var stranger = program.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var endpoints = program.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => (Path: "/" + e.RoutePattern.RawText!.Trim('/'), Methods: e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]))
            .Where(e => !Open.Any(o => e.Path == o || (o is [_, _, ..] and [.., '/'] && e.Path.StartsWith(o, StringComparison.Ordinal)))).ToList();
        Assert.NotEmpty(endpoints);
        foreach (var (path, methods) in endpoints)
        {
            foreach (var method in methods)
            {
                var address = path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
                using var response = await stranger.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative)));
                var isClosed = (int)response.StatusCode is 401 or 404
                    || response.Headers.Location?.OriginalString.Contains("/desk/sign-in?", StringComparison.Ordinal) == true;
                Assert.True(isClosed, $"{method} {address} answered {(int)response.StatusCode}");
            }
        }
    }
}
