using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Conversation.Guides;

/// <summary>What the page to print shows.</summary>
internal sealed record ReadinessPrint(SupplierReadinessResult Result, Lang Lang, DateOnly Day);

/// <summary>The address of the page to print: it holds the replies by their keys and nothing about who gave them, so nothing is
/// stored.</summary>
internal static class ReadinessLink
{
    public const string Path = "/readiness/print";

    private const string DayFormat = "yyyy-MM-dd";

    public static string Address(ReadinessPrint print) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Path}?lang={print.Lang.Code()}&sector={Code(print.Result.Sector)}"
                + $"&day={print.Day.ToString(DayFormat, CultureInfo.InvariantCulture)}"
                + $"&has={Keys(print.Result.Met)}&missing={Keys(print.Result.Missing)}"
        );

    /// <param name="today">A page cannot have been made later.</param>
    /// <returns>Null when any part is not as this program writes it.</returns>
    public static ReadinessPrint? Read(IQueryCollection query, DateOnly today)
    {
        Lang? lang = One(query, "lang") switch
        {
            "vi" => Lang.Vi,
            "en" => Lang.En,
            _ => null,
        };
        var sector = Enum.GetValues<BuyerSector>().Cast<BuyerSector?>().FirstOrDefault(known => Code(known!.Value) == One(query, "sector"));
        var isDay =
            DateOnly.TryParseExact(One(query, "day"), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day <= today;
        if (lang is null || sector is null || !isDay || One(query, "has") is not { } has || One(query, "missing") is not { } missing)
        {
            return null;
        }

        var known = SupplierReadiness
            .GetRequirements(sector.Value)
            .Select(requirement => requirement.Key)
            .ToHashSet(StringComparer.Ordinal);
        var answers = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (key, met) in Split(has).Select(key => (key, true)).Concat(Split(missing).Select(key => (key, false))))
        {
            if (!known.Contains(key) || !answers.TryAdd(key, met))
            {
                return null;
            }
        }

        return new ReadinessPrint(SupplierReadiness.Evaluate(sector.Value, answers), lang.Value, day);
    }

    private static string Code(BuyerSector sector) => sector.ToString().ToLowerInvariant();

    private static string Keys(IEnumerable<SupplierRequirement> requirements) =>
        string.Join(',', requirements.Select(requirement => requirement.Key));

    private static string[] Split(string keys) => keys.Length == 0 ? [] : keys.Split(',');

    private static string? One(IQueryCollection query, string name) => query[name] is { Count: 1 } values ? values[0] : null;
}
