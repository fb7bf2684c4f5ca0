using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>Asks a question again with another size, sector, owner or day in it.</summary>
internal static partial class SlotSubstitution
{
    /// <summary>The question before with other words for the size, the sector or the day; what it did not name is added.</summary>
    public static string Substitute(string before, FollowUpMessage message, Lang lang)
    {
        var text = before;
        if (message.Size is { } size)
        {
            text = Replace(
                text,
                [.. FactReader.SizeWords(VietnameseText.Fold(text)).Select(match => match.Groups["size"])],
                SizeNames[size][lang],
                lang == Lang.En ? $"for {SizeNames[size].En} enterprises" : $"cho doanh nghiệp {SizeNames[size].Vi}"
            );
        }

        if (message.Sector is { } sector)
        {
            text += lang == Lang.En ? $", sector: {sector.Name.En}" : $", lĩnh vực {sector.Name.Vi}";
        }

        if (message.Household)
        {
            text = Replace(
                text,
                [.. EnterpriseRegex().Matches(VietnameseText.Fold(text)).Cast<Capture>()],
                lang == Lang.En ? "household business" : "hộ kinh doanh",
                lang == Lang.En ? "for a household business" : "cho hộ kinh doanh"
            );
        }

        if (message.Priority)
        {
            text += lang == Lang.En ? " for women-owned enterprises" : " cho doanh nghiệp do phụ nữ làm chủ";
        }

        if (message.Date is not null)
        {
            text = YearRegex().Replace(text, " ");
            text = message.Date.Length == 4 ? $"{text} {(lang == Lang.En ? "in" : "năm")} {message.Date}" : text;
        }

        return message.Rest.Length == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} {message.Rest}");
    }

    private static string Replace(string text, IReadOnlyList<Capture> places, string with, string added)
    {
        if (places.Count == 0)
        {
            return $"{text.TrimEnd('?', ' ', '.')} {added}";
        }

        foreach (var place in Enumerable.Reverse(places))
        {
            text = text[..place.Index] + with + text[(place.Index + place.Length)..];
        }

        return text;
    }

    private static readonly Dictionary<SmeClass, LocalizedText> SizeNames = new()
    {
        [SmeClass.Micro] = new("siêu nhỏ", "micro"),
        [SmeClass.Small] = new("nhỏ", "small"),
        [SmeClass.Medium] = new("vừa", "medium"),
    };

    [GeneratedRegex(
        @"\b(doanh nghiep|dn|cong ty|cty|enterprises?|compan(y|ies)|business(es)?)\b( (sieu nho|nho va vua|nho|vua))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex EnterpriseRegex();

    [GeneratedRegex(
        @"\b(năm|nam|in)\s+20[0-9]{2}\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex YearRegex();
}
