using PolicyAssistantBot.Knowledge.Rules.Formats;

namespace PolicyAssistantBot.Knowledge.Rules.Places;

/// <summary>
/// Finds the wards and communes of Hanoi by typed text: without diacritics, with typing errors, with or without the type word.
/// </summary>
public static class Wards
{
    public static IReadOnlyList<Ward> All { get; } = [.. RuleData.Rows("wards.tsv").Select(WardNames.Read)];

    private static readonly ILookup<string, Ward> ByPlainName = All.ToLookup(ward => WardNames.Plain(ward.Name));

    private static readonly ILookup<string, (FormerUnit Unit, Ward Ward)> ByFormerName = All.SelectMany(ward =>
            ward.FormedFrom.Select(unit => (Unit: unit, Ward: ward))
        )
        .ToLookup(pair => WardNames.Plain(pair.Unit.Name));

    private static readonly ILookup<string, Ward> ByOldDistrict = All.SelectMany(ward =>
            ward.OldDistricts.Select(district => (Name: DistrictName(district), Ward: ward))
        )
        .ToLookup(pair => WardNames.Plain(pair.Name), pair => pair.Ward);

    public static Ward? ByCode(string code) => All.FirstOrDefault(ward => ward.Code == code);

    public static WardMatch Find(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (ByCode(typed.Trim()) is { } coded)
        {
            return new WardMatch.Found(coded, null);
        }

        var query = WardQuery.Parse(typed);
        var plain = WardNames.Plain(query.Name);
        if (plain.Length == 0)
        {
            return new WardMatch.Unknown([]);
        }

        return Named(query, plain)
            ?? WardQuery.Others(typed).Select(other => Named(other, WardNames.Plain(other.Name))).FirstOrDefault(match => match is not null)
            ?? Near(plain);
    }

    private static WardMatch? Named(WardQuery query, string plain) =>
        query.Type == PlaceType.District
            ? OldDistrict(plain, query.Name)
            : Current(query, plain) ?? Former(query, plain) ?? OldDistrict(plain, query.Name);

    private static WardMatch? Current(WardQuery query, string plain)
    {
        var named = WithMarks(ByPlainName[plain], ward => ward.Name, query.Name);
        if (named is not [var ward])
        {
            return named.Count == 0 ? null : new WardMatch.Ambiguous(named, WardTexts.SameName);
        }

        var certain = query.Type != PlaceType.Unspecified || query.District is not null || !HasNamesakeElsewhere(ward, plain);
        if (certain && TypeFits(query.Type, ward) && DistrictFits(query, ward))
        {
            var alsoDistrict = query.Type == PlaceType.Unspecified && ByOldDistrict[plain].Any();
            return new WardMatch.Found(ward, alsoDistrict ? WardTexts.AlsoOldDistrict(ward) : null);
        }

        return new WardMatch.Ambiguous([.. new[] { ward }.Concat(Successors(query, plain)).Distinct()], WardTexts.OldName(query.Name));
    }

    private static WardMatch.Ambiguous? Former(WardQuery query, string plain)
    {
        var successors = Successors(query, plain);
        return successors.Count == 0 ? null : new WardMatch.Ambiguous(successors, WardTexts.OldName(query.Name));
    }

    private static WardMatch.Ambiguous? OldDistrict(string plain, string name)
    {
        var wards = ByOldDistrict[plain].OrderByDescending(ward => WardNames.Plain(ward.Name) == plain).ToList();
        return wards.Count == 0 ? null : new WardMatch.Ambiguous(wards, WardTexts.OldDistrict(name));
    }

    private static WardMatch Near(string plain)
    {
        var near = All.Select(ward => (Ward: ward, Distance: EditDistance.Between(plain, WardNames.Plain(ward.Name))))
            .OrderBy(pair => pair.Distance)
            .ToList();
        var allowed = plain.Length switch
        {
            <= 4 => 0,
            <= 7 => 1,
            _ => 2,
        };
        return near[0].Distance <= allowed && near[1].Distance > near[0].Distance
            ? new WardMatch.Found(near[0].Ward, WardTexts.Corrected(near[0].Ward))
            : new WardMatch.Unknown([.. near.Take(3).Select(pair => pair.Ward)]);
    }

    /// <summary>The current wards that contain, wholly or in part, former units of that name.</summary>
    private static List<Ward> Successors(WardQuery query, string plain)
    {
        var pairs = WithMarks(ByFormerName[plain], pair => pair.Unit.Name, query.Name);
        var narrowed = pairs
            .Where(pair => DistrictFits(query, pair.Ward) && UnitFits(query, pair.Unit))
            .Select(pair => pair.Ward)
            .Distinct()
            .ToList();
        return narrowed.Count > 0 ? narrowed : [.. pairs.Select(pair => pair.Ward).Distinct()];
    }

    /// <summary>
    /// Of names that are equal without diacritics, those whose diacritics match the typed text; all when none match or none were typed.
    /// </summary>
    private static List<T> WithMarks<T>(IEnumerable<T> alike, Func<T, string> name, string typed)
    {
        var all = alike.ToList();
        var exact = WardNames.HasMarks(typed) ? all.FindAll(item => WardNames.Exact(name(item)) == WardNames.Exact(typed)) : [];
        return exact.Count > 0 ? exact : all;
    }

    private static bool TypeFits(PlaceType type, Ward ward) =>
        type switch
        {
            PlaceType.Ward => ward.Type == WardType.Ward,
            PlaceType.Commune => ward.Type == WardType.Commune,
            PlaceType.Township => false,
            _ => true,
        };

    private static bool UnitFits(WardQuery query, FormerUnit unit) =>
        query.District is not { } district
        || unit.District is null
        || WardNames.Plain(DistrictName(unit.District)) == WardNames.Plain(district);

    private static bool DistrictFits(WardQuery query, Ward ward) =>
        query.District is not { } district || ward.OldDistricts.Any(old => WardNames.Plain(DistrictName(old)) == WardNames.Plain(district));

    /// <summary>
    /// Whether a former unit of that name was entirely outside the ward: the former ward Trần Phú is not part
    /// of the current commune Trần Phú.
    /// </summary>
    private static bool HasNamesakeElsewhere(Ward ward, string plain) =>
        ByFormerName[plain]
            .Where(pair => WardNames.Exact(pair.Unit.Name) == WardNames.Exact(ward.Name))
            .GroupBy(pair => pair.Unit.Type)
            .Any(unit => unit.All(pair => pair.Ward != ward));

    internal static string DistrictName(string district)
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
