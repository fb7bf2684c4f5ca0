using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Rules.Places;

/// <summary>
/// Finds former districts, wards, communes and townships in running text. They are recognised only with their type word
/// (<c>quận Cầu Giấy</c>, <c>P. Dịch Vọng</c>, <c>Cau Giay district</c>), because without it a name can be a street, a firm or a current
/// ward. The notes name the current units; none is chosen for the user.
/// </summary>
internal static class FormerPlaces
{
    /// <summary>The first day on which the old units no longer existed (Resolution 1656/NQ-UBTVQH15, Decision 19/2025/QĐ-TTg).</summary>
    private static readonly DateOnly AbolishedOn = new(2025, 7, 1);

    private const int MaxNameWords = 6;

    private static readonly HashSet<string> KnownNames =
    [
        .. Wards
            .All.SelectMany(ward => ward.FormerDistricts.Select(Wards.RemoveDistrictType).Concat(ward.FormedFrom.Select(unit => unit.Name)))
            .Select(WardNames.ToKey),
    ];

    /// <summary>
    /// A note about each former place in a text, in the order of the text; none for a place whose name and type are still valid.
    /// </summary>
    public static IReadOnlyList<FormerName> FindIn(string text)
    {
        var words = VietnameseText.SplitIntoWords(text).ToList();
        var foldedWords = words.ConvertAll(VietnameseText.Fold);
        var places = new List<(PlaceType Type, string Name)>();
        for (var i = 0; i < words.Count; i++)
        {
            var (type, width) = ReadTypeAt(foldedWords, i);
            var length = type == PlaceType.Unspecified ? 0 : FindNameLength(words, foldedWords, i + width);
            if (length > 0)
            {
                places.Add((type, string.Join(' ', words.GetRange(i + width, length))));
                i += width + length - 1;
            }
            else if (ParseEnglishType(foldedWords[i]) is var english and not PlaceType.Unspecified && FindNameBefore(words, i) is { } name)
            {
                places.Add((english, name));
            }
        }

        return places is [(PlaceType.Ward or PlaceType.Commune or PlaceType.Township, _) ward, (PlaceType.District, _) district]
            ?
            [
                .. CreateNote(ward, district.Name) is { } note ? [note]
                : CreateNote(district) is { } other ? [other]
                : (FormerName[])[],
            ]
            : [.. places.Distinct().Select(place => CreateNote(place)).OfType<FormerName>()];
    }

    private static FormerName? CreateNote((PlaceType Type, string Name) place, string? district = null)
    {
        var (type, name) = place;
        var typedName = $"{GetTypeWord(type)} {name}";
        if (
            Wards.Find(district is null ? typedName : $"{typedName}, quận {district}")
                is not WardMatch.Ambiguous { Candidates: [var firstWard, ..] candidates }
            || candidates.Any(ward => IsStillValid(ward, type, name))
        )
        {
            return null;
        }

        var vi = string.Join(", ", candidates.Select(ward => ward.FullName.Vi));
        var en = string.Join(", ", candidates.Select(ward => ward.FullName.En));
        return new FormerName
        {
            Key = $"{type}:{WardNames.ToKey(name)}",
            InvalidSince = AbolishedOn,
            NeedsChoice = true,
            Text = (type, candidates.Count) switch
            {
                (PlaceType.District, _) => new(
                    $"Từ 01/7/2025 không còn cấp quận, huyện, thị xã. Địa bàn “{name}” trước đây nay thuộc: {vi}. Anh/chị xem "
                        + "địa chỉ của mình nay thuộc phường, xã nào.",
                    $"Since 1 July 2025 there is no district level. What was “{name}” now lies in: {en}. Please check which "
                        + "ward or commune your address is in now."
                ),
                (_, 1) => new(
                    $"“{typedName}” là tên trước 01/7/2025; địa bàn đó nay thuộc {firstWard.FullName.Vi}.",
                    $"“{typedName}” is a name from before 1 July 2025; that area now lies in {firstWard.FullName.En}."
                ),
                _ => new(
                    $"“{typedName}” là tên trước 01/7/2025; địa bàn đó nay chia cho: {vi}. Anh/chị xem địa chỉ của mình nay thuộc nơi nào.",
                    $"“{typedName}” is a name from before 1 July 2025; that area is now divided between: {en}. Please check where "
                        + "your address is now."
                ),
            },
        };
    }

    private static bool IsStillValid(Ward ward, PlaceType type, string name) =>
        (type, ward.Type) is (PlaceType.Ward, WardType.Ward) or (PlaceType.Commune, WardType.Commune)
        && WardNames.ToKey(ward.Name) == WardNames.ToKey(name);

    /// <summary>
    /// The number of words of the longest known name that begins here. A single syllable without diacritics is not
    /// accepted, because it could be any word.
    /// </summary>
    private static int FindNameLength(List<string> words, List<string> foldedWords, int start)
    {
        for (var length = Math.Min(MaxNameWords, words.Count - start); length > 0; length--)
        {
            if (
                (length > 1 || words[start] != foldedWords[start])
                && KnownNames.Contains(string.Concat(foldedWords.GetRange(start, length)))
            )
            {
                return length;
            }
        }

        return 0;
    }

    private static string? FindNameBefore(List<string> words, int end)
    {
        for (var length = Math.Min(MaxNameWords, end); length > 1; length--)
        {
            var name = string.Join(' ', words.GetRange(end - length, length));
            if (KnownNames.Contains(WardNames.ToKey(name)))
            {
                return name;
            }
        }

        return null;
    }

    private static (PlaceType Type, int Words) ReadTypeAt(List<string> foldedWords, int at) =>
        foldedWords[at] switch
        {
            "thi" when at + 1 < foldedWords.Count && foldedWords[at + 1] == "tran" => (PlaceType.Township, 2),
            "thi" when at + 1 < foldedWords.Count && foldedWords[at + 1] == "xa" => (PlaceType.District, 2),
            "quan" or "huyen" or "q" or "h" => (PlaceType.District, 1),
            "phuong" or "p" => (PlaceType.Ward, 1),
            "xa" => (PlaceType.Commune, 1),
            _ => (PlaceType.Unspecified, 0),
        };

    private static PlaceType ParseEnglishType(string word) =>
        word switch
        {
            "district" => PlaceType.District,
            "ward" => PlaceType.Ward,
            "commune" => PlaceType.Commune,
            _ => PlaceType.Unspecified,
        };

    private static string GetTypeWord(PlaceType type) =>
        type switch
        {
            PlaceType.District => "quận",
            PlaceType.Ward => "phường",
            PlaceType.Commune => "xã",
            _ => "thị trấn",
        };
}
