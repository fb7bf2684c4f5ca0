using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PolicyAssistantBot.Knowledge.Answers;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>The results of evaluating a question set; shares are 0 to 1, times in milliseconds.</summary>
/// <param name="RightOutcome">Share of all questions with the right outcome.</param>
/// <param name="KeyFirst">Share of the answerable questions whose first article is an expected one.</param>
/// <param name="KeyTop3">Share of the answerable questions with an expected article among the first three.</param>
/// <param name="WrongAnswerRate">Share of all questions answered from an article that is not an expected one.</param>
/// <param name="CorrectRefusal">Share of the questions that are out of scope or for an official with the right outcome.</param>
public sealed record QuestionReport(
    int Questions,
    double RightOutcome,
    double KeyFirst,
    double KeyTop3,
    double WrongAnswerRate,
    double CorrectRefusal,
    IReadOnlyDictionary<string, QuestionGroupFigures> ByKind,
    IReadOnlyDictionary<string, QuestionGroupFigures> ByLanguage,
    IReadOnlyList<ReliabilityBin> Reliability,
    double P50Ms,
    double P95Ms,
    IReadOnlyList<QuestionMiss> Misses
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Questions} questions: right outcome {RightOutcome:P1}, key first {KeyFirst:P1}, key in top 3 {KeyTop3:P1}, "
                + $"wrong answers {WrongAnswerRate:P1}, correct refusals {CorrectRefusal:P1}"
        );
        Line($"p50 {P50Ms:0.00} ms, p95 {P95Ms:0.00} ms");
        foreach (var (name, group) in ByKind.Concat(ByLanguage))
        {
            Line($"  {name, -12} {group.Count, 4} {group.RightOutcome:P1}");
        }

        foreach (var miss in Misses)
        {
            Line($"{miss.Id} {miss.Question}");
            var candidates = miss.Candidates.Select(candidate =>
                string.Create(CultureInfo.InvariantCulture, $"{candidate.ArticleKey}#{candidate.SectionId} {candidate.Score:0.000}")
            );
            Line($"    expected {miss.Expected}; got {miss.Got} ({miss.Reason}); {string.Join(", ", candidates)}");
        }

        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }
}

public sealed record QuestionGroupFigures(int Count, double RightOutcome);

/// <summary>One bin of the reliability diagram: where mean confidence and right outcomes agree, the confidence is calibrated.</summary>
public sealed record ReliabilityBin(double From, int Count, double MeanConfidence, double RightOutcome);

public sealed record QuestionMiss(
    string Id,
    string Question,
    string Expected,
    string Got,
    string Reason,
    IReadOnlyList<TracedCandidate> Candidates
);
