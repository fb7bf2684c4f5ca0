using System.Diagnostics;
using System.Globalization;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Floods;

/// <summary>Another visitor, who asks questions one after the other in chats of their own.</summary>
internal sealed class Visitor(Uri service)
{
    private const int QuestionsPerChat = 3;

    private readonly List<TimeSpan> waits = [];

    public int AnswerCount => waits.Count;

    /// <summary>The time between a question and its answer that 95 % do not exceed.</summary>
    public TimeSpan Percentile95 => waits.Order().ElementAt((int)(waits.Count * 0.95));

    public async Task RunAsync(CancellationToken stopping)
    {
        for (var chat = 0; chat == 0 || !stopping.IsCancellationRequested; chat++)
        {
            using var address = new FloodClient(service, string.Create(CultureInfo.InvariantCulture, $"198.51.100.{1 + (chat % 200)}"));
            var client = (await address.StartAsync(CancellationToken.None)).Client!;
            using var socket = new DirectLineSocket(await address.OpenAsync(client, CancellationToken.None));
            for (var question = 0; question == 0 || (question < QuestionsPerChat && !stopping.IsCancellationRequested); question++)
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"Thế nào là doanh nghiệp nhỏ và vừa? {question}");
                var started = Stopwatch.GetTimestamp();
                var id = (await client.SayAsync(text)).Json!["id"]!.GetValue<string>();
                while (!(await socket.ReceiveAsync())!.Contains($"\"replyToId\":\"{id}\"", StringComparison.Ordinal)) { }

                waits.Add(Stopwatch.GetElapsedTime(started));
                await Wait.PauseAsync(CancellationToken.None);
            }
        }
    }
}

/// <summary>An official, who signs in, opens the list and signs out.</summary>
internal sealed class Official(Uri service, string userName)
{
    public const string Address = "198.51.100.250";

    public int RoundCount { get; private set; }

    public async Task RunAsync(CancellationToken stopping)
    {
        using var browser = FloodClient.Browse(service, Address);
        while (RoundCount == 0 || !stopping.IsCancellationRequested)
        {
            await browser.SignInAsync(userName, DeskHost.Password);
            Assert.Equal(302, browser.Status);
            Assert.Equal(200, (await browser.OpenAsync("/desk")).Status);
            await browser.SendAsync("/desk/sign-out");
            RoundCount++;
            await Wait.PauseAsync(CancellationToken.None);
        }
    }
}
