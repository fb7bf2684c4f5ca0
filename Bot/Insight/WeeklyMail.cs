using System.Globalization;
using System.Net;
using System.Text;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight;

/// <summary>The figures of a week compared with the previous week, as a mail in plain text and HTML.</summary>
internal sealed record WeeklyMail(string Subject, string Text, string Html)
{
    /// <param name="report">A report of at least two weeks; the mail is about the last one.</param>
    /// <param name="page">The page with all figures; null when the public address is not configured.</param>
    /// <param name="upkeep">What the articles need; null leaves that part out.</param>
    public static WeeklyMail Render(InsightReport report, Lang lang, Uri? page, UpkeepPart? upkeep = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var monday = report.Period.GetMonday(report.Period.Weeks - 1);
        var week = StatisticsTables.FormatPeriod(new Period(monday, 1), lang);
        var columns = InsightTexts.GetColumns(report.OtherDeadlineTitles);
        var lines = StatisticsTables
            .Compare(report.Weeks[^1], report.Weeks[^2])
            .Select(
                (pair, i) =>
                    (
                        Label: columns[i][lang],
                        Now: StatisticsFormatter.Format(pair.Now, lang),
                        Before: StatisticsFormatter.Format(pair.Before, lang)
                    )
            )
            .ToList();
        var intro = InsightTexts.WeeklyMailIntro.With(lang, week);
        var link = page is null ? null : InsightTexts.WeeklyMailLink.With(lang, page);

        var text = new StringBuilder(intro).Append("\n\n");
        foreach (var (label, now, before) in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{label}: {now} ({InsightTexts.PreviousWeek[lang]}: {before})\n");
        }

        if (link is not null)
        {
            text.Append('\n').Append(link).Append('\n');
        }

        if (upkeep is not null)
        {
            text.Append('\n').Append(upkeep.Heading).Append('\n');
            foreach (var line in upkeep.Lines)
            {
                text.Append("- ").Append(line).Append('\n');
            }

            if (upkeep.More is not null)
            {
                text.Append(upkeep.More).Append('\n');
            }
        }

        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!DOCTYPE html><html lang="{lang.Code()}"><head><meta charset="utf-8"><title>{Encode(week)}</title></head><body>
            <p>{Encode(intro)}</p><table border="1" cellpadding="6" cellspacing="0"><thead><tr>
            """
        );
        foreach (var heading in new[] { InsightTexts.Figure, InsightTexts.ThisWeek, InsightTexts.PreviousWeek })
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" align=\"left\">{Encode(heading[lang])}</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (var (label, now, before) in lines)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\" align=\"left\">{Encode(label)}</th>");
            html.Append(
                CultureInfo.InvariantCulture,
                $"<td align=\"right\">{Encode(now)}</td><td align=\"right\">{Encode(before)}</td></tr>"
            );
        }

        html.Append("</tbody></table>");
        if (link is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Encode(link)}</p>");
        }

        if (upkeep is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(upkeep.Heading)}</h2><ul>");
            foreach (var line in upkeep.Lines)
            {
                html.Append(CultureInfo.InvariantCulture, $"<li>{Encode(line)}</li>");
            }

            html.Append("</ul>");
            if (upkeep.More is not null)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p>{Encode(upkeep.More)}</p>");
            }
        }

        return new WeeklyMail(InsightTexts.WeeklyMailSubject.With(lang, week), text.ToString(), html.Append("</body></html>").ToString());
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
