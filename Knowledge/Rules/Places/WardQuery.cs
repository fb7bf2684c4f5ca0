using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Rules.Places;

/// <summary>What someone typed for a ward, taken apart: <c>số 5, P. Minh Khai, Q. Hai Bà Trưng, Hà Nội</c>.</summary>
/// <param name="Name">The ward's part without its type word; the district's name when no ward was named.</param>
/// <param name="District">Null when no district was given with the ward.</param>
internal sealed partial record WardQuery(UnitType Type, string Name, string? District)
{
    public static WardQuery Parse(string typed)
    {
        var parts = TypeWord()
            .Replace(typed.Replace(';', ',').Replace('\n', ','), ",$0")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Part)
            .Where(part => part.Name.Length > 0 && !IsCity(part.Name))
            .ToList();
        var ward = parts.Find(part => part.Type is UnitType.Ward or UnitType.Commune or UnitType.Township);
        var district = parts.Find(part => part.Type == UnitType.District);
        var bare = parts.Find(part => part.Type == UnitType.NotSaid);
        return ward.Name is not null ? new WardQuery(ward.Type, ward.Name, district.Name)
            : bare.Name is not null ? new WardQuery(UnitType.NotSaid, bare.Name, district.Name)
            : new WardQuery(district.Name is null ? UnitType.NotSaid : UnitType.District, district.Name ?? "", null);
    }

    /// <summary>
    /// Alternative readings of the parts between commas: without diacritics a name may contain what looks like a type word
    /// (<c>phuong liet</c> is Phương Liệt, <c>quan hoa</c> is Quan Hoa, <c>phuong xuan phuong</c> is Phường Xuân Phương).
    /// </summary>
    public static IEnumerable<WardQuery> Others(string typed)
    {
        foreach (
            var part in typed
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(part => !IsCity(part))
        )
        {
            var english = EnglishTypeWord().Match(part);
            yield return english.Success
                ? new WardQuery(TypeOf(english.Groups["type"].Value.ToLowerInvariant()), part[..english.Index], null)
                : new WardQuery(UnitType.NotSaid, part, null);
            var (type, name) = Part(part);
            yield return new WardQuery(type, name, null);
        }
    }

    private static (UnitType Type, string Name) Part(string part)
    {
        var match = TypeWord().Match(part);
        if (match.Success && match.Index == 0)
        {
            var word = VietnameseText.Fold(match.Value.Trim().TrimEnd('.', ':'));
            return (TypeOf(word), part[match.Length..].Trim(' ', '.', ':'));
        }

        var english = EnglishTypeWord().Match(part);
        return english.Success
            ? (TypeOf(english.Groups["type"].Value.ToLowerInvariant()), part[..english.Index].Trim())
            : (UnitType.NotSaid, part.Trim(' ', '.'));
    }

    private static UnitType TypeOf(string word) =>
        word switch
        {
            "phuong" or "p" or "ward" => UnitType.Ward,
            "xa" or "x" or "commune" => UnitType.Commune,
            "thi tran" or "tt" => UnitType.Township,
            _ => UnitType.District,
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
        @"(?<![\p{L}\p{N}])(?:(?:phường|phuong|xã|xa|thị trấn|thi tran|quận|quan|huyện|huyen|thị xã|thi "
            + @"xa)(?=[\s.:])[.:]?\s*|(?:p|x|tt|q|h|tx)(?:\.\s*|\s+)(?=\p{L}))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex TypeWord();

    [GeneratedRegex(
        @"\s+(?<type>ward|commune|district)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex EnglishTypeWord();
}

internal enum UnitType
{
    NotSaid,
    Ward,
    Commune,
    Township,
    District,
}
