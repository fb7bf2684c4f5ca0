using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;
using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>Detects from the words of a message in which group of sectors an enterprise works.</summary>
public static partial class SectorGroupDetector
{
    private static SectorPhraseTable Table { get; } = RuleData.Load<SectorPhraseTable>("sector-words.yaml");

    /// <summary>The code of a sector of the group; null when the text names neither group, or both.</summary>
    /// <param name="foldedText">Lower case, without diacritics and punctuation.</param>
    /// <param name="typedText">As typed: only the diacritic distinguishes "bán" (sell) from "bạn" (friend).</param>
    public static string? FindSectorCode(string foldedText, string typedText = "")
    {
        ArgumentNullException.ThrowIfNull(foldedText);
        ArgumentNullException.ThrowIfNull(typedText);
        var remaining =
            typedText.All(char.IsAscii) ? DownwardRegex().Replace(foldedText, " ")
            : typedText.Contains("xuống", StringComparison.OrdinalIgnoreCase) ? foldedText.Replace("xuong", " ", StringComparison.Ordinal)
            : foldedText;
        var text = $" {CustomerRegex.Replace(NegatedActivityRegex().Replace(remaining, " "), " ")} ";
        var (industry, services) = FindGroups(text, Table.Industry.StrongPhrases, Table.Services.StrongPhrases);
        services |= SellRegex().IsMatch(typedText) || (!industry && typedText.All(char.IsAscii) && SellGoodsRegex.IsMatch(text));
        industry |= ContainsWithDiacritics(
            Table.Industry.DiacriticWords,
            StoppedRegex().Replace(SoldGoodsRegex().Replace(typedText, " "), " ")
        );
        if (!industry && !services)
        {
            (industry, services) = FindGroups(text, Table.Industry.WeakPhrases, Table.Services.WeakPhrases);
        }

        return (industry, services) switch
        {
            (true, false) => Table.Industry.Code,
            (false, true) => Table.Services.Code,
            (true, true) => FindMainCode(text),
            _ => null,
        };
    }

    /// <summary>One-syllable words count only with their diacritics, which distinguish "tiện" (turning) from "tiền" (money).</summary>
    private static bool ContainsWithDiacritics(string words, string typedText) =>
        words.Length > 0
        && PhraseGroups.ContainsAny(
            words,
            $" {string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Normalize(typedText.ToLowerInvariant())))} "
        );

    /// <summary>
    /// Whether a text contains phrases of each group. A phrase within a longer one of the other group does not count: to make software to
    /// order is a service, whatever "to make to order" alone is.
    /// </summary>
    private static (bool Industry, bool Services) FindGroups(string text, string industry, string services)
    {
        var industryPositions = PhraseGroups.FindPositions(industry, text);
        var servicesPositions = PhraseGroups.FindPositions(services, text);
        return (
            industryPositions.Exists(position => !IsWithin(position, servicesPositions)),
            servicesPositions.Exists(position => !IsWithin(position, industryPositions))
        );
    }

    private static bool IsWithin((int Start, int Length) position, List<(int Start, int Length)> others) =>
        others.Exists(other =>
            other.Length > position.Length
            && other.Start <= position.Start
            && other.Start + other.Length >= position.Start + position.Length
        );

    /// <summary>The sector that the text calls the main one.</summary>
    private static string? FindMainCode(string text) =>
        MainActivityRegex().Match(text) is { Success: true } match ? FindSectorCode(match.Groups["what"].Value) : null;

    // "Xuống" (down) is written like "xưởng" (workshop) without diacritics.
    [GeneratedRegex(
        @"\b(giam|tut|ha|cat|rut|di|dua|roi|bi) xuong\b|\bxuong (?=con|duoi|sieu|nho|thanh|den|toi|[0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DownwardRegex();

    // "Bán được 18 tỷ" tells the revenue, and a workshop sells what it makes to others.
    [GeneratedRegex(
        @"\bbán\b(?! (được|đc|dc|ra|hết|tới|gần|khoảng|chừng|tầm|hơn|cho|vào|sang|\d))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SellRegex();

    // What is sold ("bán dao phay") is no activity of its own.
    [GeneratedRegex(@"\bbán(\s+[\p{L}]+){1,3}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SoldGoodsRegex();

    // "Không trồng nữa", "ngừng đúc".
    [GeneratedRegex(
        @"\b(không(\s+còn)?\s+\p{L}+(?=(\s+\p{L}+)?\s+nữa)|ngừng\s+\p{L}+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex StoppedRegex();

    /// <summary>Without its mark "bán" is "bạn" as well; before goods it sells.</summary>
    private static readonly Regex SellGoodsRegex = new(
        $@"\bban ([a-z]+ )?({Table.Industry.WeakPhrases}|{Table.Services.WeakPhrases})\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Compiled
    );

    // An activity that the enterprise does not have.
    [GeneratedRegex(
        @"\b(khong phai( la)?|ko phai( la)?|k phai( la)?|chu (k|ko|khong)( phai)?( la)?|khong( con)? (lam|ban)"
            + @"|ngung( lam)?|khong(?= [a-z]+( [a-z]+)? nua\b)"
            + @"|not( a| an)?|instead of|rather than|bo) (?!tang|giam|con )[a-z]+( (xuat|cong|mai|le|buon|dung"
            + @"|vu))?\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NegatedActivityRegex();

    /// <summary>Whom the enterprise supplies ("ký thêm siêu thị", "bán cho cửa hàng") is not what it is.</summary>
    private static readonly Regex CustomerRegex = new(
        @"\b(cho|voi|vao|ky|ky them|giao|cung cap|supply|supplies|to|for)( (them|cac|may|nhung|he thong|chuoi|ben|the|a|some))* "
            + $"({Table.CustomerWords})\\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Compiled
    );

    [GeneratedRegex(
        @"\b(?<what>[a-z]+( [a-z]+){0,2}) la (chinh|chu yeu)\b|\b(chu yeu|chinh la|nganh chinh|mainly"
            + @"|main(ly)? business is|mostly)( la)? (?<what>[a-z]+( [a-z]+){0,2})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MainActivityRegex();
}

/// <summary>The phrases from which the two sector groups are recognised.</summary>
public sealed record SectorPhraseTable
{
    public SectorPhrases Industry { get; init; } = new();

    public SectorPhrases Services { get; init; } = new();

    /// <summary>Words for customers, which also name a sector; folded, separated by <c>|</c>.</summary>
    [YamlMember(Alias = "customers")]
    public string CustomerWords { get; init; } = "";
}

/// <summary>Phrases of one sector group, folded, separated by <c>|</c>.</summary>
public sealed record SectorPhrases
{
    /// <summary>A code of <see cref="Sectors"/>.</summary>
    public string Code { get; init; } = "";

    [YamlMember(Alias = "strong")]
    public string StrongPhrases { get; init; } = "";

    [YamlMember(Alias = "weak")]
    public string WeakPhrases { get; init; } = "";

    /// <summary>Words that count only as written here, with their diacritics.</summary>
    [YamlMember(Alias = "marked")]
    public string DiacriticWords { get; init; } = "";
}
