using PolicyAssistantBot.Design.Public;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Privacy.Retention;

namespace PolicyAssistantBot.Privacy.Page;

/// <summary>The content of the privacy page as HTML, with the periods of the configuration.</summary>
internal static class PrivacyPage
{
    /// <param name="unit">The unit that is responsible.</param>
    /// <param name="contact">How it is reached; null for the chat.</param>
    public static string Render(Lang lang, string unit, string? contact, RetentionOptions retention)
    {
        var html = new HtmlPage(PrivacyPageTexts.Title[lang]);
        html.Heading(PrivacyPageTexts.ResponsibleHeading[lang]);
        html.Paragraph(PrivacyPageTexts.Responsible.With(lang, unit, contact ?? PrivacyPageTexts.DefaultContact[lang]));
        html.Heading(PrivacyPageTexts.PurposesHeading[lang]);
        html.List(PrivacyPageTexts.Purposes.Select(purpose => purpose[lang]));
        html.Heading(PrivacyPageTexts.KeptHeading[lang]);
        html.Table(
            [PrivacyPageTexts.KindColumn[lang], PrivacyPageTexts.PeriodColumn[lang], PrivacyPageTexts.AfterwardsColumn[lang]],
            PrivacyPageTexts.Kinds.Select(kind =>
            {
                var days = retention.IsEnabled ? retention.GetDays(kind.Kind) : null;
                var period = days is null ? PrivacyPageTexts.NoEnd[lang] : PrivacyPageTexts.Days.With(lang, days);
                return (IReadOnlyList<string>)[kind.Name[lang], period, kind.Afterwards[lang]];
            })
        );
        html.Heading(PrivacyPageTexts.WhereHeading[lang]);
        html.Paragraph(PrivacyPageTexts.Where[lang]);
        html.Heading(PrivacyPageTexts.RightsHeading[lang]);
        html.Paragraph(PrivacyPageTexts.RightsIntro[lang]);
        html.List(PrivacyPageTexts.Rights.Select(right => right[lang]));
        html.Heading(PrivacyPageTexts.ComplaintsHeading[lang]);
        html.Paragraph(PrivacyPageTexts.Complaints[lang]);
        return html.ToString();
    }

    public static string PathFor(Lang lang) => PublicPages.Privacy(lang);
}
