using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Floods;

/// <summary>Somebody who is no part of the flood. What the service refuses them is counted and told; it does not end their work.</summary>
internal abstract class Bystander
{
    private const int PausesPerSecond = 100;

    private readonly SortedDictionary<string, int> refusals = new(StringComparer.Ordinal);

    /// <summary>How often something was refused or not answered.</summary>
    public int RefusalCount => refusals.Values.Sum();

    /// <summary>What was refused and how often, for a message.</summary>
    public string Refusals =>
        refusals.Count == 0 ? "nothing refused" : "REFUSED: " + string.Join(", ", refusals.Select(r => $"{r.Key} × {r.Value}"));

    public async Task RunAsync(CancellationToken stopping)
    {
        for (var round = 0; round == 0 || !stopping.IsCancellationRequested; round++)
        {
            if (await TryRoundAsync(round, stopping) is not { } refusal)
            {
                await Wait.PauseAsync(CancellationToken.None);
                continue;
            }

            refusals[refusal] = refusals.GetValueOrDefault(refusal) + 1;

            // A service that refuses is not asked without an end.
            await PauseForASecondAsync(stopping);
        }
    }

    /// <summary>Waits for about a second.</summary>
    protected static async Task PauseForASecondAsync(CancellationToken stopping = default)
    {
        for (var pause = 0; pause < PausesPerSecond && !stopping.IsCancellationRequested; pause++)
        {
            await Wait.PauseAsync(CancellationToken.None);
        }
    }

    /// <summary>Works for a while; returns what was refused, or null.</summary>
    protected abstract Task<string?> RunRoundAsync(int round, CancellationToken stopping);

    protected static string Describe(string act, HttpStatusCode status) =>
        string.Create(CultureInfo.InvariantCulture, $"{act} answered with {(int)status}");

    private async Task<string?> TryRoundAsync(int round, CancellationToken stopping)
    {
        try
        {
            return await RunRoundAsync(round, stopping);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            return exception switch
            {
                OperationCanceledException => "no answer in time",
                InvalidOperationException => "a page without its form",
                _ => exception.Message,
            };
        }
    }
}

/// <summary>Another visitor, who asks questions one after the other in chats of their own.</summary>
internal sealed class Visitor(Uri service) : Bystander
{
    private const int QuestionsPerChat = 3;
    private const int MaxAttempts = 3;

    private readonly List<TimeSpan> waits = [];

    public int AnswerCount => waits.Count;

    /// <summary>How often a question had to be sent again.</summary>
    public int RepetitionCount { get; private set; }

    /// <summary>The time between a question and its answer that 95 % of the answers do not exceed; null if there was none.</summary>
    public TimeSpan? Percentile95 => waits.Count == 0 ? null : waits.Order().ElementAt((int)(waits.Count * 0.95));

    public TimeSpan LongestWait => waits.Count == 0 ? TimeSpan.Zero : waits.Max();

    protected override async Task<string?> RunRoundAsync(int round, CancellationToken stopping)
    {
        using var address = new FloodClient(service, string.Create(CultureInfo.InvariantCulture, $"198.51.100.{1 + (round % 200)}"));
        var (client, status) = await address.StartAsync(CancellationToken.None);
        if (client is null)
        {
            return Describe("the start of a chat", status);
        }

        using var socket = new DirectLineSocket(await address.OpenAsync(client, CancellationToken.None));
        for (var question = 0; question == 0 || (question < QuestionsPerChat && !stopping.IsCancellationRequested); question++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"Thế nào là doanh nghiệp nhỏ và vừa? {question}");
            var started = Stopwatch.GetTimestamp();
            var sent = await client.SayAsync(text);

            // The chat itself sends again what was refused for a moment; the wait counts from the first time.
            for (var attempt = 1; sent.Status == HttpStatusCode.TooManyRequests && attempt < MaxAttempts; attempt++)
            {
                RepetitionCount++;
                await PauseForASecondAsync();
                sent = await client.SayAsync(text);
            }

            if (sent.Status != HttpStatusCode.OK)
            {
                return Describe("a question", sent.Status);
            }

            var replyTo = $"\"replyToId\":\"{sent.Json!["id"]!.GetValue<string>()}\"";
            string? frame;
            while ((frame = await socket.ReceiveAsync())?.Contains(replyTo, StringComparison.Ordinal) == false) { }

            if (frame is null)
            {
                return "the stream was closed";
            }

            waits.Add(Stopwatch.GetElapsedTime(started));
            await Wait.PauseAsync(CancellationToken.None);
        }

        return null;
    }
}

/// <summary>An official, who signs in and then opens the list again and again.</summary>
internal sealed class Official(Desk.Browser browser, string userName) : Bystander
{
    public const string Address = "198.51.100.250";

    private bool isSignedIn;

    /// <summary>How often the official saw the list.</summary>
    public int PageCount { get; private set; }

    /// <summary>The time that the sign-in took; null if there was none.</summary>
    public TimeSpan? SignInTime { get; private set; }

    protected override async Task<string?> RunRoundAsync(int round, CancellationToken stopping)
    {
        if (!isSignedIn)
        {
            var started = Stopwatch.GetTimestamp();
            await browser.SignInAsync(userName, DeskHost.Password);
            if (browser.Response.StatusCode != HttpStatusCode.Redirect)
            {
                return Describe("the sign-in", browser.Response.StatusCode);
            }

            (isSignedIn, SignInTime) = (true, Stopwatch.GetElapsedTime(started));
        }

        await browser.OpenAsync("/desk");
        if (browser.Response.StatusCode != HttpStatusCode.OK)
        {
            return Describe("the desk", browser.Response.StatusCode);
        }

        PageCount++;
        if (stopping.IsCancellationRequested)
        {
            await browser.SendAsync("/desk/sign-out");
        }

        return null;
    }
}
