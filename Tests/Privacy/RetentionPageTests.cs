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
        Assert.Contains(rows, row => Has(row, "41 ngày", "1 ngày", "Retention:Transcript"));
        Assert.Equal(2, rows.Count(row => Has(row, "1.825 ngày", "1.825 ngày", "Retention:ViewLog")));
        Assert.Contains(rows, row => row.Contains(PrivacyPageTexts.NoEnd.Vi, StringComparison.Ordinal) && !row.Contains("Retention:"));
        Assert.DoesNotContain(RetentionTexts.Off.Vi, auditor.Text, StringComparison.Ordinal);

        static bool Has(string row, string period, string minimum, string setting) =>
            row.Contains($">{period}</td>", StringComparison.Ordinal)
            && row[(row.IndexOf(period, StringComparison.Ordinal) + period.Length)..].Contains($">{minimum}</td>", StringComparison.Ordinal)
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
