using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>A received mail.</summary>
/// <param name="Data">Headers and body, with CR LF line ends.</param>
internal sealed record ReceivedMail(string From, string To, bool IsEncrypted, string? UserName, string Data)
{
    public string? Header(string name) =>
        Regex.Match(
            Data,
            $"^{Regex.Escape(name)}:\\s*(?<value>[^\r\n]*(?:\r\n[ \t][^\r\n]*)*)",
            RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(30)
        )
            is { Success: true } match
            ? match.Groups["value"].Value.Trim()
            : null;

    public string Subject => Parsed.Subject ?? "";

    /// <summary>The part of a media type, decoded.</summary>
    public string Part(string type) => Parsed.BodyParts.OfType<TextPart>().Single(part => part.ContentType.MimeType == type).Text;

    private MimeMessage Parsed => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(Data)));
}

/// <summary>
/// A submission server on a port of this machine that speaks SMTP (RFC 5321) with STARTTLS and AUTH LOGIN or XOAUTH2, and fails as a
/// test configures it.
/// </summary>
internal sealed class FakeSmtp : IAsyncDisposable
{
    public const string UserName = "troly";
    public const string Password = "mật khẩu";

    /// <summary>A self-signed certificate that no machine trusts.</summary>
    public static readonly X509Certificate2 Certificate = CreateSelfSignedCertificate();

    private readonly TempFolder folder = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentBag<Task> sessions = [];
    private readonly ConcurrentQueue<ReceivedMail> mails = new();
    private readonly ConcurrentQueue<string> commands = new();
    private readonly ConcurrentQueue<(string User, string Token)> tokens = new();
    private readonly Task serving;

    public FakeSmtp()
    {
        File.WriteAllText(CaFile, Certificate.ExportCertificatePem());
        listener.Start();
        serving = ServeAsync();
    }

    public string Port => ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

    /// <summary>A file with the server's certificate, for a client that should trust it.</summary>
    public string CaFile => folder.File("ca.pem");

    public IReadOnlyList<ReceivedMail> Mails => [.. mails];

    /// <summary>The received commands, in order.</summary>
    public IReadOnlyList<string> Commands => [.. commands];

    public bool OffersTls { get; set; } = true;

    /// <summary>The tokens with which clients signed in, each with its user.</summary>
    public IReadOnlyList<(string User, string Token)> Tokens => [.. tokens];

    /// <summary>
    /// Replaces the reply to a verb (<c>DATA.</c> is the end of the data, <c>GREETING</c> the first line): a reply, "drop" or "hang"; null
    /// keeps the default reply.
    /// </summary>
    public Func<string, string?> ReplyOverride { get; set; } = _ => null;

    public (string, string)[] Settings =>
        [
            ("Mail:Host", "localhost"),
            ("Mail:Port", Port),
            ("Mail:From", "troly@example.vn"),
            ("Mail:UserName", UserName),
            ("Mail:Password", Password),
            ("Mail:CaFile", CaFile),
            ("Mail:Interval", "12:00:00"),
        ];

    public async ValueTask DisposeAsync()
    {
        // Stopping the listener while it starts to accept a connection would throw there.
        await stopping.CancelAsync();
        await serving;
        await Task.WhenAll(sessions);
        listener.Dispose();
        stopping.Dispose();
        folder.Dispose();
    }

    private static X509Certificate2 CreateSelfSignedCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                sessions.Add(Task.Run(() => SessionAsync(client)));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task SessionAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await new Session(this, client.GetStream()).RunAsync(stopping.Token);
            }
            catch (Exception end)
                when (end is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The client closed the connection, or the server stops.
            }
        }
    }

    private sealed class Session(FakeSmtp server, Stream stream)
    {
        private Stream stream = stream;
        private bool isEncrypted;
        private string? user;
        private string from = "";
        private string to = "";

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            if (!await ReplyAsync("GREETING", "220 localhost ESMTP", cancellationToken))
            {
                return;
            }

            while (await ReadLineAsync(cancellationToken) is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                server.commands.Enqueue(verb);
                if (verb == "QUIT")
                {
                    return;
                }

                if (!await HandleAsync(verb, line, cancellationToken))
                {
                    return;
                }
            }
        }

        private async Task<bool> HandleAsync(string verb, string line, CancellationToken cancellationToken)
        {
            switch (verb)
            {
                case "EHLO":
                    var startTls = server.OffersTls && !isEncrypted ? "250-STARTTLS\r\n" : "";
                    return await ReplyAsync(verb, $"250-localhost\r\n{startTls}250-AUTH LOGIN XOAUTH2\r\n250 8BITMIME", cancellationToken);
                case "STARTTLS":
                    if (!await ReplyAsync(verb, "220 go on", cancellationToken))
                    {
                        return false;
                    }

                    var tls = new SslStream(stream);
                    await tls.AuthenticateAsServerAsync(
                        new SslServerAuthenticationOptions { ServerCertificate = Certificate },
                        cancellationToken
                    );
                    (stream, isEncrypted) = (tls, true);
                    return true;
                case "AUTH":
                    return await AuthenticateAsync(line, cancellationToken);
                case "MAIL":
                    from = Address(line);
                    return await ReplyAsync(verb, user is null ? "530 authenticate first" : "250 ok", cancellationToken);
                case "RCPT":
                    to = Address(line);
                    return await ReplyAsync(verb, "250 ok", cancellationToken);
                case "DATA":
                    return !await ReplyAsync(verb, "354 go on", cancellationToken)
                        ? false
                        : server.ReplyOverride(verb) is not null || await ReceiveDataAsync(cancellationToken);
                default:
                    return await ReplyAsync(verb, "250 ok", cancellationToken);
            }
        }

        private async Task<bool> AuthenticateAsync(string line, CancellationToken cancellationToken)
        {
            var parts = line.Split(' ');
            if (parts[1] == "XOAUTH2")
            {
                var fields = Decode(parts[2]).Split('\x01');
                var (name, token) = (fields[0]["user=".Length..], fields[1]["auth=Bearer ".Length..]);
                server.tokens.Enqueue((name, token));
                user = server.ReplyOverride("AUTHENTICATED") is null ? name : null;
                return await ReplyAsync("AUTHENTICATED", "235 welcome", cancellationToken);
            }

            if (parts.Length < 3 && !await ReplyAsync("AUTH", "334 VXNlcm5hbWU6", cancellationToken))
            {
                return false;
            }

            var account = parts.Length > 2 ? parts[2] : await ReadLineAsync(cancellationToken) ?? "";
            await ReplyAsync("PASSWORD", "334 UGFzc3dvcmQ6", cancellationToken);
            var password = await ReadLineAsync(cancellationToken) ?? "";
            var isCorrect = (Decode(account), Decode(password)) == (UserName, Password);
            user = isCorrect && server.ReplyOverride("AUTHENTICATED") is null ? UserName : null;
            return await ReplyAsync("AUTHENTICATED", isCorrect ? "235 welcome" : "535 no", cancellationToken);
        }

        private async Task<bool> ReceiveDataAsync(CancellationToken cancellationToken)
        {
            var data = new StringBuilder();
            while (await ReadLineAsync(cancellationToken) is { } line && line != ".")
            {
                data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }

            if (server.ReplyOverride("DATA.") is null)
            {
                server.mails.Enqueue(new ReceivedMail(from, to, isEncrypted, user, data.ToString()));
            }

            return await ReplyAsync("DATA.", "250 taken", cancellationToken);
        }

        /// <returns>False when the connection ends here.</returns>
        private async Task<bool> ReplyAsync(string verb, string reply, CancellationToken cancellationToken)
        {
            var actualReply = server.ReplyOverride(verb) ?? reply;
            if (actualReply == "hang")
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            if (actualReply == "drop")
            {
                return false;
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(actualReply + "\r\n"), cancellationToken);
            return true;
        }

        private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            var line = new List<byte>();
            var buffer = new byte[1];
            while (await stream.ReadAsync(buffer, cancellationToken) > 0)
            {
                if (buffer[0] == '\n')
                {
                    return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                }

                line.Add(buffer[0]);
            }

            return null;
        }

        private static string Address(string line) =>
            line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

        private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
    }
}
