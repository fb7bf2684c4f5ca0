using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>The schemes of support whose ceilings are known, as people call them.</summary>
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

    /// <summary>The scheme that folded words name; null when none, or it cannot be told which.</summary>
    public static string? Of(string folded) =>
        WordsRegex()
            .Matches(folded)
            .Select(match => All.Keys.First(key => match.Groups[key.Replace("-", "", StringComparison.Ordinal)].Success))
            .ToList()
            is [var first, .. var others]
            ? first == General
                ? others.Contains(Software) && !others.Exists(other => other is not (General or Software))
                    ? AboutSoftware
                    : others.Find(other => other is not (General or Software)) ?? first
                : first
            : null;

    /// <summary>Advice in general, which gives way to what it is about.</summary>
    private const string General = "consulting";
    private const string Software = "digital-solutions";
    private const string AboutSoftware = "digital-consulting";

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
    private static partial Regex WordsRegex();
}
