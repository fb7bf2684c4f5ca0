using System.Diagnostics;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.OpenIdProvider;

/// <summary>A certified OpenID Connect provider (npm <c>oidc-provider</c>) in a process of its own; it ends with its standard
/// input.</summary>
internal sealed class IdentityProviderProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private IdentityProviderProcess(Process process, string authority) => (this.process, Authority) = (process, authority);

    public static string Folder { get; } = SourceTree.Combine("Tests", "OpenIdProvider");

    public static bool IsRestored => Directory.Exists(Path.Combine(Folder, "node_modules", "oidc-provider"));

    public string Authority { get; }

    public static async Task<IdentityProviderProcess> StartAsync()
    {
        if (ToolFactAttribute.IsCi && !IsRestored)
        {
            using var restore = Process.Start(new ProcessStartInfo("npm", ["ci"]) { WorkingDirectory = Folder })!;
            await restore.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(4));
            Assert.Equal(0, restore.ExitCode);
        }

        var process = Process.Start(
            new ProcessStartInfo("node", ["provider.mjs"])
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var said = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? "";
        Assert.StartsWith("listening ", said, StringComparison.Ordinal);
        return new IdentityProviderProcess(process, said["listening ".Length..]);
    }

    /// <summary>Tells it the service that people sign in to.</summary>
    public async Task ServeAsync(Uri service)
    {
        await process.StandardInput.WriteLineAsync(service.GetLeftPart(UriPartial.Authority));
        await process.StandardInput.FlushAsync();
        string? said;
        do
        {
            said = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        } while (said is not null and not "ready");
        Assert.Equal("ready", said);
        _ = process.StandardOutput.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }
}

/// <summary>A test with the real identity provider and the real browser: both must be there under CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IdentityProviderFactAttribute : FactAttribute
{
    public IdentityProviderFactAttribute()
    {
        if (ToolFactAttribute.IsCi)
        {
            return;
        }

        if (ToolFactAttribute.Find("node") is null || !IdentityProviderProcess.IsRestored)
        {
            Skip = "The provider is not restored: run npm ci in Tests/OpenIdProvider.";
        }
        else if (BrowserFactAttribute.ExecutablePath is null)
        {
            Skip = "Chromium is not installed.";
        }
    }
}
