using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>Applies the asker's replies to a guide. Pure: returns the changed guide, or null when the reply cannot be read.</summary>
public static partial class GuideAnswers
{
    private const int MaxLengthBefore = 12;
    private const int MaxLengthAfter = 25;

    internal static IReadOnlyList<string> NotKnownWords { get; } =
    [
        "bỏ qua",
        "không biết",
        "chưa biết",
        "chưa rõ",
        "không rõ",
        "không nhớ",
        "chưa có",
        "không chắc",
        "ko biết",
        "k biết",
        "skip",
        "not sure",
        "don't know",
        "i don't know",
        "unknown",
        "no idea",
        "none yet",
    ];

    /// <summary>Whether the reply is that the fact is not known or to be skipped.</summary>
    public static bool IsNotKnown(string text) =>
        FoldedNotKnownWords.Contains(string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text))));

    /// <summary>Whether the text contains figures, which no choice has.</summary>
    public static bool HasSizeFigures(string text, DateOnly today) => FactReader.Read(text, today).HasSizeFigures;

    private static readonly HashSet<string> FoldedNotKnownWords =
    [
        .. NotKnownWords.Select(word => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(word)))),
    ];

    /// <summary>Applies a choice.</summary>
    /// <param name="code">The code of one of the step's choices.</param>
    public static Guide ApplyChoice(Guide guide, GuideSlot slot, string code, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(guide);
        if (code == GuideSteps.NotKnown && slot != GuideSlot.Check)
        {
            return guide with { SkippedSlots = [.. guide.SkippedSlots, slot], LastSlot = slot };
        }

        var updated = slot switch
        {
            GuideSlot.Activity => guide with { Facts = guide.Facts with { Activity = code } },
            GuideSlot.Size when Enum.TryParse<SmeClass>(code, out var size) => guide with
            {
                Facts = guide.Facts with { NamedSizeClass = size },
            },
            GuideSlot.Priority => guide with { Facts = guide.Facts with { HasPriority = code == GuideSteps.Yes } },
            GuideSlot.Scheme => guide with { SchemeKey = code },
            GuideSlot.Checklist => PrefillAnswers(guide with { ChecklistKey = code }),
            GuideSlot.Check when GuideSteps.GetNextQuestion(guide) is { } question => guide with
            {
                ChecklistAnswers = new(guide.ChecklistAnswers)
                {
                    [question.Key] = code == GuideSteps.NotKnown ? null : code == GuideSteps.Yes,
                },
            },
            GuideSlot.Term => guide with { DeadlineKey = code, WorkingDays = null },
            GuideSlot.Start => guide with { StartDate = today },
            _ => guide,
        };
        return updated with { LastSlot = slot };
    }

    /// <summary>Applies typed text: a value for the current question, or facts and corrections of any kind.</summary>
    public static Guide? ApplyText(Guide guide, GuideSlot? slot, string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(guide);
        ArgumentNullException.ThrowIfNull(text);
        var foldedText = VietnameseText.Fold(text);
        var reading = QuantityReader.Read(text, today);
        var statedFacts = FactReader.Read(reading, foldedText);
        statedFacts = statedFacts with
        {
            Activity = statedFacts.Activity ?? (slot == GuideSlot.Activity ? Sectors.Find(text)?.Code : null),
            IsHouseholdBusiness = guide.Kind == GuideKind.Size ? statedFacts.IsHouseholdBusiness : null,
        };
        var updated = statedFacts.IsEmpty ? guide : guide with { Facts = guide.Facts.Merge(statedFacts), LastSlot = slot };
        var value = RemoveCorrectionWords(text);
        updated = (statedFacts.IsEmpty ? slot : null) switch
        {
            GuideSlot.Employees when QuantityReader.ReadSureCount(value) is { } count => updated with
            {
                Facts = updated.Facts with { Employees = count },
                LastSlot = slot,
            },
            GuideSlot.Revenue when QuantityReader.ReadSureAmount(value) is { } revenue => updated with
            {
                Facts = updated.Facts with { Revenue = revenue },
                LastSlot = slot,
            },
            GuideSlot.Capital when QuantityReader.ReadSureAmount(value) is { } capital => updated with
            {
                Facts = updated.Facts with { Capital = capital },
                LastSlot = slot,
            },
            GuideSlot.Contract when QuantityReader.ReadSureAmount(value) is { } contract => updated with
            {
                ContractValue = contract,
                LastSlot = slot,
            },
            GuideSlot.Size when FactReader.FindSizeClass($"doanh nghiep {VietnameseText.Fold(value)}") is { } size => updated with
            {
                Facts = updated.Facts with { NamedSizeClass = size },
                LastSlot = slot,
            },
            GuideSlot.Scheme when GuideSchemes.FindKey(VietnameseText.Fold(value)) is { } scheme => updated with
            {
                SchemeKey = scheme,
                LastSlot = slot,
            },
            _ => updated,
        };
        return ApplyDates(updated, slot, reading) is { } dated && dated != guide ? dated : null;
    }

    /// <summary>Applies a correction: "không, 25 người", "à nhầm, doanh thu 3 tỷ", "actually 25". Null when it is none.</summary>
    /// <param name="isLatest">Whether the guide's result was the last reply; then facts alone correct it.</param>
    public static Guide? ApplyCorrection(Guide guide, string text, bool isLatest, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(guide);
        ArgumentNullException.ThrowIfNull(text);
        var foldedText = VietnameseText.Fold(text);
        var isCorrection = CorrectionRegex().IsMatch(foldedText);
        return isCorrection || (isLatest && IsBareFigure(QuantityReader.Read(text, today)))
            ? ApplyText(guide, isCorrection ? guide.LastSlot : null, text, today)
            : null;
    }

    private static Guide ApplyDates(Guide guide, GuideSlot? slot, QuantityReading reading)
    {
        if (guide.Kind != GuideKind.Deadline)
        {
            return guide;
        }

        if (reading.WorkingDays is { } days)
        {
            guide = guide with { WorkingDays = days, DeadlineKey = null, LastSlot = slot };
        }

        return reading.MentionedDate is { } start ? guide with { StartDate = start, LastSlot = slot } : guide;
    }

    /// <summary>Whether it is one figure with hardly any other words: "chỉ có 12 người thôi".</summary>
    private static bool IsBareFigure(QuantityReading reading) =>
        reading.Quantities is [{ Kind: QuantityKind.People or QuantityKind.Money } quantity]
        && quantity.Span.Start <= MaxLengthBefore
        && reading.Text.Length - quantity.Span.End <= MaxLengthAfter;

    /// <summary>Answers checklist questions that follow from known facts, so that they are not asked.</summary>
    private static Guide PrefillAnswers(Guide guide)
    {
        var checks = new Dictionary<string, bool?>(guide.ChecklistAnswers);
        var questions = Checklists.Find(guide.ChecklistKey!)?.Questions ?? [];
        if (guide.Facts.SizeClass is not null && questions.Exists(question => question.Key == "sme"))
        {
            checks["sme"] = true;
        }

        if (guide is { Facts.Revenue: { } revenue, ChecklistKey: "cit-low-rate" })
        {
            checks["revenue"] = CitRateTable.Default.Bands.Exists(band => revenue <= band.MaxRevenue);
        }

        return guide with
        {
            ChecklistAnswers = checks,
        };
    }

    /// <summary>The text after the words of correction, which are found in folded text of the same length.</summary>
    private static string RemoveCorrectionWords(string text)
    {
        var normal = VietnameseText.Normalize(text);
        return CorrectionRegex().Match(VietnameseText.Fold(normal)) is { Success: true } words
            ? normal[(words.Index + words.Length)..]
            : normal;
    }

    [GeneratedRegex(
        @"^\s*(a |da |oi |ah |oh |uh )?(khong( phai)?|ko|sai( roi)?|nham( roi)?|a nham|minh nham|em nham|toi nham|noi "
            + @"nham|y (toi|em|minh) la|sua( lai)?( thanh| la)?|doi (lai )?(thanh|la)|dung ra la|thuc ra|thuc te|no|sorry"
            + @"|actually|i mean(t)?|correction|not that|wrong)[\s,.:;!-]+(phai |la |thanh |minh |em |toi |it s |it is |make "
            + @"it )*(?=.*([0-9]|nho|vua|small|medium|micro))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex CorrectionRegex();
}
