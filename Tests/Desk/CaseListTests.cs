using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

public sealed class CaseListTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task Each_list_contains_its_cases_and_the_search_finds_them_in_any_spelling(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var first = await desk.SubmitAsync(Sample.Draft("Công ty Cổ phần Ánh Dương"));
        var second = await desk.SubmitAsync(Sample.Draft("Hợp tác xã Đông Anh") with { TaxCode = "0101248141" });
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync($"/desk/cases/{first}")).SendAsync($"/desk/cases/{first}/take");

        Assert.Equal([second], await ListedAsync(lan, "/desk"));
        Assert.Equal([first], await ListedAsync(lan, "/desk?view=mine"));
        Assert.Equal(2, (await ListedAsync(lan, "/desk?view=all")).Count);
        Assert.Empty(await ListedAsync(lan, "/desk?view=answered"));
        Assert.Equal([first], await ListedAsync(lan, "/desk?q=anh+duong"));
        Assert.Equal([first], await ListedAsync(lan, "/desk?q=" + Uri.EscapeDataString("DƯƠNG công")));
        Assert.Equal([second], await ListedAsync(lan, "/desk?q=01012"));
        Assert.Equal(
            [second],
            await ListedAsync(lan, "/desk?q=" + Uri.EscapeDataString(second.ToString().ToLowerInvariant().Replace('-', ' ')))
        );
        Assert.Empty(await ListedAsync(lan, "/desk?view=unassigned&q=anh+duong"));
        Assert.Empty(await ListedAsync(lan, "/desk?q=" + Uri.EscapeDataString("%_'\"")));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gaps_or_repeats()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var all = new List<CaseNumber>();
        for (var i = 0; i < CaseLists.PageSize + 20; i++)
        {
            all.Add(await desk.SubmitAsync());
            desk.Time.Advance(TimeSpan.FromMilliseconds(i % 3));
        }

        using var lan = await desk.SignInAsync("lan", Roles.Official);
        foreach (var view in new[] { "unassigned", "all" })
        {
            var seen = await ListedAsync(lan, $"/desk?view={view}");
            Assert.Equal(CaseLists.PageSize, seen.Count);
            var next = System.Net.WebUtility.HtmlDecode(lan.Html.Split("rel=\"next\" href=\"")[1].Split('"')[0]);
            await desk.SubmitAsync();
            seen.AddRange(await ListedAsync(lan, next));
            Assert.Equal(all.Take(70).Select(n => n.Serial).Order(), seen.Select(n => n.Serial).Where(s => s <= 70).Order());
        }
    }

    [Theory]
    [InlineData("/desk?view=nonsense&after=nonsense")]
    [InlineData("/desk?after=99999999999999999.HN-2026-000001-0")]
    [InlineData("/desk?view=99")]
    public async Task An_invalid_query_string_shows_a_list(string address)
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(address);
        Assert.Equal(200, lan.Status);
    }

    [Theory, EveryDatabase]
    public async Task An_answer_of_the_asker_is_marked_and_first_until_an_official_writes(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var (first, second) = (await desk.SubmitAsync(), await desk.SubmitAsync(Sample.Draft("Hợp tác xã Đông Anh"), "c2"));
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        foreach (var number in new[] { first, second })
        {
            await (await lan.OpenAsync($"/desk/cases/{number}")).SendAsync($"/desk/cases/{number}/take");
        }

        Assert.Equal([first, second], await ListedAsync(lan, "/desk?view=mine"));
        Assert.DoesNotContain("Người gửi vừa trả lời", lan.Text, StringComparison.Ordinal);
        await desk.Get<CaseCommandRunner>()
            .ChangeAsync(second, s => CaseRules.AddMessage(s, s.Request.Asker, "Tôi gửi thêm.", desk.Time.GetUtcNow()), default);
        Assert.Equal([second, first], await ListedAsync(lan, "/desk?view=mine"));
        Assert.Equal(2, lan.Text.Split("Người gửi vừa trả lời").Length);
        await lan.OpenAsync($"/desk/cases/{second}");
        await lan.SendAsync($"/desk/cases/{second}/ask-back", ("text", "Còn thiếu giấy tờ."));
        Assert.Equal([first, second], await ListedAsync(lan, "/desk?view=mine"));
        Assert.DoesNotContain("Người gửi vừa trả lời", lan.Text, StringComparison.Ordinal);

        // What waits for the asker is the official's own too.
        Assert.Matches("Của tôi\\s*<span class=\"count\">2</span>", lan.Text);
    }

    private static async Task<List<CaseNumber>> ListedAsync(Browser browser, string address)
    {
        await browser.OpenAsync(address);
        Assert.Equal(200, browser.Status);
        return
        [
            .. browser
                .Html.Split("<th scope=\"row\"><a href=\"/desk/cases/")
                .Skip(1)
                .Select(part => CaseNumber.TryParse(part.Split('"')[0], out var n) ? n : default),
        ];
    }
}
