using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PolicyAssistantBot.Tests.Support.RealParts;

/// <summary>
/// The real nginx with a site of <c>deploymentTemplates/nginx</c>; only what that file marks to be changed is changed, and its
/// ports.
/// </summary>
internal sealed class NginxServer : IAsyncDisposable
{
    public const string Program = "nginx";
    public const string HostName = "assistant.example.gov.vn";
    public const string RootSite = "policy-assistant.conf";

    /// <summary>The service below <see cref="PathBase"/>.</summary>
    public const string PathSite = "policy-assistant-path.conf";
    public const string PathBase = "/tro-ly";

    private readonly TempFolder folder = new();
    private readonly int tlsPort = ChildServer.FindPort();
    private readonly int plainPort = ChildServer.FindPort();
    private ChildServer? server;

    private NginxServer() { }

    /// <param name="isCopied">
    /// Copies the upstream, the map and the locations alone into a server that has settings of its own, as the file says.
    /// </param>
    public static async Task<NginxServer> StartAsync(Uri service, string site = RootSite, bool isCopied = false)
    {
        var nginx = new NginxServer();
        nginx.WriteCertificate();
        await File.WriteAllTextAsync(
            nginx.folder.File("site.conf"),
            isCopied ? nginx.CopyInto(nginx.ReadSample(service, site)) : nginx.ReadSample(service, site)
        );
        await File.WriteAllTextAsync(nginx.folder.File("nginx.conf"), nginx.CreateMainFile());
        nginx.server = await ChildServer.StartAsync(
            Program,
            nginx.folder,
            new IPEndPoint(IPAddress.Loopback, nginx.tlsPort),
            "-p",
            nginx.folder.Path,
            "-c",
            nginx.folder.File("nginx.conf")
        );
        return nginx;
    }

    /// <summary>Connects to nginx, whatever the URL says, from an address of this machine such as 127.0.1.7.</summary>
    public SocketsHttpHandler CreateHandler(IPAddress from) =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // The certificate was made for this test and signed by nobody.
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null,
            },
            ConnectCallback = async (connection, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(from.MapToIPv6(), 0));
                var port = connection.DnsEndPoint.Port == 443 ? tlsPort : plainPort;
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback.MapToIPv6(), port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };

    /// <summary>Lets a browser find <see cref="HostName"/> here.</summary>
    public string BrowserArgument => $"--host-resolver-rules=MAP {HostName}:443 127.0.0.1:{Format(tlsPort)}";

    /// <summary>The paths of all requests so far.</summary>
    public string[] ReadAddresses() => File.ReadAllLines(folder.File("addresses.log"));

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Dispose();
    }

    private string ReadSample(Uri service, string site)
    {
        var sample = File.ReadAllText(SourceTree.Combine("deploymentTemplates", "nginx", site));
        foreach (
            var (text, replacement) in new[]
            {
                ("127.0.0.1:3978", service.Authority),
                ("listen 443 ", $"listen 127.0.0.1:{Format(tlsPort)} "),
                ("listen 80;", $"listen 127.0.0.1:{Format(plainPort)};"),
                ("/etc/ssl/policy-assistant/", folder.Path + "/"),
            }
        )
        {
            Assert.Contains(text, sample, StringComparison.Ordinal);
            sample = sample.Replace(text, replacement, StringComparison.Ordinal);
        }

        Assert.Contains($"server_name {HostName};", sample, StringComparison.Ordinal);
        return sample;
    }

    private string CopyInto(string sample)
    {
        var locations = sample[sample.IndexOf("    location ", StringComparison.Ordinal)..];
        return $$"""
            {{sample[..sample.IndexOf("server {\n    listen", StringComparison.Ordinal)]}}
            server {
                listen 127.0.0.1:{{Format(tlsPort)}} ssl;
                server_name {{HostName}};
                ssl_certificate {{folder.File("fullchain.pem")}};
                ssl_certificate_key {{folder.File("key.pem")}};
            {{locations}}
            """;
    }

    private string CreateMainFile() =>
        $$"""
            daemon off;
            master_process off;
            pid {{folder.File("nginx.pid")}};
            error_log {{folder.File("error.log")}};
            events { worker_connections 1024; }
            http {
                log_format address "$request_uri";
                access_log {{folder.File("addresses.log")}} address;
                client_body_temp_path {{folder.File("body")}};
                proxy_temp_path {{folder.File("proxy")}};
                fastcgi_temp_path {{folder.File("fastcgi")}};
                uwsgi_temp_path {{folder.File("uwsgi")}};
                scgi_temp_path {{folder.File("scgi")}};
                include {{folder.File("site.conf")}};
            }
            """;

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={HostName}", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        File.WriteAllText(folder.File("fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(folder.File("key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private static string Format(int port) => port.ToString(CultureInfo.InvariantCulture);
}
