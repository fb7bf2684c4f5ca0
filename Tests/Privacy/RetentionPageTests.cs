using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Privacy.Page;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Privacy.Retention;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Privacy;

/// <summary>What <c>/desk/retention</c> says, and to whom.</summary>
public sealed class RetentionPageTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_page_names_each_kind_its_period_its_minimum_and_its_setting()
    {
        await using var desk = await OpenAsync(("Retention:Transcript", "41"));
        using var auditor = await desk.SignInAsync("ha", Roles.Auditor);
        await auditor.OpenAsync("/desk/retention");
        Assert.Equal(200, auditor.Status);
        var rows = auditor.Text.Split("<tr>")[2..];
        Assert.Equal(PrivacyPageTexts.Kinds.Count, rows.Length);
        Assert.All(PrivacyPageTexts.Kinds.Zip(rows), row => Assert.Contains(row.First.Name.Vi, row.Second, StringComparison.Ordinal));
        Assert.Contains(rows, row => Has(row, "41 ngày", "1 đến 36.525 ngày", "Retention:Transcript"));
        Assert.Equal(2, rows.Count(row => Has(row, "1.825 ngày", "1.825 đến 36.525 ngày", "Retention:ViewLog")));
        Assert.Contains(rows, row => row.Contains(PrivacyPageTexts.NoEnd.Vi, StringComparison.Ordinal) && !row.Contains("Retention:"));
        Assert.DoesNotContain(RetentionTexts.Off.Vi, auditor.Text, StringComparison.Ordinal);

        static bool Has(string row, string period, string bounds, string setting) =>
            row.Contains(period, StringComparison.Ordinal)
            && row.Contains($">{bounds}</td>", StringComparison.Ordinal)
            && row.Contains($"<code>{setting}</code>", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_keeps_everything_says_so_and_officials_do_not_see_the_page()
    {
        await using var desk = await OpenAsync(("Retention:IsEnabled", "false"));
        using var administrator = await desk.SignInAsync("minh", Roles.Administrator);
        await administrator.OpenAsync("/desk/retention");
        Assert.Contains(RetentionTexts.Off.Vi, administrator.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("90 ngày", administrator.Text, StringComparison.Ordinal);
        using var official = await desk.SignInAsync("lan", Roles.Official);
        await official.OpenAsync("/desk/retention");
        Assert.Equal(403, official.Status);
    }

    [Fact]
    public async Task An_administrator_changes_a_period_within_its_bounds_and_the_security_log_has_both_values()
    {
        await using var desk = await OpenAsync(("Retention:Transcript", "41"));
        using var auditor = await desk.SignInAsync("ha", Roles.Auditor);
        await auditor.OpenAsync("/desk/retention/Transcript");
        Assert.Equal(403, auditor.Status);
        await auditor.OpenAsync("/desk/retention");
        Assert.DoesNotContain("/desk/retention/Transcript", auditor.Html, StringComparison.Ordinal);

        using var minh = await desk.SignInAsync("minh", Roles.Administrator);
        const string Form = "/desk/retention/Transcript";
        await minh.OpenAsync("/desk/retention");
        Assert.Contains(Form, minh.Html, StringComparison.Ordinal);
        await minh.OpenAsync("/desk/retention/Figures");
        Assert.Equal(404, minh.Status);
        await minh.OpenAsync(Form);
        Assert.Contains("theo cấu hình máy chủ (41 ngày)", minh.Text, StringComparison.Ordinal);
        foreach (var wrong in new[] { "0", "36526", "ba mươi", "-5" })
        {
            await SendAsync(wrong);
            Assert.Equal(422, minh.Status);
            Assert.Contains("Nhập số ngày từ 1 đến 36.525, hoặc để trống.", minh.Text, StringComparison.Ordinal);
            Assert.Contains($"value=\"{wrong}\"", minh.Text, StringComparison.Ordinal);
        }

        // A longer period needs no confirmation; a shorter one deletes data.
        await SendAsync("400");
        Assert.Equal("/desk/retention?saved=true", minh.Location);
        await minh.OpenAsync(Form);
        await SendAsync("30");
        Assert.Equal(422, minh.Status);
        Assert.Contains("Thời hạn mới ngắn hơn", minh.Text, StringComparison.Ordinal);
        Assert.Equal(400, (await desk.Get<RetentionPeriods>().GetAsync(default)).Transcript);
        await SendAsync("30", ("confirmed", "true"), ("reason", "Theo quy chế mới"));
        Assert.Equal(302, minh.Status);
        Assert.Equal(30, (await desk.Get<RetentionPeriods>().GetAsync(default)).Transcript);
        await minh.OpenAsync(Form);

        // What another administrator has changed in the meantime is not overwritten.
        await SendAsync("50", ("version", "1"));
        Assert.Equal(409, minh.Status);
        await (await minh.OpenAsync("/desk/retention/ViewLog")).SendAsync(
            "/desk/retention/ViewLog",
            ("days", "1000"),
            ("confirmed", "true")
        );
        Assert.Equal(422, minh.Status);
        await (await minh.OpenAsync(Form)).SendAsync(Form, ("days", ""));
        Assert.Equal(41, (await desk.Get<RetentionPeriods>().GetAsync(default)).Transcript);

        await auditor.OpenAsync("/desk/security");
        Assert.Contains("retention Transcript 41 -> 400", auditor.Text, StringComparison.Ordinal);
        Assert.Contains("retention Transcript 400 -> 30: Theo quy chế mới", auditor.Text, StringComparison.Ordinal);
        Assert.Contains("retention Transcript 30 -> 41 (configured)", auditor.Text, StringComparison.Ordinal);

        Task SendAsync(string days, params (string, string)[] more) => minh.SendAsync(Form, [("days", days), .. more]);
    }

    [Fact]
    public void The_least_period_of_each_kind_is_the_one_that_is_accepted()
    {
        Assert.Equal(RetentionOptions.MinLogDays, RetentionOptions.GetMinDays(DataKind.ViewLog));
        foreach (var kind in Enum.GetValues<DataKind>())
        {
            Assert.Equal(new RetentionOptions().GetDays(kind) is null, RetentionOptions.GetMinDays(kind) is null);
        }

        Assert.False(IsValid(new RetentionOptions { ViewLog = RetentionOptions.MinLogDays - 1 }));
        Assert.True(IsValid(new RetentionOptions { ViewLog = RetentionOptions.MinLogDays }));

        static bool IsValid(RetentionOptions options) =>
            Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true);
    }

    private Task<DeskHost> OpenAsync(params (string Key, string Value)[] settings) =>
        DeskHost.OpenAsync(folder, services => services.AddOptions<RetentionOptions>().BindConfiguration("Retention"), settings);
}
