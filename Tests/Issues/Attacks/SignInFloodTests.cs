using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Passwords;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>Forty parallel sign-ins hashed passwords on all threads and held up every other request for 13 s.</summary>
public sealed class SignInFloodTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Few_passwords_are_hashed_at_a_time_a_bounded_number_waits_and_the_rest_is_refused()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync("/desk")).SendAsync("/desk/sign-out");
        var queue = desk.Get<PasswordQueue>();
        Assert.Equal(Math.Max(1, Environment.ProcessorCount / 2), PasswordQueue.MaxConcurrency);
        var busy = new List<IDisposable>();
        for (var i = 0; i < PasswordQueue.MaxConcurrency; i++)
        {
            busy.Add(await queue.EnterAsync(default));
        }

        var waiting = Enumerable.Range(0, PasswordQueue.MaxWaiting).Select(i => SignInAsync(desk, $"nobody{i}", $"203.0.113.{i}")).ToList();
        await Wait.UntilAsync(() => queue.WaitingCount == PasswordQueue.MaxWaiting);
        using var refused = await SignInAsync(desk, "lan", "203.0.113.200");
        Assert.Equal((503, TimeSpan.FromSeconds(5)), (refused.Status, refused.Response.Headers.RetryAfter?.Delta));
        Assert.Contains("quá nhiều lượt đăng nhập", refused.Text, StringComparison.Ordinal);

        // A person in a browser that is known waits instead, and does not lose an attempt.
        var known = lan.SignInAsync("lan", DeskHost.Password);
        await Wait.UntilAsync(() => queue.WaitingCount == PasswordQueue.MaxWaiting + 1);
        busy.ForEach(place => place.Dispose());
        foreach (var browser in await Task.WhenAll(waiting))
        {
            Assert.Equal(401, browser.Status);
            browser.Dispose();
        }

        await known;
        Assert.Equal(302, lan.Status);
        Assert.Equal(0, queue.WaitingCount);
    }

    private static async Task<Desk.Browser> SignInAsync(DeskHost desk, string name, string address)
    {
        var browser = desk.Browse(address);
        await browser.SignInAsync(name, DeskHost.Password);
        return browser;
    }
}
