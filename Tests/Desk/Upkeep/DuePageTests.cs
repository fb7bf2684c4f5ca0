using PolicyAssistantBot.Access;
using PolicyAssistantBot.Tests.Knowledge.Content;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk.Upkeep;

public sealed class DuePageTests : IDisposable
{
    private const string Gap = "unknown: { facts: [deadline], about: { vi: mức phí, en: the fee }, ask: Thuế thành phố Hà Nội }";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Only_editors_see_what_is_due_in_both_languages()
    {
        Directory.CreateDirectory(folder.File("articles/support"));
        await File.WriteAllTextAsync(
            folder.File("articles/support/B1-tech.md"),
            Sample
                .Article.Replace("until: }", "until: 2026-12-31 }", StringComparison.Ordinal)
                .Replace("related: []", $"related: []\n{Gap}", StringComparison.Ordinal)
        );
        await using var desk = await DeskHost.OpenAsync(folder);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await ha.OpenAsync("/desk/due");
        Assert.Equal(200, ha.Status);
        Assert.Contains("Sắp hết hiệu lực: 1", ha.Text, StringComparison.Ordinal);
        Assert.Contains("Cả bài có hiệu lực đến hết 31/12/2026; chưa ghi điều áp dụng sau đó.", ha.Text, StringComparison.Ordinal);
        Assert.Contains("Sở Tài chính Hà Nội", ha.Text, StringComparison.Ordinal);

        await ha.OpenAsync("/desk/due?days=7");
        Assert.Contains("Sắp hết hiệu lực: 0", ha.Text, StringComparison.Ordinal);

        await ha.OpenAsync("/desk/language?to=en&returnUrl=/desk/due");
        await ha.OpenAsync("/desk/due");
        Assert.Contains(
            "The article is in force until 31 December 2026; what holds after that is not written.",
            ha.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("the Hanoi Department of Finance", ha.Text, StringComparison.Ordinal);

        await ha.OpenAsync("/desk/due/gaps");
        Assert.Equal(200, ha.Status);
        Assert.Contains("the Hanoi tax authority: 1", ha.Text, StringComparison.Ordinal);
        Assert.Contains("the deadline, the fee", ha.Text, StringComparison.Ordinal);
        await ha.OpenAsync("/desk/language?to=vi&returnUrl=/desk/due/gaps");
        await ha.OpenAsync("/desk/due/gaps");
        Assert.Contains("hạn nộp, mức phí", ha.Text, StringComparison.Ordinal);

        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync("/desk/due");
        Assert.Equal(403, lan.Status);
        await lan.OpenAsync("/desk/due/gaps");
        Assert.Equal(403, lan.Status);
    }
}
