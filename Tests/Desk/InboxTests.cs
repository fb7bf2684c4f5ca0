using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Preferences;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>The list of cases: search, order, saved filters.</summary>
public sealed class InboxTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task Any_part_of_a_number_finds_its_case(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var first = await desk.SubmitAsync(Sample.Draft() with { TaxCode = "0101248141" });
        var second = await desk.SubmitAsync(Sample.Draft() with { TaxCode = "0100109106" });
        using var lan = await desk.SignInAsync("lan", Roles.Official);

        foreach (var typed in new[] { "000002", "00002", "2", "hn-2026-000002", "HN 2026 000002", "2026-000002", second.ToString()[5..] })
        {
            Assert.Equal([second], await ListedAsync(lan, "/desk?q=" + Uri.EscapeDataString(typed)));
        }

        Assert.Equal([first], await ListedAsync(lan, "/desk?q=01012"));
        Assert.Equal([first], await ListedAsync(lan, "/desk?q=0101248141"));
        Assert.Equal(2, (await ListedAsync(lan, "/desk?q=2026")).Count);
        Assert.Empty(await ListedAsync(lan, "/desk?q=000009"));
        Assert.Empty(await ListedAsync(lan, "/desk?q=9"));
        Assert.Empty(await ListedAsync(lan, "/desk?q=hn-01012"));
    }

    [Theory, EveryDatabase]
    public async Task The_last_digits_of_a_telephone_find_its_case(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        await desk.SubmitAsync(Sample.Draft() with { Phone = "0912 345 678" });
        var wanted = await desk.SubmitAsync(Sample.Draft() with { Phone = "+84 987 654 321" }, "c2");
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        foreach (var typed in new[] { "321", "4321", "654 321", "7654321" })
        {
            Assert.Equal([wanted], await ListedAsync(lan, "/desk?q=" + Uri.EscapeDataString(typed)));
        }

        Assert.Empty(await ListedAsync(lan, "/desk?q=987"));
    }

    /// <summary>Every case contains words that begin with “van” and “noi”; the newest is not the best.</summary>
    [Theory, EveryDatabase]
    public async Task The_best_match_is_first_and_the_newest_only_among_equals(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var named = await desk.SubmitAsync(Draft("Hợp tác xã Vân Nội", "Cần vay vốn."));
        var together = await desk.SubmitAsync(Draft("Công ty A", "Xưởng ở Vân Nội cần vay vốn."));
        var apart = await desk.SubmitAsync(Draft("Công ty B", "Nội dung về vận tải: xe vân tải."));
        var beginnings = await desk.SubmitAsync(Draft("Công ty C", "Nộp văng sổ, noixx vanxx."));
        var newest = await desk.SubmitAsync(Draft("Công ty D", "Noiyy vanyy."));
        using var lan = await desk.SignInAsync("lan", Roles.Official);

        Assert.Equal([named, together, apart, newest, beginnings], await ListedAsync(lan, "/desk?q=van+noi"));
        Assert.Equal([together], await ListedAsync(lan, "/desk?q=xuong+van+noi"));
    }

    [Theory, EveryDatabase]
    public async Task A_heading_sorts_ascending_descending_and_back(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var b = await desk.SubmitAsync(Draft("Bình Minh", "Hai"));
        var a = await desk.SubmitAsync(Draft("Ánh Dương", "Một"));
        var d = await desk.SubmitAsync(Draft("Đông Anh", "Ba"));
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync($"/desk/cases/{b}")).SendAsync($"/desk/cases/{b}/take");

        Assert.Equal([a, b, d], await ListedAsync(lan, "/desk?view=all&sort=enterprise"));
        Assert.Contains("aria-sort=\"ascending\"", lan.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/desk?view=all&amp;sort=-enterprise\"", lan.Html, StringComparison.Ordinal);
        Assert.Equal([d, b, a], await ListedAsync(lan, "/desk?view=all&sort=-enterprise"));
        Assert.Contains("href=\"/desk?view=all\"", lan.Html, StringComparison.Ordinal);
        Assert.Equal(b, (await ListedAsync(lan, "/desk?view=all&sort=owner"))[0]);
        foreach (var column in Enum.GetValues<CaseListColumn>())
        {
            Assert.Equal(3, (await ListedAsync(lan, $"/desk?view=all&sort={column}")).Count);
            Assert.Equal(3, (await ListedAsync(lan, $"/desk?view=all&sort=-{column}")).Count);
        }
    }

    [Fact]
    public async Task A_sorted_list_has_pages()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        for (var i = 0; i < CaseLists.PageSize + 3; i++)
        {
            await desk.SubmitAsync();
        }

        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var seen = await ListedAsync(lan, "/desk?view=all&sort=received");
        var next = System.Net.WebUtility.HtmlDecode(lan.Html.Split("rel=\"next\" href=\"")[1].Split('"')[0]);
        seen.AddRange(await ListedAsync(lan, next));
        Assert.Equal(Enumerable.Range(1, CaseLists.PageSize + 3), seen.Select(number => (int)number.Serial));
        Assert.DoesNotContain("rel=\"next\"", lan.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_page_of_a_sorted_list_offers_no_page_that_would_be_the_first()
    {
        await using var desk = await DeskHost.OpenAsync(folder, DatabaseKind.Sqlite);
        await desk.SubmitAsync();
        await CopyCaseAsync(desk, CaseLists.PageSize * CaseListQuery.MaxPage);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk?view=all&sort=received&page={CaseListQuery.MaxPage - 1}");
        Assert.Contains("rel=\"next\"", lan.Html, StringComparison.Ordinal);
        await lan.OpenAsync($"/desk?view=all&sort=received&page={CaseListQuery.MaxPage}");
        Assert.DoesNotContain("rel=\"next\"", lan.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_subject_time_left_and_counts()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        await desk.SubmitAsync(
            Draft("Bình Minh", "Xin hướng dẫn\nthủ tục hỗ trợ chi phí tư vấn cho doanh nghiệp nhỏ, " + new string('x', 80))
        );
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync("/desk");
        Assert.Contains("Xin hướng dẫn thủ tục hỗ trợ chi phí tư vấn cho doanh nghiệp nhỏ…</a>", lan.Text, StringComparison.Ordinal);
        Assert.Matches("<time class=\"due soon\" [^>]+title=\"[^\"]+\">còn [\\d,]+ (giờ|ngày) làm việc</time>", lan.Text);
        Assert.Contains("<title>(1) Yêu cầu của doanh nghiệp · ", lan.Text, StringComparison.Ordinal);
        Assert.Matches("Chưa ai nhận <span class=\"count\">1</span>", lan.Text);
        Assert.Matches("Đã kết thúc <span class=\"count\">0</span>", lan.Text);
        await lan.OpenAsync("/desk?view=mine");
        Assert.Contains("Anh/chị chưa nhận yêu cầu nào.", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_keeps_filters_that_no_one_else_sees()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var minh = await desk.SignInAsync("minh", Roles.Official);
        await lan.OpenAsync("/desk?view=overdue&kind=Financing&sort=-due&q=vay");
        Assert.Contains("Từ tìm kiếm không được lưu cùng bộ lọc.", lan.Text, StringComparison.Ordinal);
        await lan.SendAsync("/desk/filters", ("name", "Vốn <quá hạn>"));
        const string Address = "/desk?view=overdue&q=vay&kind=Financing&sort=-due";
        Assert.Equal((302, Address + "&saved=1"), (lan.Status, lan.Location));

        // What was searched for, often a name, is not kept.
        var saved = Address.Replace("q=vay&", "", StringComparison.Ordinal);
        await lan.OpenAsync("/desk");
        Assert.Contains($"<a href=\"{saved}\">Vốn <quá hạn></a>", lan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<quá hạn>", lan.Html, StringComparison.Ordinal);
        await minh.OpenAsync("/desk");
        Assert.DoesNotContain("quá hạn>", minh.Text, StringComparison.Ordinal);

        await lan.SendAsync("/desk/filters/remove");
        await lan.OpenAsync("/desk");
        Assert.DoesNotContain("<quá hạn>", lan.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_filter_saved_twice_at_once_is_one_filter_and_one_too_many_is_refused_in_words(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var account = await desk.CreateAsync("lan", Roles.Official);
        using var lan = desk.Browse();
        await lan.SignInAsync("lan", DeskHost.Password);
        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ =>
                    Task.Run(() =>
                        desk.Get<PreferenceStore>()
                            .SaveAsync(
                                new AccountPreference
                                {
                                    AccountId = account.Id,
                                    Kind = PreferenceKind.CaseFilter,
                                    Name = "Bộ lọc 1",
                                    Value = "?view=overdue",
                                },
                                default
                            )
                    )
                )
        );
        await lan.OpenAsync("/desk?view=overdue");
        foreach (var i in Enumerable.Range(2, PreferenceStore.MaxPerKind - 1))
        {
            await lan.SendAsync("/desk/filters", ("name", $"Bộ lọc {i}"));
            Assert.Equal("/desk?view=overdue&saved=1", lan.Location);
            await lan.OpenAsync("/desk?view=overdue");
        }

        await lan.SendAsync("/desk/filters", ("name", "Một bộ lọc nữa"));
        await lan.OpenAsync(lan.Location!);
        Assert.Contains("Chưa lưu được bộ lọc: anh/chị đã có 20 bộ lọc.", lan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Một bộ lọc nữa", lan.Text, StringComparison.Ordinal);

        // One of the same name replaces it.
        await lan.SendAsync("/desk/filters", ("name", "Bộ lọc 2"));
        Assert.Equal("/desk?view=overdue&saved=1", lan.Location);
    }

    private static RequestDraft Draft(string enterprise, string content) =>
        Sample.Draft(enterprise) with
        {
            Content = content + " Chúng tôi cần được hướng dẫn thêm.",
            Question = null,
            ContactName = "An",
        };

    private static async Task CopyCaseAsync(DeskHost desk, int copies)
    {
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var columns = await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM pragma_table_info('Requests')").ToListAsync();
        var values = columns.Select(column =>
            column switch
            {
                "CaseNumber" => "'HN-2026-' || (100000 + i) || '-0'",
                "Number" => "100000 + i",
                "ActivityId" => "'copy-' || i",
                _ => $"r.\"{column}\"",
            }
        );
        var sql =
            $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {copies}) "
            + $"INSERT INTO \"Requests\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) "
            + $"SELECT {string.Join(", ", values)} FROM \"Requests\" r, n";
        await db.Database.ExecuteSqlRawAsync(sql);
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
                .Select(part => CaseNumber.TryParse(part.Split('"')[0], out var number) ? number : default),
        ];
    }
}
