using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>Replaces the size, sector, owner or day in a question by the values of a follow-up.</summary>
internal static partial class SlotSubstitution
{
    /// <summary>The previous question with the values of the follow-up; values that it did not have are appended.</summary>
    public static string Substitute(string question, FollowUpMessage message, Lang lang)
    {
        var text = question;
        if (message.Size is { } size)
        {
            text = ReplaceCaptures(
                text,
                [.. FactReader.FindSizeWords(VietnameseText.Fold(text)).Select(match => match.Groups["size"])],
                SizeNames[size][lang],
                lang == Lang.En ? $"for {SizeNames[size].En} enterprises" : $"cho doanh nghiệp {SizeNames[size].Vi}"
            );
        }

        if (message.Sector is { } sector)
        {
            text += lang == Lang.En ? $", sector: {sector.Name.En}" : $", lĩnh vực {sector.Name.Vi}";
        }

        if (message.IsHouseholdBusiness)
        {
            text = ReplaceCaptures(
                text,
                [.. EnterpriseRegex().Matches(VietnameseText.Fold(text)).Cast<Capture>()],
                lang == Lang.En ? "household business" : "hộ kinh doanh",
                lang == Lang.En ? "for a household business" : "cho hộ kinh doanh"
            );
        }

        if (message.IsPriority)
        {
            text += lang == Lang.En ? " for women-owned enterprises" : " cho doanh nghiệp do phụ nữ làm chủ";
        }

        if (message.Date is not null)
        {
            text = YearRegex().Replace(text, " ");
            text = message.Date.Length == 4 ? $"{text} {(lang == Lang.En ? "in" : "năm")} {message.Date}" : text;
        }

        return message.RemainingText.Length == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} {message.RemainingText}");
    }

    private static string ReplaceCaptures(string text, IReadOnlyList<Capture> captures, string replacement, string addition)
    {
        if (captures.Count == 0)
        {
            return $"{text.TrimEnd('?', ' ', '.')} {addition}";
        }

        foreach (var capture in Enumerable.Reverse(captures))
        {
            text = text[..capture.Index] + replacement + text[(capture.Index + capture.Length)..];
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
