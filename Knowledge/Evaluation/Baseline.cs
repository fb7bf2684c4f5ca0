using System.Text.Json;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>The accepted measures of the answers, with which a change of articles or code is compared. Shares are 0 to 1.</summary>
/// <param name="Tolerance">
/// The decrease that is still accepted: a few questions of a thousand are on the boundary between two outcomes.
/// </param>
public sealed record Baseline(double RightOutcome, double WrongAnswerRate, double CorrectRefusal, double Tolerance)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The baseline of the questions in this repository, next to the program.</summary>
    public static string Own { get; } = Path.Combine(AppContext.BaseDirectory, "Knowledge", "Evaluation", "baseline.json");

    /// <exception cref="InvalidDataException">The file is no baseline.</exception>
    public static Baseline Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Baseline>(File.ReadAllText(path), Options)
                ?? throw new InvalidDataException($"{path} is empty");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{path} is no baseline: {problem.Message}", problem);
        }
    }

    /// <summary>The figures of a report, to be the next baseline.</summary>
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

    /// <summary>What became worse, in words; empty when nothing did.</summary>
    public IReadOnlyList<string> Worse(QuestionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var worse = new List<string>();
        Compare("right outcome", report.RightOutcome, RightOutcome, report.RightOutcome < RightOutcome - Tolerance);
        Compare("wrong answers", report.WrongAnswerRate, WrongAnswerRate, report.WrongAnswerRate > WrongAnswerRate + Tolerance);
        Compare("correct refusals", report.CorrectRefusal, CorrectRefusal, report.CorrectRefusal < CorrectRefusal - Tolerance);
        return worse;

        void Compare(string name, double now, double before, bool isWorse)
        {
            if (isWorse)
            {
                worse.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {now:P2}, baseline {before:P2}"));
            }
        }
    }
}
