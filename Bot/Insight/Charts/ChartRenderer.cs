using System.Globalization;
using System.Text;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight.Charts;

/// <summary>Draws charts as SVG paths, as pure functions. Series differ in the shape of their points and the dashes of their lines, not
/// by colour alone.</summary>
internal static class ChartRenderer
{
    public const double Width = 720;
    public const double Height = 260;
    public const double Left = 48;
    public const double Right = 708;
    public const double PlotBottom = 216;
    private const double PlotTop = 34;
    private const double LegendStep = 170;
    private const int MaxLabels = 12;

    public static Drawing Draw(Chart chart, Lang lang)
    {
        var step = Step(chart.Top ?? chart.Series.SelectMany(s => s.Values).Max() ?? 0);
        var top = Math.Max(
            step,
            Math.Ceiling(Math.Round((chart.Top ?? chart.Series.SelectMany(s => s.Values).Max() ?? 0) / step, 6)) * step
        );
        var every = (chart.Labels.Count + MaxLabels - 1) / MaxLabels;
        return new Drawing(
            [.. Enumerable.Range(0, (int)Math.Round(top / step) + 1).Select(i => new Mark(Left, Y(i * step, top), Number(i * step, lang)))],
            [
                .. chart
                    .Labels.Select((label, i) => new Mark(Middle(i, chart.Labels.Count), PlotBottom + 18, label))
                    .Where((_, i) => every <= 1 || i % every == 0),
            ],
            [
                .. chart.Series.Select(
                    (series, i) =>
                        chart.IsBars
                            ? new Stroke(Bars(series.Values, i, chart.Series.Count, top), "", series.Name[lang], Left + (i * LegendStep))
                            : new Stroke(
                                Lines(series.Values, top),
                                Points(series.Values, i, top),
                                series.Name[lang],
                                Left + (i * LegendStep)
                            )
                ),
            ]
        );
    }

    /// <summary>The step of the y axis: 1, 2 or 5 times a power of ten, so that there are two to five steps; at least 1, as counts are
    /// whole numbers.</summary>
    public static double Step(double max)
    {
        if (max <= 4)
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(max / 4)));
        return power
            * (
                (max / 4 / power) switch
                {
                    <= 1 => 1,
                    <= 2 => 2,
                    <= 5 => 5,
                    _ => 10,
                }
            );
    }

    /// <summary>A data point in the shape of its series.</summary>
    public static string Point(int series, double x, double y) =>
        series switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"M{x - 3.5:0.#} {y:0.#}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z"),
            1 => string.Create(CultureInfo.InvariantCulture, $"M{x - 3.5:0.#} {y - 3.5:0.#}h7v7h-7z"),
            _ => string.Create(CultureInfo.InvariantCulture, $"M{x:0.#} {y - 4.5:0.#}l4.5 8h-9z"),
        };

    private static string Lines(IReadOnlyList<double?> values, double top)
    {
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
            {
                path.Append(
                    CultureInfo.InvariantCulture,
                    $"{(i > 0 && values[i - 1] is not null ? 'L' : 'M')}{Middle(i, values.Count):0.#} {Y(value, top):0.#}"
                );
            }
        }

        return path.ToString();
    }

    private static string Points(IReadOnlyList<double?> values, int series, double top) =>
        string.Concat(values.Select((value, i) => value is { } v ? Point(series, Middle(i, values.Count), Y(v, top)) : ""));

    private static string Bars(IReadOnlyList<double?> values, int series, int count, double top)
    {
        var slot = (Right - Left) / values.Count;
        var width = Math.Min(slot * 0.7 / count, 48);
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is > 0 and { } value)
            {
                var x = Middle(i, values.Count) - (width * count / 2) + (series * width);
                path.Append(CultureInfo.InvariantCulture, $"M{x:0.#} {PlotBottom:0.#}V{Y(value, top):0.#}h{width:0.#}V{PlotBottom:0.#}z");
            }
        }

        return path.ToString();
    }

    private static double Middle(int index, int count) => Left + ((index + 0.5) * (Right - Left) / count);

    private static double Y(double value, double top) => PlotBottom - (Math.Min(value, top) / top * (PlotBottom - PlotTop));

    private static string Number(double value, Lang lang) =>
        value.ToString(
            "#,0.#",
            lang == Lang.En
                ? NumberFormatInfo.InvariantInfo
                : new NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = "," }
        );
}
