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
        File.WriteAllText(Path.Combine(folder, "index.html"), Html(report, name));
        File.WriteAllText(Path.Combine(folder, "report.json"), report.ToJson());
    }

    internal static string Html(QuestionReport report, string name)
    {
        var page = new StringBuilder();
        page.Append(
                "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                    + "content=\"width=device-width,initial-scale=1\">"
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"<title>{Text(name)}</title><style>{Style}</style></head><body><main>\n<h1>Answers to {Text(name)}</h1>\n<dl>"
            )
            .Append(Figure("Questions", report.Questions.ToString(CultureInfo.InvariantCulture)))
            .Append(Figure("Right outcome", Share(report.RightOutcome)))
            .Append(Figure("Key first", Share(report.KeyFirst)))
            .Append(Figure("Key in top 3", Share(report.KeyTop3)))
            .Append(Figure("Wrong answers", Share(report.WrongAnswerRate)))
            .Append(Figure("Correct refusals", Share(report.CorrectRefusal)))
            .Append(Figure("p50", Milliseconds(report.P50Ms)))
            .Append(Figure("p95", Milliseconds(report.P95Ms)))
            .Append("</dl>\n<h2>Confidence against truth</h2>\n<figure>")
            .Append(ReportCharts.Reliability(report.Reliability))
            .Append("</figure>\n")
            .Append("<h2>Right outcome by kind and language</h2>\n<figure>")
            .Append(ReportCharts.Groups(report.ByKind, report.ByLanguage))
            .Append("</figure>\n");
        Misses(page, report.Misses);
        return page.Append("</main></body></html>\n").ToString();
    }

    private static void Misses(StringBuilder page, IReadOnlyList<QuestionMiss> misses)
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
                $"<tr><td>{Text(miss.Id)}</td><td>{Text(miss.Question)}</td><td>{Text(miss.Expected)}</td>"
                    + $"<td>{Text(miss.Got)}</td><td>{Text(miss.Reason)}</td><td><ol>"
            );
            foreach (var candidate in miss.Candidates)
            {
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"<li>{Text(candidate.ArticleKey)}#{Text(candidate.SectionId)} {candidate.Score:0.000}</li>"
                );
            }

            page.Append("</ol></td></tr>\n");
        }

        page.Append("</tbody></table>\n");
    }

    private static string Figure(string name, string value) => $"<div><dt>{Text(name)}</dt><dd>{Text(value)}</dd></div>";

    private static string Share(double share) => share.ToString("P1", CultureInfo.InvariantCulture);

    private static string Milliseconds(double time) => time.ToString("0.00 ms", CultureInfo.InvariantCulture);

    /// <summary>Questions are user input and must be encoded.</summary>
    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
