using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>The support schemes with known ceilings, and the words that people use for them.</summary>
public static partial class GuideSchemes
{
    public static IReadOnlyDictionary<string, LocalizedText> All { get; } =
        new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
        {
            ["consulting"] = new(
                "Thuê tư vấn viên mạng lưới (quản trị, nhân sự, tài chính, bán hàng)",
                "An adviser of the network (management, staff, finance, sales)"
            ),
            ["digital-consulting"] = new("Tư vấn chuyển đổi số", "Digital transformation consulting"),
            ["digital-solutions"] = new("Thuê, mua phần mềm, giải pháp chuyển đổi số", "Renting or buying software and digital solutions"),
            ["intellectual-property"] = new("Tư vấn sở hữu trí tuệ", "Intellectual property consulting"),
            ["technology-transfer"] = new("Tư vấn chuyển giao công nghệ", "Technology transfer consulting"),
            ["legal-consulting"] = new("Tư vấn pháp luật", "Legal consulting"),
        };

    /// <summary>The key of the scheme that folded words name; null when they name none or it is ambiguous.</summary>
    public static string? FindKey(string folded) =>
        SchemeWordsRegex()
            .Matches(folded)
            .Select(match => All.Keys.First(key => match.Groups[key.Replace("-", "", StringComparison.Ordinal)].Success))
            .ToList()
            is [var first, .. var others]
            ? first == GeneralAdviceKey
                ? others.Contains(SoftwareKey) && !others.Exists(other => other is not (GeneralAdviceKey or SoftwareKey))
                    ? SoftwareAdviceKey
                    : others.Find(other => other is not (GeneralAdviceKey or SoftwareKey)) ?? first
                : first
            : null;

    /// <summary>Advice in general; a more specific scheme in the same text has precedence.</summary>
    private const string GeneralAdviceKey = "consulting";
    private const string SoftwareKey = "digital-solutions";
    private const string SoftwareAdviceKey = "digital-consulting";

    [GeneratedRegex(
        @"\b((?<digitalconsulting>tu van( giai phap)?( ve)? (chuyen doi so|cds|so hoa|digital( transformation)?)"
            + @"|digital (transformation )?consult(ing|ant|ancy))"
            + @"|(?<digitalsolutions>phan mem|giai phap (chuyen doi )?so|chuyen doi so|software|digital (solutions?|transformation))"
            + @"|(?<intellectualproperty>so huu tri tue|shtt|nhan hieu|sang che|intellectual property|trademarks?|patents?)"
            + @"|(?<technologytransfer>chuyen giao cong nghe|technology transfer)"
            + @"|(?<legalconsulting>phap ly|phap luat|luat su|tu van luat|legal)"
            + @"|(?<consulting>tu van|consult(ing|ant|ancy|ants)?|advisers?|advisors?))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SchemeWordsRegex();
}
