using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>Finds the guide for a question that a rule can answer from the asker's facts.</summary>
internal static partial class GuideReader
{
    /// <summary>Null when the question asks for no rule.</summary>
    public static Guide? FindGuide(Understanding understanding)
    {
        var foldedText = VietnameseText.Fold(understanding.Text);
        return FindDeadlineGuide(foldedText, understanding.Figures)
            ?? FindSizeGuide(foldedText, understanding)
            ?? FindSupportGuide(foldedText, understanding)
            ?? FindTaxGuide(foldedText, understanding);
    }

    private static Guide? FindDeadlineGuide(string foldedText, QuantityReading figures)
    {
        if (figures.NamedDay is not { } start || !WhenRegex().IsMatch(foldedText))
        {
            return null;
        }

        if (figures.WorkingDays is { } days)
        {
            return new()
            {
                Kind = GuideKind.Deadline,
                StartDate = start,
                WorkingDays = days,
            };
        }

        return FiledRegex().IsMatch(foldedText) && MatterRegex().Match(foldedText) is { Success: true } matter
            ? new()
            {
                Kind = GuideKind.Deadline,
                StartDate = start,
                DeadlineKey = Deadlines.All.First(rule => matter.Groups[rule.Key.Replace("-", "", StringComparison.Ordinal)].Success).Key,
            }
            : null;
    }

    /// <summary>The key of the statutory deadline that folded words name; null when they name none.</summary>
    internal static string? FindDeadlineKey(string foldedText) =>
        Deadlines
            .All.OrderByDescending(rule => rule.Key == "capital-contribution")
            .FirstOrDefault(rule =>
                MatterRegex().Matches(foldedText).Any(matter => matter.Groups[rule.Key.Replace("-", "", StringComparison.Ordinal)].Success)
            )
            ?.Key;

    /// <summary>The size of the asker's enterprise, or of one whose figures are given.</summary>
    private static Guide? FindSizeGuide(string foldedText, Understanding understanding)
    {
        var isAsked =
            (AsksSizeRegex().IsMatch(foldedText) || AsksSizeTypedRegex().IsMatch(understanding.Text))
            && (understanding.Said.HasFigures || FactReader.IsAboutOwnEnterprise(foldedText))
            && !DraftRegex().IsMatch(foldedText);
        var isStatement =
            !understanding.AsksBesideProfile
            && understanding.Said is { Employees: not null, HasFigures: true }
            && (understanding.Said.Revenue ?? understanding.Said.Capital) is not null
            && FactReader.IsAboutOwnEnterprise(foldedText)
            && !WishRegex().IsMatch(foldedText);
        return isAsked || isStatement
            ? new()
            {
                Kind = GuideKind.Size,
                Facts = (isAsked && understanding.Said.Employees is not null ? understanding.Said : understanding.Known) with
                {
                    NamedSizeClass = null,
                },
            }
            : null;
    }

    private static Guide? FindSupportGuide(string foldedText, Understanding understanding) =>
        GuideSchemes.FindKey(foldedText) is { } scheme
        && AsksAmountRegex().IsMatch(foldedText)
        && FactReader.IsAboutOwnEnterprise(foldedText)
        && understanding.Known.IsHousehold is not true
            ? new()
            {
                Kind = GuideKind.Support,
                SchemeKey = scheme,
                Facts = understanding.Known,
            }
            : null;

    private static Guide? FindTaxGuide(string foldedText, Understanding understanding) =>
        FactReader.IsAboutOwnEnterprise(foldedText) && AsksExemptionRegex().Match(foldedText) is { Success: true } match
            ? new()
            {
                Kind = GuideKind.Tax,
                Facts = understanding.Known,
                ChecklistKey =
                    match.Groups["three"].Success ? "cit-3-years"
                    : match.Groups["one"].Success ? "cit-1-billion"
                    : null,
            }
            : null;

    [GeneratedRegex(
        @"\b(ngay nao|ngay may|hom nao|khi nao|bao gio|luc nao|den ngay|het han|han cuoi|bao lau|thu may|what (date|day)"
            + @"|which (date|day)|when|deadline|due|by what)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WhenRegex();

    [GeneratedRegex(
        @"\b(nop|gui|tiep nhan|nhan ho so|file[ds]?|submit(ted)?|appl(y|ied))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FiledRegex();

    [GeneratedRegex(
        @"\b((?<legalsupport>ho tro phap ly|tu van phap luat|legal support)|(?<capitalcontribution>gop (du |het )?von"
            + @"|pay in the capital|contribute (the )?(charter )?capital)|(?<registration>dang ky doanh nghiep|dkdn|dang ky "
            + @"kinh doanh|thanh lap (cong ty|doanh nghiep)|business registration|register(ing)? (a |my |our )?(company"
            + @"|business))|(?<complaintacceptance>khieu nai|complaint)|(?<smesupport>(ho so |xin |don )ho tro|ho tro (tu van"
            + @"|cong nghe|chuyen doi so)|support application|application for support))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MatterRegex();

    [GeneratedRegex(
        @"\b(((thuoc|la|xep|tinh la|coi la|dang) (vao )?((quy mo|loai|nhom|dien) )?((doanh nghiep|dn|cong ty|cty) "
            + @")?(quy mo )?(sieu nho hay nho|nho hay vua|sieu nho hay|sieu nho khong)|(quy mo|loai|nhom|(thuoc|la|xep) (vao "
            + @")?(quy mo|loai|nhom|dien|doanh nghiep|dn)|xep (vao )?loai) (doanh nghiep |dn |cong ty )?(quy mo )?(gi|nao|the "
            + @"nao|co phai))|(co phai|phai|co thuoc|co duoc coi|con duoc coi|co duoc xep|duoc coi|thuoc)( la)?( dien| "
            + @"nhom)?( la)? (doanh nghiep |dn |cty |cong ty )?(dnnvv|sme|smes|nho va vua|sieu nho|nho|vua)\b|quy mo (gi"
            + @"|nao|the nao)\b|(thuoc|xep|la) (vao )?co (gi|nao)\b|(am i|are we|is (my|our) (company|business|firm|enterprise)|do(es)? (i|we|my company|our company"
            + @"|my business) (qualify|count)).*\b(sme|smes|small|micro|medium|size)\b|what size (is|are|am)|which size)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AsksSizeRegex();

    // Without its marks "cỡ gì" is "có gì".
    [GeneratedRegex(@"\bcỡ (gì|nào|j)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AsksSizeTypedRegex();

    [GeneratedRegex(@"\b(du thao|sua doi|luat moi|draft|amend)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DraftRegex();

    [GeneratedRegex(
        @"\?|\b(gi|nao|sao|bao nhieu|the nao|dau|ai|khong|ko|chua|muon|can|xin|duoc|hoi|vay|phai|nen|what|how|which|can"
            + @"|should|do|does|want|need|is|are)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WishRegex();

    [GeneratedRegex(
        @"\b(bao nhieu|may phan tram|may %|muc|toi da|may trieu|how much|what percent|maximum|ceiling|amount)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AsksAmountRegex();

    [GeneratedRegex(
        @"\b(mien (thue )?(thu nhap doanh nghiep|tndn|thue)|mien thue|exempt(ion|ed)?)\b(.*\b((?<three>3 nam|ba nam"
            + @"|three years?|3 years?|3-year)|(?<one>1 ty|mot ty|01 ty|1 billion|one billion))\b)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AsksExemptionRegex();
}
