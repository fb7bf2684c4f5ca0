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
    public static string DefaultFile { get; } = Path.Combine(AppContext.BaseDirectory, "Knowledge", "Evaluation", "baseline.json");

    /// <exception cref="InvalidDataException">The file is not a baseline.</exception>
    public static Baseline Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Baseline>(File.ReadAllText(path), Options)
                ?? throw new InvalidDataException($"{path} is empty");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path} is not a baseline: {exception.Message}", exception);
        }
    }

    /// <summary>The figures of a report as the next baseline.</summary>
    public Baseline CreateFrom(QuestionReport report)
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
    public IReadOnlyList<string> FindRegressions(QuestionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var regressions = new List<string>();
        AddIfRegression("right outcome", report.RightOutcome, RightOutcome, report.RightOutcome < RightOutcome - Tolerance);
        AddIfRegression("wrong answers", report.WrongAnswerRate, WrongAnswerRate, report.WrongAnswerRate > WrongAnswerRate + Tolerance);
        AddIfRegression("correct refusals", report.CorrectRefusal, CorrectRefusal, report.CorrectRefusal < CorrectRefusal - Tolerance);
        return regressions;

        void AddIfRegression(string name, double current, double baseline, bool isRegression)
        {
            if (isRegression)
            {
                regressions.Add(
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {current:P2}, baseline {baseline:P2}")
                );
            }
        }
    }
}
