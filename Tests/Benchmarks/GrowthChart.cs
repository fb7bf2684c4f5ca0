using System.Globalization;
using System.Text;

namespace PolicyAssistantBot.Benchmarks;

/// <summary>A small chart of a value by number of passages; both axes are logarithmic.</summary>
internal static class GrowthChart
{
    private static readonly string[] Colours = ["#2563eb", "#dc2626", "#6b7280"];

    /// <param name="target">The target values by number of passages; drawn dashed.</param>
    public static string Draw(
        string unit,
        IReadOnlyList<(string Name, IReadOnlyList<(int Size, double Value)> Points)> series,
        IReadOnlyList<(int Size, double Value)> target
    )
    {
        var all = series.SelectMany(s => s.Points).Concat(target).ToList();
        var (left, right) = (Math.Log10(all.Min(p => p.Size)), Math.Log10(all.Max(p => p.Size)));
        var (low, high) = ((int)Math.Floor(Math.Log10(all.Min(p => p.Value))), (int)Math.Ceiling(Math.Log10(all.Max(p => p.Value))));
        var svg = new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 560 240\" font-family=\"sans-serif\" font-size=\"11\">\n<rect width=\"560\" height=\"240\" fill=\"#fff\"/>\n"
        );
        for (var power = low; power <= high; power++)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path d=\"M80 {Y(Math.Pow(10, power)):f0}H490\" stroke=\"#ddd\"/><text x=\"74\" y=\"{Y(Math.Pow(10, power)) + 4:f0}\" text-anchor=\"end\">{Math.Pow(10, power):#,0.###} {unit}</text>\n"
            );
        }

        foreach (var size in all.Select(p => p.Size).Distinct().Order())
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(size):f0}\" y=\"228\" text-anchor=\"middle\">{size:#,0}</text>\n");
        }

        for (var i = 0; i < series.Count; i++)
        {
            Line(series[i].Name, series[i].Points, Colours[i], "");
        }

        if (target.Count > 0)
        {
            Line("target", target, Colours[2], " stroke-dasharray=\"5 4\"");
        }

        return svg.Append("</svg>\n").ToString();

        double X(double size) => 90 + (390 * (Math.Log10(size) - left) / Math.Max(0.1, right - left));

        double Y(double value) => 205 - (185 * (Math.Log10(value) - low) / Math.Max(1, high - low));

        void Line(string name, IReadOnlyList<(int Size, double Value)> points, string colour, string style)
        {
            var line = string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Size):f1},{Y(p.Value):f1}")));
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<polyline points=\"{line}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"{style}/><text x=\"{X(points[^1].Size) + 8:f0}\" y=\"{Y(points[^1].Value) + 4:f0}\" fill=\"{colour}\">{name}</text>\n"
            );
        }
    }
}
