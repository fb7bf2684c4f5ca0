using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>
/// A large form, one of more than 1,024 fields or one with a NUL character caused an error 500 with a stack trace in the log, without
/// signing in; every page wrote a warning.
/// </summary>
public sealed class BadFormsTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly LogLines lines = new();

    public void Dispose()
    {
        folder.Dispose();
        lines.Dispose();
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_answered_in_words_and_leaves_no_stack_trace()
    {
        await using var desk = await DeskHost.OpenAsync(
            folder,
            services => services.AddLogging(logging => logging.AddProvider(lines)),
            ("urls", "http://127.0.0.1:0"),
            ("Files:ClamAv", "127.0.0.1:9") // Without a scanner there is a warning.
        );
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var stranger = new Desk.Browser(handler, desk.Root);
        await stranger.OpenAsync("/desk/sign-in");
        foreach (var address in new[] { "/desk/sign-in", "/desk/sign-in/code" })
        {
            await stranger.PostAsync(address, ("userName", new string('x', 400_000)));
            Assert.Equal(413, stranger.Status);
            Assert.Contains("quá lớn", stranger.Text, StringComparison.Ordinal);
            await stranger.PostAsync(address, [.. Enumerable.Range(0, 1_100).Select(i => ($"f{i}", "x"))]);
            Assert.Equal(400, stranger.Status);
            Assert.Contains("không đúng dạng", stranger.Text, StringComparison.Ordinal);
            await stranger.PostAsync(address, ("userName", "a\0b"));
            Assert.Equal(400, stranger.Status);
            await stranger.PostAsync(address, (new string('k', 3_000), "x"));
            Assert.Equal(400, stranger.Status);
        }

        await stranger.SignInAsync("a", "b");
        Assert.Equal(401, stranger.Status);
        var web = lines.All.Where(line => line.Category.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)).ToList();
        Assert.Equal([], web.Where(line => line.Exception is not null).Select(line => $"{line.Category} {line.Text}"));
        Assert.DoesNotContain(
            lines.All,
            line => line is { Level: >= LogLevel.Warning, Category: not "Microsoft.AspNetCore.DataProtection" }
        );
    }
}
