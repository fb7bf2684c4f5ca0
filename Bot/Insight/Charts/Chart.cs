using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Values">One for each label; null where there is none: the line is broken there.</param>
public sealed record Series(LocalizedText Name, IReadOnlyList<double?> Values);

/// <param name="Labels">Along the bottom.</param>
/// <param name="IsBars">Bars beside one another rather than lines.</param>
/// <param name="Top">The largest value of the scale; null to fit what there is.</param>
public sealed record Chart(
    string Id,
    LocalizedText Title,
    IReadOnlyList<string> Labels,
    IReadOnlyList<Series> Series,
    bool IsBars = false,
    double? Top = null
);

/// <summary>A text at a place.</summary>
public readonly record struct Mark(double X, double Y, string Text);

/// <summary>What is drawn of one series: a path of lines or bars, and a path of points.</summary>
public sealed record Stroke(string Lines, string Points, string Name, double LegendX);

/// <summary>A chart as shapes; sizes are in the units of its view box.</summary>
public sealed record Drawing(IReadOnlyList<Mark> Scale, IReadOnlyList<Mark> Bottom, IReadOnlyList<Stroke> Strokes);
