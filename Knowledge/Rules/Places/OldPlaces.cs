using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Rules.Places;

/// <summary>
/// Finds old districts, wards, communes and townships in running text, only with their type word (<c>quận Cầu Giấy</c>,
/// <c>P. Dịch Vọng</c>, <c>Cau Giay district</c>): without it a name could be a street, a firm or a present ward. Nothing is inferred from
/// them; the texts name the present units of the area.
/// </summary>
internal static class OldPlaces
{
    /// <summary>The first day on which the old units no longer were (Resolution 1656/NQ-UBTVQH15, Decision 19/2025/QĐ-TTg).</summary>
    private static readonly DateOnly Since = new(2025, 7, 1);

    private const int LongestName = 6;

    private static readonly HashSet<string> Known =
    [
        .. Wards
            .All.SelectMany(ward => ward.OldDistricts.Select(Wards.DistrictName).Concat(ward.FormedFrom.Select(unit => unit.Name)))
            .Select(WardNames.Plain),
    ];

    /// <summary>An explanation for each old place in a text, in order; none for a place whose name and type are still valid.</summary>
    public static IReadOnlyList<OldName> In(string text)
    {
        var words = VietnameseText.Words(text).ToList();
        var plain = words.ConvertAll(VietnameseText.Fold);
        var found = new List<(UnitType Type, string Name)>();
        for (var i = 0; i < words.Count; i++)
        {
            var (type, width) = TypeAt(plain, i);
            var length = type == UnitType.NotSaid ? 0 : NameLength(words, plain, i + width);
            if (length > 0)
            {
                found.Add((type, string.Join(' ', words.GetRange(i + width, length))));
                i += width + length - 1;
            }
            else if (EnglishType(plain[i]) is var english and not UnitType.NotSaid && NameBefore(words, i) is { } name)
            {
                found.Add((english, name));
            }
        }

        return found is [(UnitType.Ward or UnitType.Commune or UnitType.Township, _) ward, (UnitType.District, _) district]
            ?
            [
                .. Note(ward, district.Name) is { } note ? [note]
                : Note(district) is { } other ? [other]
                : (OldName[])[],
            ]
            : [.. found.Distinct().Select(place => Note(place)).OfType<OldName>()];
    }

    private static OldName? Note((UnitType Type, string Name) place, string? district = null)
    {
        var (type, name) = place;
        var typed = $"{Word(type)} {name}";
        if (
            Wards.Find(district is null ? typed : $"{typed}, quận {district}")
                is not WardMatch.Ambiguous { Candidates: [var first, ..] all }
            || all.Any(ward => IsStill(ward, type, name))
        )
        {
            return null;
        }

        var vi = string.Join(", ", all.Select(ward => ward.FullName.Vi));
        var en = string.Join(", ", all.Select(ward => ward.FullName.En));
        return new OldName
        {
            Key = $"{type}:{WardNames.Plain(name)}",
            Since = Since,
            Ask = true,
            Text = (type, all.Count) switch
            {
                (UnitType.District, _) => new(
                    $"Từ 01/7/2025 không còn cấp quận, huyện, thị xã. Địa bàn “{name}” trước đây nay thuộc: {vi}. Anh/chị xem "
                        + "địa chỉ của mình nay thuộc phường, xã nào.",
                    $"Since 1 July 2025 there is no district level. What was “{name}” now lies in: {en}. Please check which "
                        + "ward or commune your address is in now."
                ),
                (_, 1) => new(
                    $"“{typed}” là tên trước 01/7/2025; địa bàn đó nay thuộc {first.FullName.Vi}.",
                    $"“{typed}” is a name from before 1 July 2025; that area now lies in {first.FullName.En}."
                ),
                _ => new(
                    $"“{typed}” là tên trước 01/7/2025; địa bàn đó nay chia cho: {vi}. Anh/chị xem địa chỉ của mình nay thuộc nơi nào.",
                    $"“{typed}” is a name from before 1 July 2025; that area is now divided between: {en}. Please check where "
                        + "your address is now."
                ),
            },
        };
    }

    private static bool IsStill(Ward ward, UnitType type, string name) =>
        (type, ward.Type) is (UnitType.Ward, WardType.Ward) or (UnitType.Commune, WardType.Commune)
        && WardNames.Plain(ward.Name) == WardNames.Plain(name);

    /// <summary>The longest known name from here on. A single syllable without marks could be any word.</summary>
    private static int NameLength(List<string> words, List<string> plain, int start)
    {
        for (var length = Math.Min(LongestName, words.Count - start); length > 0; length--)
        {
            if ((length > 1 || words[start] != plain[start]) && Known.Contains(string.Concat(plain.GetRange(start, length))))
            {
                return length;
            }
        }

        return 0;
    }

    private static string? NameBefore(List<string> words, int end)
    {
        for (var length = Math.Min(LongestName, end); length > 1; length--)
        {
            var name = string.Join(' ', words.GetRange(end - length, length));
            if (Known.Contains(WardNames.Plain(name)))
            {
                return name;
            }
        }

        return null;
    }

    private static (UnitType Type, int Words) TypeAt(List<string> plain, int at) =>
        plain[at] switch
        {
            "thi" when at + 1 < plain.Count && plain[at + 1] == "tran" => (UnitType.Township, 2),
            "thi" when at + 1 < plain.Count && plain[at + 1] == "xa" => (UnitType.District, 2),
            "quan" or "huyen" or "q" or "h" => (UnitType.District, 1),
            "phuong" or "p" => (UnitType.Ward, 1),
            "xa" => (UnitType.Commune, 1),
            _ => (UnitType.NotSaid, 0),
        };

    private static UnitType EnglishType(string word) =>
        word switch
        {
            "district" => UnitType.District,
            "ward" => UnitType.Ward,
            "commune" => UnitType.Commune,
            _ => UnitType.NotSaid,
        };

    private static string Word(UnitType type) =>
        type switch
        {
            UnitType.District => "quận",
            UnitType.Ward => "phường",
            UnitType.Commune => "xã",
            _ => "thị trấn",
        };
}
