using System.Globalization;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Understanding;

/// <summary>Sentences as owners of firms write them, and what each quantity in them measures (<c>sentences.tsv</c>).</summary>
public sealed class SentenceTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Quantities_are_bound_to_what_they_measure()
    {
        var lines = File.ReadLines(SourceTree.Combine("Tests", "Knowledge", "Understanding", "sentences.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToList();
        var wrong =
            from cells in lines
            let read = Tell(QuantityReader.Read(cells[0], Today))
            where read != cells[1].Trim()
            select $"{cells[0]}: {read}, not {cells[1]}";

        Assert.InRange(lines.Count, 297, int.MaxValue);
        Assert.Empty(wrong);
    }

    private static string Tell(QuantityReading reading) =>
        string.Join("; ", reading.Quantities.Select(Tell).Concat(reading.ImpossibleDates.Select(date => date.Fault.ToString())));

    private static string Tell(Quantity quantity)
    {
        var measure = quantity.Measure == Measure.Unbound ? "?" : quantity.Measure.ToString();
        var comparison = quantity.Comparator switch
        {
            Comparator.LessThan => "<",
            Comparator.AtMost => "<=",
            Comparator.GreaterThan => ">",
            Comparator.AtLeast => ">=",
            _ => "",
        };
        var unit = quantity.Kind switch
        {
            QuantityKind.Money => "đ",
            QuantityKind.People => "ng",
            QuantityKind.Percent => "%",
            QuantityKind.Plain => "",
            _ => quantity.Kind.ToString().ToLowerInvariant(),
        };
        var upper = quantity.Upper is { } most ? $"..{Write(most)}" : "";
        var unsure = quantity.Confidence < QuantityReader.SureConfidence ? " unsure" : "";
        return $"{measure} {comparison}{Write(quantity.Value)}{upper}{unit}{unsure}";
    }

    private static string Write(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
