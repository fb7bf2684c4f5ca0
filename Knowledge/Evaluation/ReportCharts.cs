using System.Globalization;
using System.Net;
using System.Text;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>The charts of a report as SVG with descriptions for screen readers.</summary>
internal static class ReportCharts
{
    private const int ChartSize = 360;
    private const int Margin = 44;
    private const int RowHeight = 28;
    private const int LabelWidth = 150;
    private const int BarWidth = 380;

    /// <summary>A reliability diagram: the share of right outcomes by confidence; on the diagonal, the confidence is calibrated.</summary>
    public static string DrawReliability(IReadOnlyList<ReliabilityBin> bins)
    {
        var description = string.Join(
            "; ",
            bins.Where(bin => bin.Count > 0).Select(bin => Invariant($"{bin.MeanConfidence:P0}: {bin.RightOutcome:P0} of {bin.Count}"))
        );
        var svg = StartSvg(ChartSize + Margin + 16, ChartSize + Margin + 16, $"Mean confidence and share of right outcomes: {description}");
        var (right, bottom) = (Margin + ChartSize, ChartSize + 8);
        for (var i = 0; i <= 10; i += 2)
        {
            var offset = ChartSize * i / 10;
            var y = bottom - offset;
            svg.Append(Invariant($"<line x1=\"{Margin}\" y1=\"{y}\" x2=\"{right}\" y2=\"{y}\" stroke=\"#ddd\"/>"))
                .Append(CreateLabel(Margin - 6, y + 5, Invariant($"{i * 10} %"), "end"))
                .Append(CreateLabel(Margin + offset, ChartSize + 28, Invariant($"{i * 10} %"), "middle"));
        }

        svg.Append(
            Invariant($"<line x1=\"{Margin}\" y1=\"{bottom}\" x2=\"{right}\" y2=\"8\" stroke=\"#767676\" stroke-dasharray=\"5 4\"/>")
        );
        var maxCount = Math.Max(1, bins.Max(bin => bin.Count));
        foreach (var bin in bins.Where(bin => bin.Count > 0))
        {
            var size = 4 + (10 * Math.Sqrt((double)bin.Count / maxCount));
            var (x, y) = (Margin + (bin.MeanConfidence * ChartSize), ChartSize + 8 - (bin.RightOutcome * ChartSize));
            svg.Append(Invariant($"<circle cx=\"{x:0.0}\" cy=\"{y:0.0}\" r=\"{size:0.0}\" fill=\"#1f5fa8\" fill-opacity=\"0.8\"/>"));
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>A bar chart of the share of right outcomes by group.</summary>
    public static string DrawGroups(params IEnumerable<IReadOnlyDictionary<string, QuestionGroupFigures>> sets)
    {
        List<KeyValuePair<string, QuestionGroupFigures>> rows = [.. sets.SelectMany(set => set)];
        var description = string.Join("; ", rows.Select(row => Invariant($"{row.Key} {row.Value.RightOutcome:P1} of {row.Value.Count}")));
        var svg = StartSvg(LabelWidth + BarWidth + 130, (rows.Count * RowHeight) + 8, $"Share of right outcomes: {description}");
        foreach (var (i, (name, group)) in rows.Index())
        {
            var top = i * RowHeight;
            var width = group.RightOutcome * BarWidth;
            svg.Append(CreateLabel(LabelWidth - 8, top + 19, name, "end"))
                .Append(Invariant($"<rect x=\"{LabelWidth}\" y=\"{top + 4}\" width=\"{BarWidth}\" height=\"20\" fill=\"#eee\"/>"))
                .Append(Invariant($"<rect x=\"{LabelWidth}\" y=\"{top + 4}\" width=\"{width:0.0}\" height=\"20\" fill=\"#1f5fa8\"/>"))
                .Append(CreateLabel(LabelWidth + BarWidth + 8, top + 19, Invariant($"{group.RightOutcome:P1} of {group.Count}"), "start"));
        }

        return svg.Append("</svg>").ToString();
    }

    private static StringBuilder StartSvg(int width, int height, string description) =>
        new StringBuilder()
            .Append(
                CultureInfo.InvariantCulture,
                $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" "
                    + $"viewBox=\"0 0 {width} {height}\" role=\"img\">"
            )
            .Append("<title>")
            .Append(WebUtility.HtmlEncode(description))
            .Append("</title>");

    private static string CreateLabel(int x, int y, string text, string anchor) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" font-size=\"13\" font-family=\"system-ui,sans-serif\">"
                + $"{WebUtility.HtmlEncode(text)}</text>"
        );

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
