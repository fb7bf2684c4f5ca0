using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Conversation.Guides;

/// <summary>The content of the printable page of the checklist.</summary>
internal sealed record ReadinessPrintout(SupplierReadinessResult Result, Lang Lang, DateOnly Day);

/// <summary>
/// The URL of the printable page. It contains the keys of the requirements and nothing about the person, so that nothing needs to be
/// stored.
/// </summary>
internal static class ReadinessLink
{
    public const string Path = "/readiness/print";

    private const string DayFormat = "yyyy-MM-dd";

    public static string Build(ReadinessPrintout printout) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Path}?lang={printout.Lang.Code()}&sector={SectorCode(printout.Result.Sector)}"
                + $"&day={printout.Day.ToString(DayFormat, CultureInfo.InvariantCulture)}"
                + $"&has={JoinKeys(printout.Result.Met)}&missing={JoinKeys(printout.Result.Missing)}"
        );

    /// <param name="today">The day in the URL must not be later.</param>
    /// <returns>Null when any part is not in the form that <see cref="Build"/> writes.</returns>
    public static ReadinessPrintout? Parse(IQueryCollection query, DateOnly today)
    {
        Lang? lang = GetSingleValue(query, "lang") switch
        {
            "vi" => Lang.Vi,
            "en" => Lang.En,
            _ => null,
        };
        var sector = Enum.GetValues<BuyerSector>()
            .Cast<BuyerSector?>()
            .FirstOrDefault(known => SectorCode(known!.Value) == GetSingleValue(query, "sector"));
        var isDay =
            DateOnly.TryParseExact(GetSingleValue(query, "day"), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day <= today;
        if (
            lang is null
            || sector is null
            || !isDay
            || GetSingleValue(query, "has") is not { } has
            || GetSingleValue(query, "missing") is not { } missing
        )
        {
            return null;
        }

        var known = SupplierReadiness
            .GetRequirements(sector.Value)
            .Select(requirement => requirement.Key)
            .ToHashSet(StringComparer.Ordinal);
        var answers = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (key, isMet) in SplitKeys(has).Select(key => (key, true)).Concat(SplitKeys(missing).Select(key => (key, false))))
        {
            if (!known.Contains(key) || !answers.TryAdd(key, isMet))
            {
                return null;
            }
        }

        return new ReadinessPrintout(SupplierReadiness.Evaluate(sector.Value, answers), lang.Value, day);
    }

    private static string SectorCode(BuyerSector sector) => sector.ToString().ToLowerInvariant();

    private static string JoinKeys(IEnumerable<SupplierRequirement> requirements) =>
        string.Join(',', requirements.Select(requirement => requirement.Key));

    private static string[] SplitKeys(string keys) => keys.Length == 0 ? [] : keys.Split(',');

    private static string? GetSingleValue(IQueryCollection query, string name) => query[name] is { Count: 1 } values ? values[0] : null;
}
