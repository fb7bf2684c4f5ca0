using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PolicyAssistantBot.Knowledge.Content;

public enum AmountUnit
{
    Vnd,
    Percent,
    Day,
    WorkingDay,
    WorkingHour,
}

/// <summary>An amount that a rule table defines, by which articles and other tables can refer to it.</summary>
/// <param name="Id">The table, the path to the field and the field: <c>support-amounts.consulting-small.cap</c>.</param>
/// <param name="Clause">The clause of the document; empty for the whole document.</param>
/// <param name="Article">The key of the article that explains the rule.</param>
public sealed record DefinedAmount(
    string Id,
    decimal Value,
    AmountUnit Unit,
    string Document,
    string Clause,
    ValidityPeriod InForce,
    Confidence Confidence,
    string Article
)
{
    /// <summary><c>1,5 tỷ đồng</c>, <c>VND 1.5 billion</c>; <c>50%</c>; <c>14 ngày làm việc</c>, <c>14 working days</c>.</summary>
    public string Format(Lang lang) =>
        (Unit, lang) switch
        {
            (AmountUnit.Vnd, _) => LocalFormat.Money(Value, lang),
            (AmountUnit.Percent, _) => $"{LocalFormat.Number(Value, lang)}%",
            (AmountUnit.Day, Lang.Vi) => $"{LocalFormat.Number(Value, lang)} ngày",
            (AmountUnit.WorkingDay, Lang.Vi) => $"{LocalFormat.Number(Value, lang)} ngày làm việc",
            (_, Lang.Vi) => $"{LocalFormat.Number(Value, lang)} giờ làm việc",
            (AmountUnit.Day, _) => $"{LocalFormat.Number(Value, lang)} days",
            (AmountUnit.WorkingDay, _) => $"{LocalFormat.Number(Value, lang)} working days",
            _ => $"{LocalFormat.Number(Value, lang)} working hours",
        };
}

/// <summary>
/// The amounts of the rule tables, each by its id. A field has an amount when its name tells the unit and a basis belongs to it: its own,
/// or that of the mapping that contains it. An item of a list is named by its <c>id</c> or <c>key</c>.
/// </summary>
public sealed class AmountTable
{
    private static readonly Dictionary<string, AmountUnit> Units = new(StringComparer.Ordinal)
    {
        ["cap"] = AmountUnit.Vnd,
        ["upTo"] = AmountUnit.Vnd,
        ["above"] = AmountUnit.Vnd,
        ["revenue"] = AmountUnit.Vnd,
        ["capital"] = AmountUnit.Vnd,
        ["share"] = AmountUnit.Percent,
        ["smallerShare"] = AmountUnit.Percent,
        ["largerShare"] = AmountUnit.Percent,
        ["percent"] = AmountUnit.Percent,
        ["vat"] = AmountUnit.Percent,
        ["income"] = AmountUnit.Percent,
        ["days"] = AmountUnit.Day,
    };

    private static readonly Lazy<AmountTable> LazyDefault = new(() => Load(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Rules")));

    private readonly Dictionary<string, DefinedAmount> amountsById;

    public AmountTable(IEnumerable<DefinedAmount> amounts) =>
        amountsById = amounts.ToDictionary(amount => amount.Id, StringComparer.Ordinal);

    /// <summary>The tables that are shipped with the program.</summary>
    public static AmountTable Default => LazyDefault.Value;

    public IReadOnlyCollection<DefinedAmount> All => amountsById.Values;

    /// <summary>Null when no table defines it.</summary>
    public DefinedAmount? Find(string id) => amountsById.GetValueOrDefault(id);

    /// <param name="folder">The folder of the rule tables.</param>
    public static AmountTable Load(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder, "*.yaml")
                .Order(StringComparer.Ordinal)
                .SelectMany(file => Read(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))
        );

    /// <exception cref="InvalidDataException">The table is not valid YAML.</exception>
    internal static IReadOnlyList<DefinedAmount> Read(string table, string text)
    {
        // Tables without a basis define no amounts; the largest of them need not be parsed for that.
        if (!text.Contains("document:", StringComparison.Ordinal))
        {
            return [];
        }

        try
        {
            return [.. BoundedYaml.Load(text).Documents.SelectMany(document => ReadNode(document.RootNode, table, null))];
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"{table}.yaml:{e.Start.Line}: {e.Message}", e);
        }
    }

    private static IEnumerable<DefinedAmount> ReadNode(YamlNode node, string path, YamlMappingNode? basis)
    {
        switch (node)
        {
            case YamlSequenceNode list:
                return list.OfType<YamlMappingNode>()
                    .Select(item => (Item: item, Name: ReadText(item, "id") ?? ReadText(item, "key")))
                    .Where(named => named.Name is not null)
                    .SelectMany(named => ReadNode(named.Item, $"{path}.{named.Name}", basis));
            case YamlMappingNode map:
                var mapBasis = (FindChild(map, "basis") ?? FindChild(map, "decree")) as YamlMappingNode ?? basis;
                return map.Children.SelectMany(field => ReadField(map, field.Key, field.Value, path, mapBasis));
            default:
                return [];
        }
    }

    private static IEnumerable<DefinedAmount> ReadField(
        YamlMappingNode map,
        YamlNode key,
        YamlNode value,
        string path,
        YamlMappingNode? basis
    )
    {
        var name = ((YamlScalarNode)key).Value ?? "";
        if (value is not YamlScalarNode { Value: { } scalarText })
        {
            return ReadNode(value, $"{path}.{name}", basis);
        }

        return
            basis is not null
            && Units.TryGetValue(name, out var unit)
            && decimal.TryParse(scalarText, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ?
            [
                new DefinedAmount(
                    $"{path}.{name}",
                    number,
                    unit == AmountUnit.Day ? ReadDayUnit(map) : unit,
                    ReadText(basis, "document") ?? "",
                    ReadText(basis, "clause") ?? "",
                    new ValidityPeriod(ReadDay(basis, "from"), ReadDay(basis, "until")),
                    ConfidenceText.Parse(ReadText(basis, "confidence") ?? "?") ?? default,
                    ReadText(basis, "article") ?? ""
                ),
            ]
            : [];
    }

    private static AmountUnit ReadDayUnit(YamlMappingNode map) =>
        ReadText(map, "unit") switch
        {
            "workingDay" => AmountUnit.WorkingDay,
            "workingHour" => AmountUnit.WorkingHour,
            _ => AmountUnit.Day,
        };

    private static DateOnly? ReadDay(YamlMappingNode map, string field) =>
        DateOnly.TryParseExact(ReadText(map, field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static string? ReadText(YamlMappingNode map, string field) =>
        FindChild(map, field) is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : null;

    private static YamlNode? FindChild(YamlMappingNode map, string field) =>
        map.Children.TryGetValue(new YamlScalarNode(field), out var found) ? found : null;
}
