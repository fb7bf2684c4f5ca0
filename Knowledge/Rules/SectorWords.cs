using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>Which group of sectors folded words tell of.</summary>
public static partial class SectorWords
{
    private static SectorWordTable Table { get; } = RuleData.Load<SectorWordTable>("sector-words.yaml");

    /// <summary>The code of a sector of the group; null where none is told, or both.</summary>
    /// <param name="folded">Lower case, without marks and punctuation.</param>
    /// <param name="typed">As typed: "bán" (sells) is told from "bạn" (friend) by its mark.</param>
    public static string? Code(string folded, string typed = "")
    {
        ArgumentNullException.ThrowIfNull(folded);
        ArgumentNullException.ThrowIfNull(typed);
        var said =
            typed.All(char.IsAscii) ? DownwardRegex().Replace(folded, " ")
            : typed.Contains("xuống", StringComparison.OrdinalIgnoreCase) ? folded.Replace("xuong", " ", StringComparison.Ordinal)
            : folded;
        var text = $" {NegatedActivityRegex().Replace(said, " ")} ";
        var (industry, services) = Said(text, Table.Industry.Strong, Table.Services.Strong);
        services |= SellRegex().IsMatch(typed);
        industry |= IsMarked(Table.Industry.Marked, typed);
        if (!industry && !services)
        {
            (industry, services) = Said(text, Table.Industry.Weak, Table.Services.Weak);
        }

        return (industry, services) switch
        {
            (true, false) => Table.Industry.Code,
            (false, true) => Table.Services.Code,
            (true, true) => Main(text),
            _ => null,
        };
    }

    /// <summary>One-syllable words count only with their marks: "tiện" (turning) is told from "tiền" (money).</summary>
    private static bool IsMarked(string words, string typed) =>
        words.Length > 0
        && PhraseGroups.Holds(words, $" {string.Join(' ', VietnameseText.Words(VietnameseText.Normalize(typed.ToLowerInvariant())))} ");

    /// <summary>
    /// Whether a text holds phrases of each group. A phrase within a longer one of the other group does not count: to make software to
    /// order is a service, whatever "to make to order" alone is.
    /// </summary>
    private static (bool Industry, bool Services) Said(string text, string industry, string services)
    {
        var ofIndustry = PhraseGroups.Places(industry, text);
        var ofServices = PhraseGroups.Places(services, text);
        return (ofIndustry.Exists(place => !IsWithin(place, ofServices)), ofServices.Exists(place => !IsWithin(place, ofIndustry)));
    }

    private static bool IsWithin((int Start, int Length) place, List<(int Start, int Length)> others) =>
        others.Exists(other =>
            other.Length > place.Length && other.Start <= place.Start && other.Start + other.Length >= place.Start + place.Length
        );

    /// <summary>The one that is said to be the main one.</summary>
    private static string? Main(string text) =>
        MainActivityRegex().Match(text) is { Success: true } match ? Code(match.Groups["what"].Value) : null;

    // "Xuống" (down) is written like "xưởng" (workshop) without marks.
    [GeneratedRegex(
        @"\b(giam|tut|ha|cat|rut|di|dua|roi|bi) xuong\b|\bxuong (?=con|duoi|sieu|nho|thanh|den|toi|[0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DownwardRegex();

    [GeneratedRegex(@"\bbán\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SellRegex();

    // What the enterprise is said not to do.
    [GeneratedRegex(
        @"\b(khong phai( la)?|ko phai( la)?|k phai( la)?|chu (k|ko|khong)( phai)?( la)?|khong( con)? (lam|ban)"
            + @"|not( a| an)?|instead of|rather than|bo) (?!tang|giam|con )[a-z]+( (xuat|cong|mai|le|buon|dung"
            + @"|vu))?\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NegatedActivityRegex();

    [GeneratedRegex(
        @"\b(?<what>[a-z]+( [a-z]+){0,2}) la (chinh|chu yeu)\b|\b(chu yeu|chinh la|nganh chinh|mainly"
            + @"|main(ly)? business is|mostly)( la)? (?<what>[a-z]+( [a-z]+){0,2})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MainActivityRegex();
}

public sealed record SectorWordTable
{
    public SectorWordGroup Industry { get; init; } = new();

    public SectorWordGroup Services { get; init; } = new();
}

public sealed record SectorWordGroup
{
    /// <summary>Of <see cref="Sectors"/>.</summary>
    public string Code { get; init; } = "";

    public string Strong { get; init; } = "";

    public string Weak { get; init; } = "";

    /// <summary>Words that count only as written here, with their marks.</summary>
    public string Marked { get; init; } = "";
}
