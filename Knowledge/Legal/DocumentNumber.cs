using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Legal;

/// <summary>
/// The number of a legal document as it was written in a text: <c>nd 80/2021</c>,
/// <c>nghị định 80 năm 2021</c>, <c>Decree 80/2021/NĐ-CP</c>, <c>68-NQ/TW</c>.
/// </summary>
/// <param name="Ordinal">The number itself without leading zeros; can contain a dot: <c>66.16</c>.</param>
/// <param name="Suffix">The letters of document kind and issuer, folded: <c>nd-cp</c>.</param>
/// <param name="Start">Its offset in the text.</param>
public sealed partial record DocumentNumber(string Ordinal, int? Year, DocumentKind? Kind, string? Suffix, int Start, int Length)
{
    /// <summary>The form in which full numbers are compared: folded, without spaces.</summary>
    public static string NormalizeKey(string number) =>
        string.Concat(VietnameseText.Fold(number).Where(c => !char.IsWhiteSpace(c))).Replace('–', '-');

    /// <summary>The document numbers in a text, in order. Dates and months with a year are not document numbers.</summary>
    public static IReadOnlyList<DocumentNumber> FindAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var numbers = new List<DocumentNumber>();
        if (!text.Any(char.IsDigit))
        {
            return numbers;
        }

        foreach (Match match in NumberRegex().Matches(VietnameseText.Fold(text).Replace('–', '-')))
        {
            var kind = ParseKind(match.Groups["type"].Value);
            int? year = match.Groups["year"] is { Success: true } written
                ? int.Parse(written.ValueSpan, CultureInfo.InvariantCulture)
                : null;
            var suffix = match.Groups["suffix"] is { Success: true } letters ? SpacesRegex().Replace(letters.Value, "") : null;
            var ordinal = match.Groups["ordinal"].Value.TrimStart('0');
            var isMonth = kind is null && suffix is null && ordinal.Length <= 2 && int.TryParse(ordinal, out var small) && small <= 12;
            if (ordinal.Length > 0 && !isMonth && (kind is not null || year is not null || suffix is not null))
            {
                numbers.Add(new DocumentNumber(ordinal, year, kind ?? ParseKind(suffix ?? ""), suffix, match.Index, match.Length));
            }
        }

        return numbers;
    }

    /// <summary>Whether this number can refer to a document; parts that were not written are not compared.</summary>
    public bool Matches(LegalDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var parts = PartsByNumber.GetValue(document.Number, SplitNumber);
        return parts.Ordinal == Ordinal
            && (
                Year is null
                || (parts.Year is { } year ? year == Year.Value.ToString(CultureInfo.InvariantCulture) : document.Signed?.Year == Year)
            )
            && (Suffix is null || parts.Suffix == Suffix)
            && (
                Kind is null
                || Kind == document.Kind
                || (Kind == DocumentKind.Law && document.Kind == DocumentKind.Resolution && Suffix is not null)
            );
    }

    private static readonly ConditionalWeakTable<string, NumberParts> PartsByNumber = [];

    private static NumberParts SplitNumber(string number)
    {
        var parts = NumberPartsRegex().Match(NormalizeKey(number));
        return new(
            parts.Groups["ordinal"].Value.TrimStart('0'),
            parts.Groups["year"] is { Success: true } year ? year.Value : null,
            parts.Groups["suffix"].Value
        );
    }

    private sealed record NumberParts(string Ordinal, string? Year, string Suffix);

    private static DocumentKind? ParseKind(string word) =>
        word.Replace(".", "", StringComparison.Ordinal).Trim() switch
        {
            "nghi dinh" or "nd" or "decree" or "nd-cp" => DocumentKind.Decree,
            "thong tu" or "tt" or "circular" => DocumentKind.Circular,
            "quyet dinh" or "qd" or "decision" => DocumentKind.Decision,
            "nghi quyet" or "nq" or "resolution" => DocumentKind.Resolution,
            "luat" or "law" => DocumentKind.Law,
            _ => null,
        };

    // “Số” may stand between the kind and the number.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}/.,-])(?:(?<type>nghi dinh|thong tu|quyet dinh|nghi quyet|luat|n\.?d\.?|t\.?t\.?|q\.?d\.?|n\.?q\.?|decree"
            + @"|circular|decision|resolution|law)\s*(?:so\s*:?\s*|no\.?\s*|number\s*)?)?"
            + @"(?<ordinal>\d{1,4}(?:\.\d{1,2})?)(?![\d.,]*\d)(?:\s*(?:/|nam|of)\s*(?<year>(?:19|20)\d{2})(?!\d))?"
            + @"(?:\s*[/-]\s*(?<suffix>(?:nd-cp|nq-cp|nq/tw|nq-hdnd|nq-ubtvqh\d*|qd-[a-z]{2,6}|tt-[a-z]{2,6}"
            + @"|qh\d{1,2})))?(?![\p{L}\p{N}]|/\d)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex NumberRegex();

    [GeneratedRegex(@"^(?<ordinal>[\d.]+)(?:/(?<year>\d{4}))?[/-](?<suffix>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPartsRegex();

    [GeneratedRegex(@"\s+")]
    private static partial Regex SpacesRegex();
}
