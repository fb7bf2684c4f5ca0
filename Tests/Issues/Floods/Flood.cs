using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;

namespace PolicyAssistantBot.Tests.Issues.Floods;

internal enum FloodKind
{
    OneToken,
    ManyAddresses,
    OnePrefix,
    Uploads,
    Sockets,
    SignIns,
}

/// <summary>
/// Floods the service from many workers as fast as it answers. A flooder does not wait as it is told: when one conversation is refused, it
/// begins another.
/// </summary>
internal sealed class Flood(Uri service, FloodKind kind, int workerCount)
{
    private const int UploadBytes = 2_000_000;

    private readonly ConcurrentDictionary<HttpStatusCode, int> statuses = new();
    private int sent;
    private int failed;

    /// <summary>How often each status was answered.</summary>
    public IReadOnlyDictionary<HttpStatusCode, int> Statuses => statuses;

    public int RefusedCount =>
        statuses.Where(s => s.Key is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable).Sum(s => s.Value);

    public async Task RunAsync(CancellationToken stopping)
    {
        using var shared = new FloodClient(service, AddressOf(0));
        var token = kind == FloodKind.OneToken ? (await shared.StartAsync(CancellationToken.None)).Client : null;
        await Task.WhenAll(
            Enumerable.Range(0, workerCount).Select(worker => Task.Run(() => WorkAsync(worker, token, stopping), CancellationToken.None))
        );
    }

    public override string ToString() =>
        $"{kind}: {sent} requests, "
        + string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{(int)s.Key} × {s.Value}"))
        + (failed == 0 ? "" : $", {failed} without an answer");

    private async Task WorkAsync(int worker, DirectLineClient? token, CancellationToken stopping)
    {
        var sockets = new List<ClientWebSocket>();
        try
        {
            for (var round = 0; round == 0 || !stopping.IsCancellationRequested; round++)
            {
                using var client = new FloodClient(
                    service,
                    AddressOf(kind == FloodKind.OnePrefix ? (round * workerCount) + worker : worker)
                );
                try
                {
                    await (
                        kind switch
                        {
                            FloodKind.OneToken => SayAsync(token!),
                            FloodKind.SignIns => SignInAsync(worker, round),
                            _ => ConverseAsync(client, sockets, stopping),
                        }
                    );
                }
                catch (Exception exception)
                    when (exception is HttpRequestException or InvalidOperationException && !stopping.IsCancellationRequested)
                {
                    // The service closed the connection, or answered with a page without a form: a flooder tries again.
                    Interlocked.Increment(ref failed);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException || stopping.IsCancellationRequested)
        {
            // The flood is over.
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    private string AddressOf(int number) =>
        kind switch
        {
            FloodKind.OnePrefix => string.Create(CultureInfo.InvariantCulture, $"2001:db8:1:2::{number:x}"),
            FloodKind.ManyAddresses or FloodKind.SignIns => string.Create(CultureInfo.InvariantCulture, $"203.0.113.{1 + (number % 64)}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"203.0.113.{100 + (int)kind}"),
        };

    private async Task SayAsync(DirectLineClient client) => Count((await client.SayAsync(new string('x', 2000))).Status);

    private async Task SignInAsync(int worker, int round)
    {
        using var browser = FloodClient.Browse(service, AddressOf(worker));
        await browser.SignInAsync(string.Create(CultureInfo.InvariantCulture, $"nobody{worker}-{round}"), "wrong password");
        Count(browser.Response.StatusCode);
    }

    /// <summary>Uses one conversation until it is refused.</summary>
    private async Task ConverseAsync(FloodClient address, List<ClientWebSocket> sockets, CancellationToken stopping)
    {
        var (client, status) = await address.StartAsync(stopping);
        Count(status);
        while (client is not null && !stopping.IsCancellationRequested)
        {
            status = kind switch
            {
                FloodKind.Uploads => await UploadAsync(client),
                FloodKind.Sockets => await OpenSocketAsync(address, client, sockets, stopping),
                _ => (await client.SayAsync("Thế nào là doanh nghiệp nhỏ và vừa?")).Status,
            };
            Count(status);
            if (status != HttpStatusCode.OK || kind == FloodKind.Sockets)
            {
                return;
            }
        }
    }

    private static async Task<HttpStatusCode> UploadAsync(DirectLineClient client)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(new string('x', UploadBytes)));
        content.Headers.TryAddWithoutValidation("Content-Type", "text/plain");
        return (await client.UploadAsync(content, "?userId=u")).Status;
    }

    private static async Task<HttpStatusCode> OpenSocketAsync(
        FloodClient address,
        DirectLineClient client,
        List<ClientWebSocket> sockets,
        CancellationToken stopping
    )
    {
        try
        {
            sockets.Add(await address.OpenAsync(client, stopping));
            return HttpStatusCode.OK;
        }
        catch (WebSocketException)
        {
            return HttpStatusCode.TooManyRequests;
        }
    }

    private void Count(HttpStatusCode status)
    {
        Interlocked.Increment(ref sent);
        statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
    }
}
