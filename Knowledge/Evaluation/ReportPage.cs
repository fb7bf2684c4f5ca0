using System.Globalization;
using System.Net;
using System.Text;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>Writes a report as one self-contained HTML page: figures, charts, and every wrong outcome with its candidates.</summary>
public static class ReportPage
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1a1a1a;background:#fff}
        table{border-collapse:collapse;width:100%;margin:1rem 0}
        th,td{border:1px solid #767676;padding:.35rem .6rem;text-align:left;vertical-align:top}
        th{background:#f2f2f2}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
        figure{margin:1rem 0}svg{max-width:100%;height:auto}
        dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1rem}
        dt{color:#595959}dd{margin:0;font-size:1.5rem}ol{margin:0;padding-left:1.2rem}
        """;

    /// <summary>Writes <c>index.html</c> and <c>report.json</c> to the folder, which is created when it is missing.</summary>
    /// <param name="name">The name of the question set, for the title.</param>
    public static void Write(QuestionReport report, string folder, string name)
    {
        ArgumentNullException.ThrowIfNull(report);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "index.html"), ToHtml(report, name));
        File.WriteAllText(Path.Combine(folder, "report.json"), report.ToJson());
    }

    internal static string ToHtml(QuestionReport report, string name)
    {
        var page = new StringBuilder();
        page.Append(
                "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                    + "content=\"width=device-width,initial-scale=1\">"
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"<title>{Encode(name)}</title><style>{Style}</style></head><body><main>\n<h1>Answers to {Encode(name)}</h1>\n<dl>"
            )
            .Append(FormatFigure("Questions", report.Questions.ToString(CultureInfo.InvariantCulture)))
            .Append(FormatFigure("Right outcome", FormatShare(report.RightOutcome)))
            .Append(FormatFigure("Key first", FormatShare(report.KeyFirst)))
            .Append(FormatFigure("Key in top 3", FormatShare(report.KeyTop3)))
            .Append(FormatFigure("Wrong answers", FormatShare(report.WrongAnswerRate)))
            .Append(FormatFigure("Correct refusals", FormatShare(report.CorrectRefusal)))
            .Append(FormatFigure("p50", FormatMilliseconds(report.P50Ms)))
            .Append(FormatFigure("p95", FormatMilliseconds(report.P95Ms)))
            .Append("</dl>\n<h2>Confidence against truth</h2>\n<figure>")
            .Append(ReportCharts.DrawReliability(report.Reliability))
            .Append("</figure>\n")
            .Append("<h2>Right outcome by kind and language</h2>\n<figure>")
            .Append(ReportCharts.DrawGroups(report.ByKind, report.ByLanguage))
            .Append("</figure>\n");
        AppendMisses(page, report.Misses);
        return page.Append("</main></body></html>\n").ToString();
    }

    private static void AppendMisses(StringBuilder page, IReadOnlyList<QuestionMiss> misses)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"<h2>Misses ({misses.Count})</h2>\n<table><thead><tr><th>Id</th><th>Question</th><th>Expected</th><th>Got</th>"
                + $"<th>Why</th><th>Candidates</th></tr></thead><tbody>\n"
        );
        foreach (var miss in misses)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{Encode(miss.Id)}</td><td>{Encode(miss.Question)}</td><td>{Encode(miss.Expected)}</td>"
                    + $"<td>{Encode(miss.Got)}</td><td>{Encode(miss.Reason)}</td><td><ol>"
            );
            foreach (var candidate in miss.Candidates)
            {
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"<li>{Encode(candidate.ArticleKey)}#{Encode(candidate.SectionId)} {candidate.Score:0.000}</li>"
                );
            }

            page.Append("</ol></td></tr>\n");
        }

        page.Append("</tbody></table>\n");
    }

    private static string FormatFigure(string name, string value) => $"<div><dt>{Encode(name)}</dt><dd>{Encode(value)}</dd></div>";

    private static string FormatShare(double share) => share.ToString("P1", CultureInfo.InvariantCulture);

    private static string FormatMilliseconds(double time) => time.ToString("0.00 ms", CultureInfo.InvariantCulture);

    /// <summary>Questions are user input and must be encoded.</summary>
    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
