using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>
/// Finds numbers that identify something and are not quantities: legal documents and their articles, forms, telephone numbers, tax codes,
/// addresses, list numbers.
/// </summary>
internal static partial class Identifiers
{
    public static IEnumerable<TextSpan> FindSpans(string folded) =>
        IdentifierRegex().Matches(folded).Select(match => new TextSpan(match.Index, match.Length));

    [GeneratedRegex(
        @"[0-9]{1,4}/([0-9]{4}/)?[a-z]{1,6}(-[a-z0-9]{1,12})*\b(?<!/(nam|thang|ngay|nguoi|quy|tuan|year|month|day|week"
            + @"|person|m|kg))|\bhn-[0-9]{4}-[0-9]+(-[0-9])?|\S+@\S+|https?://\S+|\bwww\.\S+|(?<![0-9])(\+84|0084)[0-9 "
            + @".\-]{8,13}(?<=[0-9])|(?<![0-9.,])0[0-9]([ .\-]?[0-9]){8,11}(?![0-9])|(?<![0-9.,])0[0-9]{9}-[0-9]{3}(?![0-9])"
            + @"|\b(dieu|khoan|diem|mau|mau so|bieu mau|phu luc|chuong|muc|iso|iatf|tcvn|qcvn|haccp|nghi dinh|luat|thong tu"
            + @"|quyet dinh|nghi quyet|nd|tt|qd|nq|article|articles|clause|section|form|decree|circular|resolution|phuong|quan"
            + @"|ngo|ngach|so nha|duong so|cong van so|van ban so|nghi dinh so|thong tu so|quyet dinh so|nghi quyet so|luat so"
            + @"|ho so so|case|vsic|hs code|version|cau|buoc|step|question) (so |no\. ?|number "
            + @")?[0-9]{1,5}[a-z]?\b(/[0-9]{4})?(?! ?(nguoi|lao dong|nhan vien|ty|trieu|tr|%|phan tram|ngay|thang|nam|dong"
            + @"|nghin|staff|people))|(?<=(^|\n) ?)[0-9]{1,2}[.)](?= ?[^0-9 ])|(?<=[?.;] )[0-9]{1,2}[.)](?= [^0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex IdentifierRegex();
}
