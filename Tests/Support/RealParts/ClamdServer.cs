using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace PolicyAssistantBot.Tests.Support.RealParts;

/// <summary>The real clamd with one signature of its own, the digest of the EICAR test file, so that nothing is downloaded.</summary>
internal sealed class ClamdServer : IAsyncDisposable
{
    public const string Program = "clamd";
    public const string Signature = "Eicar-Test-Signature";

    private readonly TempFolder folder = new();
    private ChildServer? server;

    /// <summary>In the form of the setting <c>Files:ClamAv</c>.</summary>
    public string Address => $"unix:{SocketPath}";

    private string SocketPath => folder.File("clamd.ctl");

    public static async Task<ClamdServer> StartAsync()
    {
        var clamd = new ClamdServer();
        var signatures = Directory.CreateDirectory(clamd.folder.File("signatures")).FullName;
        var digest = Convert.ToHexStringLower(SHA256.HashData(FakeClamd.Eicar));
        await File.WriteAllTextAsync(
            Path.Combine(signatures, "local.hsb"),
            string.Create(CultureInfo.InvariantCulture, $"{digest}:{FakeClamd.Eicar.Length}:{Signature}\n")
        );
        await File.WriteAllTextAsync(
            clamd.folder.File("clamd.conf"),
            $"Foreground yes\nLocalSocket {clamd.SocketPath}\nDatabaseDirectory {signatures}\nOfficialDatabaseOnly no\n"
        );
        clamd.server = await ChildServer.StartAsync(
            Program,
            clamd.folder,
            new UnixDomainSocketEndPoint(clamd.SocketPath),
            $"--config-file={clamd.folder.File("clamd.conf")}"
        );
        return clamd;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Dispose();
    }
}
