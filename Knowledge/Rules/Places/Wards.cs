using PolicyAssistantBot.Knowledge.Rules.Formats;

namespace PolicyAssistantBot.Knowledge.Rules.Places;

/// <summary>
/// Finds the wards and communes of Hanoi by typed text: without diacritics, with typing errors, with or without the type word.
/// </summary>
public static class Wards
{
    public static IReadOnlyList<Ward> All { get; } = [.. RuleData.ReadRows("wards.tsv").Select(WardNames.ParseRow)];

    private static readonly ILookup<string, Ward> WardsByKey = All.ToLookup(ward => WardNames.ToKey(ward.Name));

    private static readonly ILookup<string, (FormerUnit Unit, Ward Ward)> WardsByFormerName = All.SelectMany(ward =>
            ward.FormedFrom.Select(unit => (Unit: unit, Ward: ward))
        )
        .ToLookup(pair => WardNames.ToKey(pair.Unit.Name));

    private static readonly ILookup<string, Ward> WardsByFormerDistrict = All.SelectMany(ward =>
            ward.FormerDistricts.Select(district => (Name: RemoveDistrictType(district), Ward: ward))
        )
        .ToLookup(pair => WardNames.ToKey(pair.Name), pair => pair.Ward);

    public static Ward? FindByCode(string code) => All.FirstOrDefault(ward => ward.Code == code);

    public static WardMatch Find(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (FindByCode(input.Trim()) is { } wardByCode)
        {
            return new WardMatch.Found(wardByCode, null);
        }

        var query = WardQuery.Parse(input);
        var key = WardNames.ToKey(query.Name);
        if (key.Length == 0)
        {
            return new WardMatch.Unknown([]);
        }

        return FindByName(query, key)
            ?? WardQuery
                .ParseAlternatives(input)
                .Concat(WardQuery.ParseWithoutCommas(input, name => WardsByFormerDistrict.Contains(WardNames.ToKey(name))))
                .Select(other => FindByName(other, WardNames.ToKey(other.Name)))
                .FirstOrDefault(match => match is not null)
            ?? FindSimilar(key);
    }

    private static WardMatch? FindByName(WardQuery query, string key) =>
        query.Type == PlaceType.District
            ? FindFormerDistrict(key, query.Name)
            : FindCurrent(query, key) ?? FindFormer(query, key) ?? FindFormerDistrict(key, query.Name);

    private static WardMatch? FindCurrent(WardQuery query, string key)
    {
        var matches = FilterByDiacritics(WardsByKey[key], ward => ward.Name, query.Name);
        if (matches is not [var ward])
        {
            return matches.Count == 0 ? null : new WardMatch.Ambiguous(matches, WardTexts.SameNameQuestion);
        }

        var isCertain = query.Type != PlaceType.Unspecified || query.District is not null || !HasNamesakeElsewhere(ward, key);
        if (isCertain && MatchesType(query.Type, ward) && MatchesDistrict(query, ward))
        {
            var isAlsoDistrict = query.Type == PlaceType.Unspecified && WardsByFormerDistrict[key].Any();
            return new WardMatch.Found(ward, isAlsoDistrict ? WardTexts.SameNameAsDistrictNote(ward) : null);
        }

        return new WardMatch.Ambiguous(
            [.. new[] { ward }.Concat(FindSuccessors(query, key)).Distinct()],
            WardTexts.FormerNameQuestion(query.Name)
        );
    }

    private static WardMatch.Ambiguous? FindFormer(WardQuery query, string key)
    {
        var successors = FindSuccessors(query, key);
        return successors.Count == 0 ? null : new WardMatch.Ambiguous(successors, WardTexts.FormerNameQuestion(query.Name));
    }

    private static WardMatch.Ambiguous? FindFormerDistrict(string key, string name)
    {
        var wards = WardsByFormerDistrict[key].OrderByDescending(ward => WardNames.ToKey(ward.Name) == key).ToList();
        var fullName = wards
            .SelectMany(ward => ward.FormerDistricts)
            .FirstOrDefault(old => WardNames.ToKey(RemoveDistrictType(old)) == key);
        return wards.Count == 0 ? null : new WardMatch.Ambiguous(wards, WardTexts.FormerDistrictQuestion(fullName ?? name));
    }

    private static WardMatch FindSimilar(string key)
    {
        var byDistance = All.Select(ward => (Ward: ward, Distance: EditDistance.Compute(key, WardNames.ToKey(ward.Name))))
            .OrderBy(pair => pair.Distance)
            .ToList();
        var maxDistance = key.Length switch
        {
            <= 4 => 0,
            <= 7 => 1,
            _ => 2,
        };
        return byDistance[0].Distance <= maxDistance && byDistance[1].Distance > byDistance[0].Distance
            ? new WardMatch.Found(byDistance[0].Ward, WardTexts.SpellingCorrectedNote(byDistance[0].Ward))
            : new WardMatch.Unknown([.. byDistance.Take(3).Select(pair => pair.Ward)]);
    }

    /// <summary>The current wards that contain, wholly or in part, former units of that name.</summary>
    private static List<Ward> FindSuccessors(WardQuery query, string key)
    {
        var successors = FilterByDiacritics(WardsByFormerName[key], pair => pair.Unit.Name, query.Name);
        var narrowed = successors
            .Where(pair => MatchesDistrict(query, pair.Ward) && MatchesFormerDistrict(query, pair.Unit))
            .Select(pair => pair.Ward)
            .Distinct()
            .ToList();
        return narrowed.Count > 0 ? narrowed : [.. successors.Select(pair => pair.Ward).Distinct()];
    }

    /// <summary>
    /// Of names that are equal without diacritics, those whose diacritics match the typed text; all when none match or none were typed.
    /// </summary>
    private static List<T> FilterByDiacritics<T>(IEnumerable<T> candidates, Func<T, string> getName, string input)
    {
        var items = candidates.ToList();
        var exact = WardNames.HasDiacritics(input)
            ? items.FindAll(item => WardNames.ToExactForm(getName(item)) == WardNames.ToExactForm(input))
            : [];
        return exact.Count > 0 ? exact : items;
    }

    private static bool MatchesType(PlaceType type, Ward ward) =>
        type switch
        {
            PlaceType.Ward => ward.Type == WardType.Ward,
            PlaceType.Commune => ward.Type == WardType.Commune,
            PlaceType.Township => false,
            _ => true,
        };

    private static bool MatchesFormerDistrict(WardQuery query, FormerUnit unit) =>
        query.District is not { } district
        || unit.District is null
        || WardNames.ToKey(RemoveDistrictType(unit.District)) == WardNames.ToKey(district);

    private static bool MatchesDistrict(WardQuery query, Ward ward) =>
        query.District is not { } district
        || ward.FormerDistricts.Any(old => WardNames.ToKey(RemoveDistrictType(old)) == WardNames.ToKey(district));

    /// <summary>
    /// Whether a former unit of that name was entirely outside the ward: the former ward Trần Phú is not part
    /// of the current commune Trần Phú.
    /// </summary>
    private static bool HasNamesakeElsewhere(Ward ward, string key) =>
        WardsByFormerName[key]
            .Where(pair => WardNames.ToExactForm(pair.Unit.Name) == WardNames.ToExactForm(ward.Name))
            .GroupBy(pair => pair.Unit.Type)
            .Any(unit => unit.All(pair => pair.Ward != ward));

    internal static string RemoveDistrictType(string district)
    {
        foreach (var type in (ReadOnlySpan<string>)["quận ", "huyện ", "thị xã "])
        {
            if (district.StartsWith(type, StringComparison.OrdinalIgnoreCase))
            {
                return district[type.Length..];
            }
        }

        return district;
    }
}
