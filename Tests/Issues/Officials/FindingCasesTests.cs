using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Officials;

/// <summary>Where an official finds the next case, the case of a caller, and who the caller is.</summary>
public sealed class FindingCasesTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task My_cases_begin_with_what_waits_for_me_and_all_open_ones_are_counted(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var numbers = new List<CaseNumber>();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        foreach (var _ in Enumerable.Range(0, 4))
        {
            var number = await desk.SubmitAsync();
            desk.Time.Advance(TimeSpan.FromMinutes(5));
            await (await lan.OpenAsync($"/desk/cases/{number}")).SendAsync($"/desk/cases/{number}/take");
            numbers.Add(number);
        }

        await (await lan.OpenAsync($"/desk/cases/{numbers[0]}")).SendAsync($"/desk/cases/{numbers[0]}/reply", ("text", "Được."));
        await (await lan.OpenAsync($"/desk/cases/{numbers[1]}")).SendAsync($"/desk/cases/{numbers[1]}/ask-back", ("text", "Gửi thêm."));
        await lan.OpenAsync("/desk?view=mine");
        var places = numbers.Select(n => lan.Html.IndexOf($"href=\"/desk/cases/{n}\"", StringComparison.Ordinal)).ToList();
        Assert.Equal([2, 3, 1, 0], Enumerable.Range(0, 4).OrderBy(i => places[i]));
        Assert.Matches("Của tôi <span class=\"count\">4</span>", lan.Text);
    }

    [Theory, EveryDatabase]
    public async Task A_case_is_found_by_the_telephone_and_the_name_of_its_contact(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var number = await desk.SubmitAsync(
            Sample.Draft() with
            {
                ContactName = "Trần Thị Mai",
                Phone = "0912 345 678",
                ContactConsentedAt = Sample.Draft().ConsentedAt,
            }
        );
        await desk.SubmitAsync(Sample.Draft() with { ContactName = "Lê Văn Nam", Phone = "0987 654 321" });
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var phone = (await desk.FindAsync(number)).Request.Facts.Phone;
        Assert.NotNull(phone);
        foreach (var typed in new[] { phone, "0912 345 678", "thi mai" })
        {
            await lan.OpenAsync("/desk?q=" + Uri.EscapeDataString(typed));
            Assert.Contains($"href=\"/desk/cases/{number}\"", lan.Html, StringComparison.Ordinal);
            Assert.Equal(2, lan.Html.Split("data-number=").Length);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_telephone_is_found_however_it_is_written_and_also_in_cases_from_before_it_was_indexed(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var draft = Sample.Draft() with { ContactConsentedAt = Sample.Draft().ConsentedAt };
        var number = await desk.SubmitAsync(draft with { Phone = "+84 912 345 675" });
        var sameDigits = await desk.SubmitAsync(draft with { Phone = "0987 654 321", TaxCode = "0912345675" });
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        foreach (var typed in new[] { "0912 345 675", "+84912345675", "+84 912.345.675", "(+84) 912-345-675", "0084912345675" })
        {
            Assert.Equal((typed, number.ToString()), (typed, string.Join(", ", await FindAsync(typed))));
        }

        // Ten digits alone may be either.
        Assert.Equal([number, sameDigits], await FindAsync("0912345675"));
        Assert.Equal([number, sameDigits], await FindAsync("091234567"));
        Assert.Empty(await FindAsync("0912 345 676"));

        await using (var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync())
        {
            await CaseSearch.RemoveAsync(db, CaseRowMapper.ToNumericCaseNumber(number.ToString()), default);
        }

        Assert.Empty(await FindAsync("0912 345 675"));
        Assert.Equal(1, await desk.Get<CaseSearchIndexer>().IndexMissingAsync(default));
        Assert.Equal(0, await desk.Get<CaseSearchIndexer>().IndexMissingAsync(default));
        Assert.Equal([number], await FindAsync("0912 345 675"));

        async Task<IEnumerable<CaseNumber>> FindAsync(string typed)
        {
            await lan.OpenAsync("/desk?q=" + Uri.EscapeDataString(typed));
            return new[] { number, sameDigits }.Where(n => lan.Html.Contains($"href=\"/desk/cases/{n}\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_likely_duplicate_stands_under_the_title_and_the_contact_before_everything_else_at_the_side()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var first = await desk.SubmitAsync();
        var second = await desk.SubmitAsync();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{second}");
        Assert.Matches($"Có thể trùng với:\\s*<a href=\"/desk/cases/{first}\">", lan.Text);
        var side = lan.Text.Split("<aside")[1];
        Assert.StartsWith("<section aria-labelledby=\"contact\"", side[(side.IndexOf('>', StringComparison.Ordinal) + 1)..].TrimStart());
        Assert.Contains("class=\"back\" href=\"/desk\">← Danh sách</a>", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_filter_is_confirmed_and_the_order_of_a_list_is_visible()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        await desk.SubmitAsync();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync("/desk?view=duesoon");
        Assert.Contains("class=\"by-due\" aria-sort=\"ascending\"", lan.Html, StringComparison.Ordinal);
        await lan.SendAsync("/desk/filters", ("name", "Gấp"));
        await lan.OpenAsync(lan.Location!);
        Assert.Contains("Đã lưu bộ lọc", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_case_is_the_one_that_the_list_shows_next()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var (first, _, third) = (await desk.SubmitAsync(), await desk.SubmitAsync(), await desk.SubmitAsync());
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{first}");
        await lan.SendAsync($"/desk/cases/{first}/reply", ("text", "Được."), ("do", "next"), ("next", third.ToString()));
        Assert.Equal($"/desk/cases/{third}?done=reply&case={first}#done", lan.Location);
    }
}
