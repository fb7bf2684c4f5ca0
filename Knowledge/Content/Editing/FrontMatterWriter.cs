using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Content.Gaps;

namespace PolicyAssistantBot.Knowledge.Content.Editing;

/// <summary>Writes the fields of an article's front matter, one a line, with quotes where the value is free text.</summary>
internal sealed partial class FrontMatterWriter
{
    private readonly StringBuilder text = new();

    public void Line(string line) => text.Append(line).Append('\n');

    public void Field(string name, string value) => Line($"{name}: {Word(value)}");

    public void Text(string indent, LocalizedText value)
    {
        Line($"{indent}vi: {YamlItem.Quote(value.Vi)}");
        Line($"{indent}en: {YamlItem.Quote(value.En)}");
    }

    /// <summary>A list with an item a line.</summary>
    public void Block(string name, IReadOnlyList<string> values)
    {
        Line(values.Count == 0 ? $"{name}: []" : $"{name}:");
        foreach (var value in values)
        {
            Line($"    - {YamlItem.Quote(value)}");
        }
    }

    public void Keys(string name, IReadOnlyList<string> keys) => Line($"{name}: [{string.Join(", ", keys.Select(Word))}]");

    public void Day(string name, DateOnly? day)
    {
        if (day is { } value)
        {
            Line($"{name}: {Date(value)}");
        }
    }

    public void Basis(LegalBasis basis)
    {
        Line($"  - document: {YamlItem.Quote(basis.Document)}");
        Optional("clause", basis.Clause);
        Line($"    from:{Value(basis.InForce.From)}");
        Line($"    until:{Value(basis.InForce.Until)}");
        Line(basis.ReplacedBy is { } replacedBy ? $"    replacedBy: {YamlItem.Quote(replacedBy)}" : "    replacedBy:");
        Line($"    confidence: {Label(basis.Confidence)}");
        Line($"    figures: {YamlItem.WriteList(basis.Figures.SkipLast(basis.Examples.Count))}");
        if (basis.Examples.Count > 0)
        {
            Line($"    examples: {YamlItem.WriteList(basis.Examples)}");
        }

        Optional("id", basis.Id);
        Then("    ", basis.Then);
    }

    public void Validity(ValidityPeriod period, LocalizedText? then)
    {
        Line("validity:");
        Line($"  from:{Value(period.From)}");
        Line($"  until:{Value(period.Until)}");
        Then("  ", then);
    }

    public void Periods(IReadOnlyList<OwnPeriod> periods)
    {
        if (periods.Count == 0)
        {
            return;
        }

        Line("periods:");
        foreach (var period in periods)
        {
            Line($"  - id: {Word(period.Id)}");
            Line($"    from:{Value(period.InForce.From)}");
            Line($"    until:{Value(period.InForce.Until)}");
            Then("    ", period.Then);
        }
    }

    public void Filing(Filing? filing)
    {
        if (filing is null)
        {
            return;
        }

        if (filing.IsNone)
        {
            Line("filing: none");
            return;
        }

        Line(filing is { SameAs: null, Known.Count: 0 } ? "filing: {}" : "filing:");
        if (filing.SameAs is { } key)
        {
            Line($"  as: {Word(key)}");
        }

        foreach (var line in filing.Known)
        {
            Line($"  {FilingReader.NameOf(line.Fact)}:");
            Text("    ", line.Text);
        }
    }

    public void Gap(KnowledgeGap? gap)
    {
        if (gap is null)
        {
            return;
        }

        Line("unknown:");
        if (gap.Facts.Count > 0)
        {
            Line($"  facts: [{string.Join(", ", gap.Facts.Select(FilingReader.NameOf))}]");
        }

        if (gap.About is { } about)
        {
            Line("  about:");
            Text("    ", about);
        }

        Line($"  ask: {YamlItem.Quote(gap.Ask)}");
    }

    public static string Label(Confidence confidence) =>
        confidence.Label == VerificationLabel.Unknown ? "'?'" : ConfidenceText.Format(confidence);

    public override string ToString() => text.ToString();

    private void Optional(string name, string? value)
    {
        if (value is not null)
        {
            Line($"    {name}: {YamlItem.Quote(value)}");
        }
    }

    private void Then(string indent, LocalizedText? then)
    {
        if (then is not null)
        {
            Line($"{indent}then:");
            Text($"{indent}  ", then);
        }
    }

    private static string Value(DateOnly? day) => day is { } value ? $" {Date(value)}" : "";

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Word(string value) => PlainWordRegex().IsMatch(value) ? value : YamlItem.Quote(value);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]*$")]
    private static partial Regex PlainWordRegex();
}
