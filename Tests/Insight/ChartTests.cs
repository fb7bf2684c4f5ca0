using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Design;
using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Insight.Charts;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Tests.Insight;

public sealed partial class ChartTests
{
    private static readonly LocalizedText Name = new("Tên", "Name");

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(7, 2)]
    [InlineData(20, 5)]
    [InlineData(99, 50)]
    [InlineData(100, 50)]
    [InlineData(1234, 500)]
    public void The_axis_has_round_steps(double max, double step) => Assert.Equal(step, ChartRenderer.ComputeStep(max), 9);

    [Fact]
    public void Lines_stay_inside_the_chart_and_break_at_missing_values()
    {
        double?[] values = [0, 5, null, 20, 40];
        var drawing = ChartRenderer.Draw(new Chart("x", Name, ["a", "b", "c", "d", "e"], [new Series(Name, values)]), Lang.Vi);
        var stroke = Assert.Single(drawing.Series);
        Assert.Equal("MLML", string.Concat(stroke.Lines.Where(char.IsLetter)));
        var points = Point().Matches(stroke.Lines).Select(m => (X: Read(m, "x"), Y: Read(m, "y"))).ToList();
        Assert.Equal(4, points.Count);
        Assert.All(
            points,
            p => Assert.True(p.X is >= ChartRenderer.Left and <= ChartRenderer.Right && p.Y is >= 0 and <= ChartRenderer.PlotBottom)
        );
        Assert.Equal(points.OrderByDescending(p => p.Y), points);
        Assert.Equal(ChartRenderer.PlotBottom, points[0].Y);
        Assert.Equal(["0", "10", "20", "30", "40"], drawing.YAxisLabels.Select(m => m.Text));
    }

    [Fact]
    public void A_chart_without_values_is_drawn() =>
        Assert.Equal(
            ["0", "1"],
            ChartRenderer
                .Draw(new Chart("x", Name, ["a"], [new Series(Name, [null])], HasBars: true), Lang.En)
                .YAxisLabels.Select(m => m.Text)
        );

    [Theory]
    [InlineData("Phường Ba Đình", "\"Phường Ba Đình\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+84", "\"'+84\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData(" =1", "\"' =1\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a \"b\", c", "\"a \"\"b\"\", c\"")]
    [InlineData("", "\"\"")]
    public void A_csv_field_is_never_a_formula(string text, string field) => Assert.Equal(field, CsvField.Quote(text));

    [Theory]
    [InlineData(CellKind.Count, 12345d, "12.345", "12,345")]
    [InlineData(CellKind.Share, 0.955, "95,5 %", "95.5 %")]
    [InlineData(CellKind.Score, 4.25, "4,3", "4.3")]
    [InlineData(CellKind.Duration, 59d, "59 phút", "59 min")]
    [InlineData(CellKind.Duration, 90d, "1,5 giờ", "1.5 h")]
    [InlineData(CellKind.Duration, 4320d, "3 ngày", "3 days")]
    [InlineData(CellKind.Duration, null, "–", "–")]
    public void Numbers_are_formatted_for_the_language(CellKind kind, double? value, string vi, string en) =>
        Assert.Equal(
            (vi, en),
            (StatisticsFormatter.Format(new Cell(kind, value), Lang.Vi), StatisticsFormatter.Format(new Cell(kind, value), Lang.En))
        );

    private static double Read(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("[ML](?<x>[0-9.]+) (?<y>[0-9.]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Point();
}
