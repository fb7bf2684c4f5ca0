using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Rules.Places;

/// <summary>Typed text for a ward, parsed into its parts: <c>số 5, P. Minh Khai, Q. Hai Bà Trưng, Hà Nội</c>.</summary>
/// <param name="Name">The ward's name without its type word; the district's name when no ward was named.</param>
/// <param name="District">The district that was named together with a ward; otherwise null.</param>
internal sealed partial record WardQuery(PlaceType Type, string Name, string? District)
{
    private const int MaxDistrictWords = 3;

    public static WardQuery Parse(string input)
    {
        var parts = TypeWordRegex()
            .Replace(input.Replace(';', ',').Replace('\n', ','), ",$0")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(ParsePart)
            .Where(part => part.Name.Length > 0 && !IsCity(part.Name))
            .ToList();
        var ward = parts.Find(part => part.Type is PlaceType.Ward or PlaceType.Commune or PlaceType.Township);
        var district = parts.Find(part => part.Type == PlaceType.District);
        var untyped = parts.Find(part => part.Type == PlaceType.Unspecified);
        return ward.Name is not null ? new WardQuery(ward.Type, ward.Name, district.Name)
            : untyped.Name is not null ? new WardQuery(PlaceType.Unspecified, untyped.Name, district.Name)
            : new WardQuery(district.Name is null ? PlaceType.Unspecified : PlaceType.District, district.Name ?? "", null);
    }

    /// <summary>
    /// Other ways to read the parts between commas: without diacritics a name can contain what looks like a type word (<c>phuong liet</c>
    /// is Phương Liệt, <c>quan hoa</c> is Quan Hoa, <c>phuong xuan phuong</c> is Phường Xuân Phương).
    /// </summary>
    public static IEnumerable<WardQuery> ParseAlternatives(string input)
    {
        foreach (
            var part in input
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(part => !IsCity(part))
        )
        {
            var english = EnglishTypeWordRegex().Match(part);
            yield return english.Success
                ? new WardQuery(ParseType(english.Groups["type"].Value.ToLowerInvariant()), part[..english.Index], null)
                : new WardQuery(PlaceType.Unspecified, part, null);
            var (type, name) = ParsePart(part);
            yield return new WardQuery(type, name, null);
        }
    }

    /// <summary>
    /// Reads an address without commas: the city at the end is left out, and a former district before it belongs to the ward
    /// (<c>phuong trung hoa cau giay ha noi</c>).
    /// </summary>
    /// <param name="isDistrict">Whether a name, without its type word, was that of a district.</param>
    public static IEnumerable<WardQuery> ParseWithoutCommas(string input, Func<string, bool> isDistrict)
    {
        var words = input.Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var length = Math.Min(3, words.Count - 1); length > 0; length--)
        {
            if (IsCity(string.Join(' ', words[^length..])))
            {
                words.RemoveRange(words.Count - length, length);
                break;
            }
        }

        for (var length = Math.Min(MaxDistrictWords, words.Count - 1); length > 0; length--)
        {
            var district = string.Join(' ', words[^length..]);
            if (isDistrict(district))
            {
                yield return ParseLast(string.Join(' ', words[..^length]), district);
                yield return new WardQuery(PlaceType.District, district, null);
            }
        }

        yield return ParseLast(string.Join(' ', words), null);
    }

    /// <summary>The place that the last type word of a text begins; the whole text where there is none.</summary>
    private static WardQuery ParseLast(string text, string? district)
    {
        var at = TypeWordRegex().Matches(text).LastOrDefault()?.Index ?? 0;
        var (type, name) = ParsePart(text[at..]);
        return new WardQuery(type, name, district);
    }

    private static (PlaceType Type, string Name) ParsePart(string part)
    {
        var match = TypeWordRegex().Match(part);
        if (match.Success && match.Index == 0)
        {
            var word = VietnameseText.Fold(match.Value.Trim().TrimEnd('.', ':'));
            return (ParseType(word), part[match.Length..].Trim(' ', '.', ':'));
        }

        var english = EnglishTypeWordRegex().Match(part);
        return english.Success
            ? (ParseType(english.Groups["type"].Value.ToLowerInvariant()), part[..english.Index].Trim())
            : (PlaceType.Unspecified, part.Trim(' ', '.'));
    }

    private static PlaceType ParseType(string word) =>
        word switch
        {
            "phuong" or "p" or "ward" => PlaceType.Ward,
            "xa" or "x" or "commune" => PlaceType.Commune,
            "thi tran" or "tt" => PlaceType.Township,
            _ => PlaceType.District,
        };

    private static bool IsCity(string name) =>
        VietnameseText.Fold(name).Replace(".", "", StringComparison.Ordinal).Trim()
            is "ha noi"
                or "hanoi"
                or "hn"
                or "tp ha noi"
                or "tp hn"
                or "thanh pho ha noi"
                or "viet nam"
                or "vietnam"
                or "hanoi city";

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?:(?:phường|phuong|xã|xa|thị trấn|thi tran|quận|quan|huyện|huyen|thị xã|thi xa)(?=[\s.:])[.:]?\s*|(?:p"
            + @"|x|tt|q|h|tx)(?:\.\s*|\s+)(?=\p{L}))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex TypeWordRegex();

    [GeneratedRegex(
        @"\s+(?<type>ward|commune|district)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex EnglishTypeWordRegex();
}

internal enum PlaceType
{
    Unspecified,
    Ward,
    Commune,
    Township,
    District,
}
