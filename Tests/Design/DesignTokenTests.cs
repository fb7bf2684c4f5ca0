using System.Globalization;
using PolicyAssistantBot.Design;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Design;

public sealed class DesignTokenTests
{
    private const double TextContrast = 4.5;

    /// <summary>Borders of controls and the focus ring (WCAG 1.4.11).</summary>
    private const double PartContrast = 3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_ink_is_readable_on_its_sheet(bool isDark)
    {
        var colors = DesignTokens.ReadColors(isDark);
        var low = DesignTokens
            .Pairs.Select(pair => (pair.Sheet, pair.Ink, Contrast: Contrast(colors[pair.Sheet], colors[pair.Ink])))
            .Where(pair => pair.Contrast < TextContrast)
            .Select(pair => $"{pair.Ink} on {pair.Sheet}: {pair.Contrast:0.00}");
        Assert.Empty(low);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Borders_of_fields_and_the_focus_ring_can_be_seen(bool isDark)
    {
        var colors = DesignTokens.ReadColors(isDark);
        string[] parts = ["field", "focus", "accent"];
        Assert.All(parts, part => Assert.InRange(Contrast(colors[part], colors["sheet"]), PartContrast, 21));
        Assert.All(parts, part => Assert.InRange(Contrast(colors[part], colors["page"]), PartContrast, 21));
    }

    [Fact]
    public void The_dark_mode_has_every_colour_of_the_light_one()
    {
        var (light, dark) = (DesignTokens.ReadColors(isDark: false), DesignTokens.ReadColors(isDark: true));
        Assert.Equal(light.Keys.Order(StringComparer.Ordinal), dark.Keys.Order(StringComparer.Ordinal));
        Assert.All(light.Keys.Where(name => name is not "accent-sheet"), name => Assert.NotEqual(light[name], dark[name]));
    }

    /// <summary>Colours stand in the tokens alone, so that every page follows them.</summary>
    [Fact]
    public void No_other_sheet_names_a_colour()
    {
        var sheets = SourceTree.Files("Bot/Design", ".css").Concat(SourceTree.Files("Bot/wwwroot/desk", ".css"));
        var named =
            from sheet in sheets
            where !sheet.EndsWith("tokens.css", StringComparison.Ordinal)
            from line in File.ReadAllLines(SourceTree.Combine(sheet)).Index()
            where line.Item.Contains(": #", StringComparison.Ordinal) || line.Item.Contains(" #fff", StringComparison.OrdinalIgnoreCase)
            select $"{sheet}:{line.Index + 1}: {line.Item.Trim()}";
        Assert.Empty(named);
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>The relative luminance of WCAG 2.2.</summary>
    private static double Luminance(string color)
    {
        var parts = Enumerable
            .Range(0, 3)
            .Select(i => int.Parse(color.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
