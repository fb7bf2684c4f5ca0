using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Privacy.Page;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Privacy.Retention;

namespace PolicyAssistantBot.Tests.Privacy;

public sealed class PrivacyPageTests
{
    [Theory]
    [InlineData(Lang.Vi, "41 ngày")]
    [InlineData(Lang.En, "41 days")]
    public void The_page_shows_the_periods_of_the_configuration(Lang lang, string period)
    {
        var html = PrivacyPage.Render(lang, "Sở <A>", "lien-he@example.vn", new RetentionOptions { Transcript = 41 });
        Assert.Contains($"<td>{period}</td>", html, StringComparison.Ordinal);
        Assert.Contains("Sở &lt;A&gt;", html, StringComparison.Ordinal);
        Assert.Contains("lien-he@example.vn", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_worker_no_period_is_promised() =>
        Assert.DoesNotContain(
            "90 days",
            PrivacyPage.Render(Lang.En, "A", null, new RetentionOptions { IsEnabled = false }),
            StringComparison.Ordinal
        );

    [Fact]
    public void Every_kind_of_data_about_askers_is_on_the_page()
    {
        var shown = PrivacyPageTexts.Kinds.Select(kind => kind.Kind).ToHashSet();
        var personal = PersonalDataRegistry.Tables.Where(t => t.Columns.Values.Contains(ColumnUse.Personal)).Select(t => t.Kind);
        Assert.DoesNotContain(personal.Distinct(), kind => !shown.Contains(kind));
    }
}
