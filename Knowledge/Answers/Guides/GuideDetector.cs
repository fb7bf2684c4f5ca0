using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>
/// Detects whether a question asks for a guide, the dialog that collects the facts which a rule needs and then applies the rule
/// (<see cref="Guide"/>): the size of an enterprise, an amount of support, a tax exemption or the end of a period.
/// </summary>
internal static partial class GuideDetector
{
    /// <summary>The guide with the facts that are known already; null when the question asks for none.</summary>
    public static Guide? FindGuide(Understanding understanding)
    {
        var foldedText = VietnameseText.Fold(understanding.Text);
        return FindDeadlineGuide(foldedText, understanding.QuantityReading)
            ?? FindSizeGuide(foldedText, understanding)
            ?? FindSupportAmountGuide(foldedText, understanding)
            ?? FindTaxExemptionGuide(foldedText, understanding);
    }

    private static Guide? FindDeadlineGuide(string foldedText, QuantityReading quantities)
    {
        if (quantities.MentionedDate is not { } start || !AsksWhenRegex().IsMatch(foldedText))
        {
            return null;
        }

        if (quantities.WorkingDays is { } days)
        {
            return new()
            {
                Kind = GuideKind.Deadline,
                StartDate = start,
                WorkingDays = days,
            };
        }

        return SubmissionRegex().IsMatch(foldedText) && DeadlineSubjectRegex().Match(foldedText) is { Success: true } subject
            ? new()
            {
                Kind = GuideKind.Deadline,
                StartDate = start,
                DeadlineKey = Deadlines.All.First(rule => IsSubject(subject, rule)).Key,
            }
            : null;
    }

    /// <summary>The key of the statutory deadline that folded words name; null when they name none.</summary>
    internal static string? FindDeadlineKey(string foldedText) =>
        Deadlines
            // The time for paying in capital runs from the registration, so a text about it names the registration too.
            .All.OrderByDescending(rule => rule.Key == "capital-contribution")
            .FirstOrDefault(rule => DeadlineSubjectRegex().Matches(foldedText).Any(subject => IsSubject(subject, rule)))
            ?.Key;

    /// <summary>Whether a match of <see cref="DeadlineSubjectRegex"/> names what the rule is about: its groups are called like the rules'
    /// keys, without hyphens, which group names cannot contain.</summary>
    private static bool IsSubject(Match subject, DeadlineRule rule) =>
        subject.Groups[rule.Key.Replace("-", "", StringComparison.Ordinal)].Success;

    /// <summary>
    /// The size of the asker's enterprise, or of one whose figures are given: asked for, or implied by a message that only states the
    /// figures of the own enterprise and asks nothing.
    /// </summary>
    private static Guide? FindSizeGuide(string foldedText, Understanding understanding)
    {
        var isAsked =
            AsksSize(foldedText, understanding.Text)
            && (understanding.StatedFacts.HasSizeFigures || FactReader.IsAboutOwnEnterprise(foldedText))
            && !AsksAboutDraftLawRegex().IsMatch(foldedText);
        var isStatement =
            !understanding.StatesFactsAsContext
            && understanding.StatedFacts is { Employees: not null, HasSizeFigures: true }
            && (understanding.StatedFacts.Revenue ?? understanding.StatedFacts.Capital) is not null
            && FactReader.IsAboutOwnEnterprise(foldedText)
            && !QuestionOrRequestRegex().IsMatch(foldedText);
        return isAsked || isStatement
            ? new()
            {
                Kind = GuideKind.Size,
                // A question that gives figures of its own is about these, whatever is remembered of the asker's enterprise.
                Facts = (
                    isAsked && understanding.StatedFacts.Employees is not null ? understanding.StatedFacts : understanding.KnownFacts
                ) with
                {
                    // The class is what the guide determines: one that the asker named must not stand in for missing figures.
                    NamedSizeClass = null,
                },
            }
            : null;
    }

    /// <summary>Whether the words ask for the size class.</summary>
    internal static bool AsksSize(string foldedText, string text) =>
        AsksSizeRegex().IsMatch(foldedText) || AsksSizeWithMarksRegex().IsMatch(text);

    private static Guide? FindSupportAmountGuide(string foldedText, Understanding understanding) =>
        GuideSchemes.FindKey(foldedText) is { } scheme
        && AsksAmountRegex().IsMatch(foldedText)
        && FactReader.IsAboutOwnEnterprise(foldedText)
        && understanding.KnownFacts.IsHouseholdBusiness is not true
            ? new()
            {
                Kind = GuideKind.Support,
                SchemeKey = scheme,
                Facts = understanding.KnownFacts,
            }
            : null;

    /// <summary>Exemptions from corporate income tax (CIT; "thuế thu nhập doanh nghiệp").</summary>
    private static Guide? FindTaxExemptionGuide(string foldedText, Understanding understanding) =>
        FactReader.IsAboutOwnEnterprise(foldedText) && AsksExemptionRegex().Match(foldedText) is { Success: true } match
            ? new()
            {
                Kind = GuideKind.Tax,
                Facts = understanding.KnownFacts,
                ChecklistKey =
                    match.Groups["threeYears"].Success ? "cit-3-years"
                    : match.Groups["oneBillion"].Success ? "cit-1-billion"
                    : null,
            }
            : null;

    [GeneratedRegex(
        @"\b(ngay nao|ngay may|hom nao|khi nao|bao gio|luc nao|den ngay|het han|han cuoi|bao lau|thu may|what (date|day)"
            + @"|which (date|day)|when|deadline|due|by what)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AsksWhenRegex();

    [GeneratedRegex(
        @"\b(nop|gui|tiep nhan|nhan ho so|file[ds]?|submit(ted)?|appl(y|ied))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SubmissionRegex();

    [GeneratedRegex(
        @"\b((?<legalsupport>ho tro phap ly|tu van phap luat|legal support)|(?<capitalcontribution>gop (du |het )?von"
            + @"|pay in the capital|contribute (the )?(charter )?capital)|(?<registration>dang ky doanh nghiep|dkdn|dang ky "
            + @"kinh doanh|thanh lap (cong ty|doanh nghiep)|business registration|register(ing)? (a |my |our )?(company"
            + @"|business))|(?<complaintacceptance>khieu nai|complaint)|(?<smesupport>(ho so |xin |don )ho tro|ho tro (tu van"
            + @"|cong nghe|chuyen doi so)|support application|application for support))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DeadlineSubjectRegex();

    [GeneratedRegex(
        @"\b(((thuoc|la|xep|tinh la|coi la|dang) (vao )?((quy mo|loai|nhom|dien) )?((doanh nghiep|dn|cong ty|cty) "
            + @")?(quy mo )?(sieu nho hay nho|nho hay vua|sieu nho hay|sieu nho khong)|(quy mo|loai|nhom|(thuoc|la|xep) (vao "
            + @")?(quy mo|loai|nhom|dien|doanh nghiep|dn)|xep (vao )?loai) (doanh nghiep |dn |cong ty )?(quy mo )?(gi|nao|the "
            + @"nao|co phai))|(co phai|phai|co thuoc|co duoc coi|con duoc coi|co duoc xep|duoc coi|thuoc)( la)?( dien| "
            + @"nhom)?( la)? (doanh nghiep |dn |cty |cong ty )?(dnnvv|sme|smes|nho va vua|sieu nho|nho|vua)\b|quy mo (gi"
            + @"|nao|the nao)\b|(thuoc|xep|la) (vao )?co (gi|nao)\b|"
            + @"(am i|are we|is (my|our) (company|business|firm|enterprise)|do(es)? (i|we|my company|our company"
            + @"|my business) (qualify|count)).*\b(sme|smes|small|micro|medium|size)\b|what size (is|are|am)|which size"
            + @"|(which|what) (sme|size) (class|group))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AsksSizeRegex();

    // Matches the text with its marks: without them "cỡ gì" ("what size") is the same as "có gì" ("what is there").
    [GeneratedRegex(@"\bcỡ (gì|nào|j)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AsksSizeWithMarksRegex();

    [GeneratedRegex(@"\b(du thao|sua doi|luat moi|draft|amend)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AsksAboutDraftLawRegex();

    [GeneratedRegex(
        @"\?|\b(gi|nao|sao|bao nhieu|the nao|dau|ai|khong|ko|chua|muon|can|xin|duoc|hoi|vay|phai|nen|what|how|which|can"
            + @"|should|do|does|want|need|is|are)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex QuestionOrRequestRegex();

    [GeneratedRegex(
        @"\b(bao nhieu|may phan tram|may %|muc|toi da|may trieu|how much|what percent|maximum|ceiling|amount)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AsksAmountRegex();

    [GeneratedRegex(
        @"\b(mien (thue )?(thu nhap doanh nghiep|tndn|thue)|mien thue|exempt(ion|ed)?)\b(.*\b((?<threeYears>3 nam|ba nam"
            + @"|three years?|3 years?|3-year)|(?<oneBillion>1 ty|mot ty|01 ty|1 billion|one billion))\b)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AsksExemptionRegex();
}
