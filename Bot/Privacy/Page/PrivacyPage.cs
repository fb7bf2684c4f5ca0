using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Privacy.Retention;

namespace PolicyAssistantBot.Privacy.Page;

/// <summary>The privacy page as HTML, with the periods of the configuration.</summary>
internal static class PrivacyPage
{
    /// <summary>Vietnamese letters need no entities: the page is UTF-8.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="unit">The unit that is responsible.</param>
    /// <param name="contact">How it is reached; null for the chat.</param>
    public static string Render(Lang lang, string unit, string? contact, RetentionOptions retention)
    {
        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!doctype html>
            <html lang="{lang.Code()}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Encode(PrivacyPageTexts.Title[lang])}</title>
            <link rel="icon" href="/site/mark.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/site/site.css">
            </head>
            <body>
            <header class="top"><div class="wrap">
            <a class="brand" href="{(lang == Lang.En ? "/en" : "/")}">{Encode(PrivacyPageTexts.BackToStart[lang])}</a>
            <a class="switch" href="{PathFor(lang == Lang.En ? Lang.Vi : Lang.En)}">{Encode(PrivacyPageTexts.OtherLanguage[lang])}</a>
            </div></header>
            <main><section><div class="wrap privacy">
            <h1>{Encode(PrivacyPageTexts.Title[lang])}</h1>

            """
        );
        AppendSection(html, PrivacyPageTexts.ResponsibleHeading[lang]);
        AppendParagraph(html, PrivacyPageTexts.Responsible.With(lang, unit, contact ?? PrivacyPageTexts.DefaultContact[lang]));
        AppendSection(html, PrivacyPageTexts.PurposesHeading[lang]);
        AppendList(html, PrivacyPageTexts.Purposes.Select(purpose => purpose[lang]));
        AppendSection(html, PrivacyPageTexts.KeptHeading[lang]);
        AppendPeriods(html, lang, retention);
        AppendSection(html, PrivacyPageTexts.WhereHeading[lang]);
        AppendParagraph(html, PrivacyPageTexts.Where[lang]);
        AppendSection(html, PrivacyPageTexts.RightsHeading[lang]);
        AppendParagraph(html, PrivacyPageTexts.RightsIntro[lang]);
        AppendList(html, PrivacyPageTexts.Rights.Select(right => right[lang]));
        AppendSection(html, PrivacyPageTexts.ComplaintsHeading[lang]);
        AppendParagraph(html, PrivacyPageTexts.Complaints[lang]);
        return html.Append("</div></section></main>\n</body>\n</html>\n").ToString();
    }

    public static string PathFor(Lang lang) => lang == Lang.En ? "/en/privacy" : "/privacy";

    private static void AppendPeriods(StringBuilder html, Lang lang, RetentionOptions retention)
    {
        html.Append("<table>\n<thead><tr>");
        foreach (var column in new[] { PrivacyPageTexts.KindColumn, PrivacyPageTexts.PeriodColumn, PrivacyPageTexts.AfterwardsColumn })
        {
            html.Append("<th scope=\"col\">").Append(Encode(column[lang])).Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var (kind, name, afterwards) in PrivacyPageTexts.Kinds)
        {
            var period = retention.IsEnabled ? retention.GetDays(kind) : null;
            var shown = period is null ? PrivacyPageTexts.NoEnd[lang] : PrivacyPageTexts.Days.With(lang, period);
            html.Append("<tr><th scope=\"row\">")
                .Append(Encode(name[lang]))
                .Append("</th><td>")
                .Append(Encode(shown))
                .Append("</td><td>")
                .Append(Encode(afterwards[lang]))
                .Append("</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void AppendSection(StringBuilder html, string heading) => html.Append("<h2>").Append(Encode(heading)).Append("</h2>\n");

    private static void AppendParagraph(StringBuilder html, string text) => html.Append("<p>").Append(Encode(text)).Append("</p>\n");

    private static void AppendList(StringBuilder html, IEnumerable<string> items)
    {
        html.Append("<ul>\n");
        foreach (var item in items)
        {
            html.Append("<li>").Append(Encode(item)).Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static string Encode(string text) => Encoder.Encode(text);
}
