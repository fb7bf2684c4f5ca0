using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>
/// One way of writing dates, shares and the city, so that every answer looks alike; no verdict that a section gives before it is asked.
/// </summary>
internal static partial class StyleCheck
{
    public static IEnumerable<Problem> Check(CheckedArticle article) =>
        from lang in new[] { Lang.Vi, Lang.En }
        from section in article.Article.GetSections(lang)
        from rule in Rules
        from Match match in rule.Wrong.Matches(section.Markdown)
        select article.ReportInSection(
            lang,
            section.Id,
            match.Value,
            "style",
            $"“{match.Value.Trim()}”: viết {rule.Right.Vi}.",
            $"“{match.Value.Trim()}”: write {rule.Right.En}."
        );

    private static readonly (Regex Wrong, LocalizedText Right)[] Rules =
    [
        (ShortDateRegex(), new("ngày, tháng đủ hai chữ số, như 01/07/2026", "day and month with two digits, such as 01/07/2026")),
        (SpacedPercentRegex(), new("% liền với số, như 50%", "% right after the number, such as 50%")),
        (
            VerdictAloneRegex(),
            new(
                "cả câu, vì “Có” hay “Không” đứng đầu trả lời cả câu hỏi khác",
                "the whole sentence: a “yes” or “no” at the beginning answers other questions, too"
            )
        ),
        (CityInSentenceRegex(), new("“thành phố” không viết hoa giữa câu", "“thành phố” without a capital within a sentence")),
    ];

    [GeneratedRegex(@"(?<![\d/])(\d/\d{1,2}|\d{2}/\d)/20\d\d(?![\d/])", RegexOptions.ExplicitCapture)]
    private static partial Regex ShortDateRegex();

    [GeneratedRegex(@"\A(Có|Được|Đúng|Không|Không còn|Không đúng|Yes|No)[:.,](?=\s)", RegexOptions.ExplicitCapture)]
    private static partial Regex VerdictAloneRegex();

    [GeneratedRegex(@"\d\s%")]
    private static partial Regex SpacedPercentRegex();

    [GeneratedRegex(@"(?<=[\p{Ll},;] )Thành phố\b")]
    private static partial Regex CityInSentenceRegex();
}
