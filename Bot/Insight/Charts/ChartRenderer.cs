using System.Globalization;
using System.Text;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight.Charts;

/// <summary>Draws charts as SVG paths, as pure functions. Series differ in the shape of their points and the dashes of their lines, not
/// by colour alone.</summary>
internal static class ChartRenderer
{
    /// <summary>As wide as a phone has room for, so that texts of 13 units have at least 12 pixels there.</summary>
    public const double Width = 340;
    public const double Height = 214;
    public const double Left = 44;
    public const double Right = 334;
    public const double PlotBottom = 182;
    private const double PlotTop = 14;
    private const int MaxLabels = 6;

    /// <summary>With more values, their points would touch.</summary>
    private const int MaxPoints = 27;

    public static Drawing Draw(Chart chart, Lang lang)
    {
        var step = ComputeStep(chart.YMaximum ?? chart.Series.SelectMany(s => s.Values).Max() ?? 0);
        var top = Math.Max(
            step,
            Math.Ceiling(Math.Round((chart.YMaximum ?? chart.Series.SelectMany(s => s.Values).Max() ?? 0) / step, 6)) * step
        );
        var labelInterval = (chart.Labels.Count + MaxLabels - 1) / MaxLabels;
        return new Drawing(
            [
                .. Enumerable
                    .Range(0, (int)Math.Round(top / step) + 1)
                    .Select(i => new ChartLabel(Left, ToY(i * step, top), FormatNumber(i * step, lang))),
            ],
            [
                .. chart
                    .Labels.Select((label, i) => new ChartLabel(GetSlotCenter(i, chart.Labels.Count), PlotBottom + 22, label))
                    .Where((_, i) => labelInterval <= 1 || i % labelInterval == 0),
            ],
            [
                .. chart.Series.Select(
                    (series, i) =>
                        chart.HasBars
                            ? new DrawnSeries(DrawBars(series.Values, i, chart.Series.Count, top), "", series.Name[lang])
                            : new DrawnSeries(DrawLines(series.Values, top), DrawPoints(series.Values, i, top), series.Name[lang])
                ),
            ]
        );
    }

    /// <summary>The step of the y axis: 1, 2 or 5 times a power of ten, so that there are two to five steps; at least 1, as counts are
    /// whole numbers.</summary>
    public static double ComputeStep(double max)
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
    public static string DrawPoint(int series, double x, double y) =>
        series switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"M{x - 3.5:0.#} {y:0.#}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z"),
            1 => string.Create(CultureInfo.InvariantCulture, $"M{x - 3.5:0.#} {y - 3.5:0.#}h7v7h-7z"),
            _ => string.Create(CultureInfo.InvariantCulture, $"M{x:0.#} {y - 4.5:0.#}l4.5 8h-9z"),
        };

    private static string DrawLines(IReadOnlyList<double?> values, double top)
    {
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
            {
                path.Append(
                    CultureInfo.InvariantCulture,
                    $"{(i > 0 && values[i - 1] is not null ? 'L' : 'M')}{GetSlotCenter(i, values.Count):0.#} {ToY(value, top):0.#}"
                );
            }
        }

        return path.ToString();
    }

    private static string DrawPoints(IReadOnlyList<double?> values, int series, double top) =>
        string.Concat(
            values.Select(
                (value, i) =>
                    value is { } v && (values.Count <= MaxPoints || IsAlone(values, i))
                        ? DrawPoint(series, GetSlotCenter(i, values.Count), ToY(v, top))
                        : ""
            )
        );

    /// <summary>Without a neighbour there is no line to it.</summary>
    private static bool IsAlone(IReadOnlyList<double?> values, int index) =>
        (index == 0 || values[index - 1] is null) && (index == values.Count - 1 || values[index + 1] is null);

    private static string DrawBars(IReadOnlyList<double?> values, int series, int count, double top)
    {
        var slot = (Right - Left) / values.Count;
        var width = Math.Min(slot * 0.7 / count, 48);
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is > 0 and { } value)
            {
                var x = GetSlotCenter(i, values.Count) - (width * count / 2) + (series * width);
                path.Append(CultureInfo.InvariantCulture, $"M{x:0.#} {PlotBottom:0.#}V{ToY(value, top):0.#}h{width:0.#}V{PlotBottom:0.#}z");
            }
        }

        return path.ToString();
    }

    private static double GetSlotCenter(int index, int count) => Left + ((index + 0.5) * (Right - Left) / count);

    private static double ToY(double value, double top) => PlotBottom - (Math.Min(value, top) / top * (PlotBottom - PlotTop));

    private static string FormatNumber(double value, Lang lang) =>
        value.ToString(
            "#,0.#",
            lang == Lang.En
                ? NumberFormatInfo.InvariantInfo
                : new NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = "," }
        );
}
