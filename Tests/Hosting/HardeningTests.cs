using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using PolicyAssistantBot.Hosting;
using PolicyAssistantBot.Storage.PostgreSql;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Hosting;

/// <summary>Requirements of the ASVS on headers, connections and components.</summary>
public sealed class HardeningTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Data_is_sent_as_a_file()
    {
        await using var host = await DirectLineHost.StartAsync(folder);
        using var response = await host.Http.PostAsync(new Uri("/v3/directline/tokens/generate", UriKind.Relative), null);
        Assert.Equal("attachment; filename=\"api.json\"", response.Content.Headers.ContentDisposition!.ToString());
    }

    [Fact]
    public async Task The_state_of_the_service_is_shown_and_says_nothing_but_its_state()
    {
        await using var host = await DirectLineHost.StartAsync(folder);
        using var response = await host.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Null(response.Content.Headers.ContentDisposition);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        var report = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        Assert.Equal(["status", "checks"], report.Select(part => part.Key));
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_have_is_refused_and_logged_without_the_rest_of_the_address()
    {
        await using var server = await ServerProcess.StartAsync(folder.Path);
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/api/widget/token?x=SECRETTEXT");
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode); // Whoever is not signed in is told no more.
        await Wait.UntilAsync(() => server.Output.Contains("The method PATCH is not used at /api", StringComparison.Ordinal));
        Assert.DoesNotContain("SECRETTEXT", server.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db.example;Database=a", false)]
    [InlineData("Host=db.example;Database=a;SSL Mode=Prefer", false)]
    [InlineData("Host=127.0.0.1,db.example;Database=a", false)]
    [InlineData("Host=db.example;Database=a;SSL Mode=VerifyFull", true)]
    [InlineData("Host=db.example;Database=a;SSL Mode=VerifyCA", true)]
    [InlineData("Host=db.example;Database=a;SSL Mode=Require", false)]
    [InlineData("Host=localhost;Database=a", true)]
    [InlineData("Host=127.0.0.1;Database=a", true)]
    [InlineData("Host=/run/postgresql;Database=a", true)]
    [InlineData("", true)]
    public void A_database_on_another_machine_needs_TLS_with_a_checked_certificate(string connectionString, bool isProtected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([
            KeyValuePair.Create<string, string?>("ConnectionStrings:Assistant", connectionString),
        ]);
        Assert.Equal(isProtected, PostgreSqlConnection.IsProtected(configuration.Build()));
    }

    [Fact]
    public async Task The_service_does_not_start_with_an_unprotected_database()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ServerProcess.StartAsync(folder.Path, settings: ("ConnectionStrings__Assistant", "Host=db.example;Database=a"))
        );
        Assert.Contains("SSL Mode=VerifyFull", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bill_of_materials_names_every_library_with_version_and_digest()
    {
        var components = ComponentList.Read(AppContext.BaseDirectory)["components"]!.AsArray();
        var npgsql = Assert.Single(components, component => component!["name"]!.ToString() == "Npgsql")!;
        Assert.Equal($"pkg:nuget/Npgsql@{npgsql["version"]}", npgsql["purl"]!.ToString());
        Assert.Equal(128, npgsql["hashes"]![0]!["content"]!.ToString().Length);
        Assert.True(components.Count > 50, $"{components.Count} components");
    }

    [Theory]
    [InlineData("adaptivecards")]
    [InlineData("@zxcvbn-ts/language-common")]
    [InlineData("@iconify-json/lucide")]
    public void The_bill_of_materials_names_what_the_scripts_the_icons_and_the_passwords_are_made_of(string package)
    {
        var components = ComponentList.Read(AppContext.BaseDirectory)["components"]!.AsArray();
        var component = Assert.Single(components, component => component!["name"]!.ToString() == package)!;
        var locked = JsonNode.Parse(File.ReadAllText(SourceTree.Combine("Bot", "Widget", "package-lock.json")))!;
        var version = locked["packages"]![$"node_modules/{package}"]!["version"]!.ToString();
        Assert.Equal(version, component["version"]!.ToString());
        Assert.Equal($"pkg:npm/{package.Replace("@", "%40", StringComparison.Ordinal)}@{version}", component["purl"]!.ToString());
        Assert.Equal(128, component["hashes"]![0]!["content"]!.ToString().Length);
    }
}
