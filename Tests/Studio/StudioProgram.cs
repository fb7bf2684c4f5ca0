using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>The whole program with the articles in its database, and browsers in front of it.</summary>
internal sealed partial class StudioProgram : IAsyncDisposable
{
    private readonly TempFolder? ownFolder;
    private readonly WebApplicationFactory<Program> program;

    /// <param name="folder">The data folder, to start again on it; null for one of its own.</param>
    public StudioProgram(TempFolder? folder = null)
    {
        folder ??= ownFolder = new TempFolder();
        program = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.UseSetting("Storage:DataFolder", folder.Path)
                .UseSetting("Access:HashIterations", "1000")
                .UseSetting("Access:SecondFactor", "Nobody")
                .UseSetting("Limits:Enabled", "false")
                .UseSetting("Knowledge:Source", "Database")
                .UseSetting("Knowledge:Snapshots", Path.Combine(AppContext.BaseDirectory, "snapshots"))
        );
        _ = program.Server;
    }

    public T Get<T>()
        where T : notnull => program.Services.GetRequiredService<T>();

    public async Task<Desk.Browser> SignInAsync(string name, Roles roles)
    {
        var accounts = Get<AccountStore>();
        var made = Assert.IsType<AccountOutcome.Succeeded>(await accounts.CreateAsync(name, $"Cán bộ {name}", roles, default));
        Assert.IsType<AccountOutcome.Succeeded>(await accounts.ChoosePasswordAsync(made.Account.Id, DeskHost.Password, default));
        return await SignInAgainAsync(name);
    }

    /// <summary>A browser in which somebody who has an account signs in.</summary>
    public async Task<Desk.Browser> SignInAgainAsync(string name)
    {
        var browser = new Desk.Browser(program.Server.CreateHandler());
        await browser.SignInAsync(name, DeskHost.Password);
        return browser;
    }

    /// <summary>What a browser would send with the form of this address, in the order of the page.</summary>
    public static List<(string Name, string Value)> ReadForm(string html, string action)
    {
        var form = FormRegex()
            .Matches(html)
            .Select(match => match.Value)
            .Single(one => one.Contains($"action=\"{action}\"", StringComparison.Ordinal));
        return
        [
            .. FieldRegex()
                .Matches(form)
                .Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(ReadValue(match))))
                .Where(field => field.Item1.Length > 0),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        ownFolder?.Dispose();
    }

    private static string ReadValue(Match field) =>
        field.Groups["text"].Success ? (field.Groups["text"].Value is ['\n', .. var rest] ? rest : field.Groups["text"].Value)
        : field.Groups["options"].Success ? SelectedRegex().Match(field.Groups["options"].Value).Groups["value"].Value
        : ValueRegex().Match(field.Value).Groups["value"].Value;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormRegex();

    [GeneratedRegex(
        "<input[^>]*?name=\"(?<name>[^\"]*)\"[^>]*>"
            + "|<textarea[^>]*?name=\"(?<name>[^\"]*)\"[^>]*>(?<text>.*?)</textarea>"
            + "|<select[^>]*?name=\"(?<name>[^\"]*)\"[^>]*>(?<options>.*?)</select>",
        RegexOptions.Singleline
    )]
    private static partial Regex FieldRegex();

    [GeneratedRegex("value=\"(?<value>[^\"]*)\"")]
    private static partial Regex ValueRegex();

    [GeneratedRegex("<option value=\"(?<value>[^\"]*)\"[^>]*selected")]
    private static partial Regex SelectedRegex();
}
