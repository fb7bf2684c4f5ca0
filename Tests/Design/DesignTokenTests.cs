using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Design;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Design;

public sealed partial class DesignTokenTests
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
        var low =
            from part in parts
            from sheet in (string[])["page", "sheet", "sunken"]
            let contrast = Contrast(colors[part], colors[sheet])
            where contrast < PartContrast
            select $"{part} on {sheet}: {contrast:0.00}";
        Assert.Empty(low);
    }

    [Fact]
    public void The_dark_mode_has_every_colour_of_the_light_one()
    {
        var (light, dark) = (DesignTokens.ReadColors(isDark: false), DesignTokens.ReadColors(isDark: true));
        Assert.Equal(light.Keys.Order(StringComparer.Ordinal), dark.Keys.Order(StringComparer.Ordinal));
        Assert.All(light.Keys.Where(name => name is not ("accent-sheet" or "on-mark")), name => Assert.NotEqual(light[name], dark[name]));
    }

    /// <summary>
    /// Colours are in the tokens alone, so that every page follows them; in any notation, in sheets and in drawings. The chat has its own
    /// tokens, because it lives on foreign pages; a code for cameras is black on white in the dark, too.
    /// </summary>
    [Fact]
    public void Nothing_else_names_a_colour()
    {
        var named =
            from file in SourceTree.Files("Bot", ".css", ".razor")
            where
                !file.StartsWith("Bot/Widget/", StringComparison.Ordinal)
                && !file.StartsWith("Bot/wwwroot/widget/", StringComparison.Ordinal)
            where
                !file.EndsWith("/tokens.css", StringComparison.Ordinal)
                && !file.EndsWith("/SecondFactorPage.razor", StringComparison.Ordinal)
            from line in File.ReadAllLines(SourceTree.Combine(file)).Index()
            where (file.EndsWith(".css", StringComparison.Ordinal) ? SheetColorRegex() : DrawnColorRegex()).IsMatch(line.Item)
            select $"{file}:{line.Index + 1}: {line.Item.Trim()}";
        Assert.Empty(named);
    }

    [Theory]
    [InlineData("a { color: #fff; }", true)]
    [InlineData("a { border: 1px solid rgb(0 0 0 / 10%); }", true)]
    [InlineData("a { background: white; }", true)]
    [InlineData("a { box-shadow: 0 0 2px hsl(0 0% 0%); }", true)]
    [InlineData("a { color: var(--ink); outline-color: Highlight; white-space: pre; border: 0 solid transparent; }", false)]
    [InlineData("#problem { color: currentcolor; }", false)]
    public void A_colour_is_recognised_in_every_notation(string line, bool isColor) =>
        Assert.Equal(isColor, SheetColorRegex().IsMatch(line));

    /// <summary>What a rule puts together is among the pairs whose contrast is checked above.</summary>
    [Fact]
    public void Every_pair_of_ink_and_sheet_in_a_rule_is_checked()
    {
        var others =
            from sheet in SourceTree.Files("Bot", ".css")
            where
                !sheet.StartsWith("Bot/Widget/", StringComparison.Ordinal)
                && !sheet.StartsWith("Bot/wwwroot/widget/", StringComparison.Ordinal)
            from Match rule in RuleRegex().Matches(File.ReadAllText(SourceTree.Combine(sheet)))
            let background = BackgroundRegex().Match(rule.Value).Groups["name"].Value
            let ink = InkRegex().Match(rule.Value).Groups["name"].Value
            where background.Length > 0 && ink.Length > 0 && !DesignTokens.Pairs.Contains((background, ink))
            select $"{sheet}: {ink} on {background}";
        Assert.Empty(others.Distinct());
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

    [GeneratedRegex(
        @"[:\s,(](\#[0-9a-f]{3,8}\b(?!.*\{)|(rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(|(white|black|red|green|blue|gr[ae]y|navy|orange|yellow)\b(?!-))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex SheetColorRegex();

    [GeneratedRegex(
        @"(fill|stroke|color|style)=""[^""]*(\#[0-9a-f]{3}|rgb\(|\b(white|black)\b)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex DrawnColorRegex();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex RuleRegex();

    [GeneratedRegex(@"[{;\s]background(-color)?: var\(--(?<name>[a-z-]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex BackgroundRegex();

    [GeneratedRegex(@"[{;\s]color: var\(--(?<name>[a-z-]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex InkRegex();
}
