using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Values">One value per label; null leaves a gap in the line.</param>
public sealed record Series(LocalizedText Name, IReadOnlyList<double?> Values);

/// <param name="Labels">The labels of the x axis.</param>
/// <param name="HasBars">Draws grouped bars instead of lines.</param>
/// <param name="YMaximum">The maximum of the y axis; null to fit the values.</param>
public sealed record Chart(
    string Id,
    LocalizedText Title,
    IReadOnlyList<string> Labels,
    IReadOnlyList<Series> Series,
    bool HasBars = false,
    double? YMaximum = null
)
{
    /// <summary>Whether it has no value other than zero.</summary>
    public bool IsEmpty => Series.All(series => series.Values.All(value => value is null or 0));
}

/// <summary>A text at a position.</summary>
public readonly record struct ChartLabel(double X, double Y, string Text);

/// <summary>The drawing of one series: a path of lines or bars, and a path of points.</summary>
public sealed record DrawnSeries(string Lines, string Points, string Name);

/// <summary>A chart as shapes; sizes are in the units of its view box.</summary>
public sealed record Drawing(
    IReadOnlyList<ChartLabel> YAxisLabels,
    IReadOnlyList<ChartLabel> XAxisLabels,
    IReadOnlyList<DrawnSeries> Series
);
