using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Rules.Places;

/// <summary>The forms in which names are compared, and the reader of the table of wards.</summary>
internal static partial class WardNames
{
    /// <summary>Without diacritics, spaces and hyphens: <c>Văn Miếu - Quốc Tử Giám</c> is <c>vanmieuquoctugiam</c>.</summary>
    public static string ToKey(string name) => string.Concat(VietnameseText.Fold(name).Where(VietnameseText.IsWordLetter));

    /// <summary>With diacritics, with one spelling for each syllable.</summary>
    public static string ToExactForm(string name) =>
        string.Join(' ', VietnameseText.SplitIntoWords(name).Select(VietnameseText.Canonicalize));

    public static bool HasDiacritics(string name) => VietnameseText.Normalize(name) != VietnameseText.Fold(name);

    public static Ward ParseRow(string[] row) =>
        new(
            row[3],
            row[0],
            row[1] == "Phường" ? WardType.Ward : WardType.Commune,
            row[4],
            row[5].Length == 0 ? null : row[5],
            row[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            [
                .. BetweenUnitsRegex()
                    .Split(row[7])
                    .Select(unit => UnitRegex().Match(unit))
                    .Where(match => match.Success)
                    .Select(match => new FormerUnit(
                        match.Groups["type"].Value,
                        match.Groups["name"].Value.Trim(),
                        match.Groups["district"] is { Success: true } district ? district.Value : null
                    )),
            ]
        );

    // A comma inside brackets is part of a remark and does not separate units.
    [GeneratedRegex(@",\s*(?=(?:Phường|Xã|Thị trấn)\s)(?![^(]*\))")]
    private static partial Regex BetweenUnitsRegex();

    [GeneratedRegex(
        @"^(?<type>Phường|Xã|Thị trấn)\s+(?<name>[^(]+)(\((?<district>(quận|huyện|thị xã) [^)]+)\))?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex UnitRegex();
}
