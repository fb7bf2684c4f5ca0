using System.Text.Json;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>The measures of the last accepted evaluation, with which a change of articles or code is compared. Shares are 0 to 1.</summary>
/// <param name="Tolerance">
/// The difference that is not a regression, because a few questions of a thousand are close to the boundary between two outcomes.
/// </param>
public sealed record Baseline(double RightOutcome, double WrongAnswerRate, double CorrectRefusal, double Tolerance)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The baseline of the questions in this repository, in the build output.</summary>
    public static string Own { get; } = Path.Combine(AppContext.BaseDirectory, "Knowledge", "Evaluation", "baseline.json");

    /// <exception cref="InvalidDataException">The file is not a baseline.</exception>
    public static Baseline Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Baseline>(File.ReadAllText(path), Options)
                ?? throw new InvalidDataException($"{path} is empty");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{path} is not a baseline: {problem.Message}", problem);
        }
    }

    /// <summary>The figures of a report as the next baseline.</summary>
    public Baseline Of(QuestionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return this with
        {
            RightOutcome = Math.Round(report.RightOutcome, 4),
            WrongAnswerRate = Math.Round(report.WrongAnswerRate, 4),
            CorrectRefusal = Math.Round(report.CorrectRefusal, 4),
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>The regressions as texts; empty when there are none.</summary>
    public IReadOnlyList<string> Regressions(QuestionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var regressions = new List<string>();
        Compare("right outcome", report.RightOutcome, RightOutcome, report.RightOutcome < RightOutcome - Tolerance);
        Compare("wrong answers", report.WrongAnswerRate, WrongAnswerRate, report.WrongAnswerRate > WrongAnswerRate + Tolerance);
        Compare("correct refusals", report.CorrectRefusal, CorrectRefusal, report.CorrectRefusal < CorrectRefusal - Tolerance);
        return regressions;

        void Compare(string name, double now, double before, bool isRegression)
        {
            if (isRegression)
            {
                regressions.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {now:P2}, baseline {before:P2}"));
            }
        }
    }
}
