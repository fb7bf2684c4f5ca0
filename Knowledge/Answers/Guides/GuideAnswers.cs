using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>Takes what is said to a guide's question. Pure: the guide after it, or null when it cannot be read.</summary>
public static partial class GuideAnswers
{
    private const int LongestBefore = 12;
    private const int LongestAfter = 25;

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

    /// <summary>Says that it is not known, or shall be left out.</summary>
    public static bool IsNotKnown(string text) =>
        NotKnownFolded.Contains(string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text))));

    /// <summary>Says figures, which no choice holds.</summary>
    public static bool HasFigures(string text, DateOnly today) => FactReader.Read(text, today).HasFigures;

    private static readonly HashSet<string> NotKnownFolded =
    [
        .. NotKnownWords.Select(word => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(word)))),
    ];

    /// <summary>The choice that was made.</summary>
    /// <param name="code">Of one of the step's choices.</param>
    public static Guide Choose(Guide guide, GuideSlot slot, string code, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(guide);
        if (code == GuideSteps.NotKnown && slot != GuideSlot.Check)
        {
            return guide with { Skipped = [.. guide.Skipped, slot], Last = slot };
        }

        var chosen = slot switch
        {
            GuideSlot.Activity => guide with { Facts = guide.Facts with { Activity = code } },
            GuideSlot.Size when Enum.TryParse<SmeClass>(code, out var size) => guide with { Facts = guide.Facts with { Size = size } },
            GuideSlot.Priority => guide with { Facts = guide.Facts with { Priority = code == GuideSteps.Yes } },
            GuideSlot.Scheme => guide with { Scheme = code },
            GuideSlot.Checklist => Prefilled(guide with { Checklist = code }),
            GuideSlot.Check when GuideSteps.NextCheck(guide) is { } question => guide with
            {
                Checks = new(guide.Checks) { [question.Key] = code == GuideSteps.NotKnown ? null : code == GuideSteps.Yes },
            },
            GuideSlot.Term => guide with { Deadline = code, Days = null },
            GuideSlot.Start => guide with { Start = today },
            _ => guide,
        };
        return chosen with { Last = slot };
    }

    /// <summary>What was typed where no choice was made: a value for what is asked, or facts and corrections of any kind.</summary>
    public static Guide? Type(Guide guide, GuideSlot? slot, string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(guide);
        ArgumentNullException.ThrowIfNull(text);
        var plain = VietnameseText.Fold(text);
        var reading = QuantityReader.Read(text, today);
        var told = FactReader.Read(reading, plain);
        told = told with
        {
            Activity = told.Activity ?? (slot == GuideSlot.Activity ? Sectors.Find(text)?.Code : null),
            Household = guide.Kind == GuideKind.Size ? told.Household : null,
        };
        var after = told.IsEmpty ? guide : guide with { Facts = guide.Facts.With(told), Last = slot };
        var value = WithoutCorrection(text);
        after = (told.IsEmpty ? slot : null) switch
        {
            GuideSlot.Employees when QuantityReader.ReadSureCount(value) is { } count => after with
            {
                Facts = after.Facts with { Employees = count },
                Last = slot,
            },
            GuideSlot.Revenue when QuantityReader.ReadSureAmount(value) is { } revenue => after with
            {
                Facts = after.Facts with { Revenue = revenue },
                Last = slot,
            },
            GuideSlot.Capital when QuantityReader.ReadSureAmount(value) is { } capital => after with
            {
                Facts = after.Facts with { Capital = capital },
                Last = slot,
            },
            GuideSlot.Contract when QuantityReader.ReadSureAmount(value) is { } contract => after with { Contract = contract, Last = slot },
            GuideSlot.Size when FactReader.Size($"doanh nghiep {VietnameseText.Fold(value)}") is { } size => after with
            {
                Facts = after.Facts with { Size = size },
                Last = slot,
            },
            GuideSlot.Scheme when GuideSchemes.Of(VietnameseText.Fold(value)) is { } scheme => after with { Scheme = scheme, Last = slot },
            _ => after,
        };
        return Dated(after, slot, reading) is { } dated && dated != guide ? dated : null;
    }

    /// <summary>A correction of what was told: "không, 25 người", "à nhầm, doanh thu 3 tỷ", "actually 25". Null when it is none.</summary>
    /// <param name="isLatest">The guide's outcome was the last thing said: then facts alone correct it.</param>
    public static Guide? Correct(Guide guide, string text, bool isLatest, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(guide);
        ArgumentNullException.ThrowIfNull(text);
        var plain = VietnameseText.Fold(text);
        var isCorrection = CorrectionRegex().IsMatch(plain);
        return isCorrection || (isLatest && IsBareFigure(QuantityReader.Read(text, today)))
            ? Type(guide, isCorrection ? guide.Last : null, text, today)
            : null;
    }

    private static Guide Dated(Guide guide, GuideSlot? slot, QuantityReading reading)
    {
        if (guide.Kind != GuideKind.Deadline)
        {
            return guide;
        }

        if (reading.WorkingDays is { } days)
        {
            guide = guide with { Days = days, Deadline = null, Last = slot };
        }

        return reading.NamedDay is { } start ? guide with { Start = start, Last = slot } : guide;
    }

    /// <summary>One figure and hardly a word more: "chỉ có 12 người thôi".</summary>
    private static bool IsBareFigure(QuantityReading reading) =>
        reading.Quantities is [{ Kind: QuantityKind.People or QuantityKind.Money } only]
        && only.Span.Start <= LongestBefore
        && reading.Text.Length - only.Span.End <= LongestAfter;

    /// <summary>What the facts answer already is not asked.</summary>
    private static Guide Prefilled(Guide guide)
    {
        var checks = new Dictionary<string, bool?>(guide.Checks);
        var questions = Checklists.Find(guide.Checklist!)?.Questions ?? [];
        if (guide.Facts.Class is not null && questions.Exists(question => question.Key == "sme"))
        {
            checks["sme"] = true;
        }

        if (guide is { Facts.Revenue: { } revenue, Checklist: "cit-low-rate" })
        {
            checks["revenue"] = CitRateTable.Default.Bands.Exists(band => revenue <= band.MaxRevenue);
        }

        return guide with
        {
            Checks = checks,
        };
    }

    /// <summary>The text after the words that correct: they are found without diacritics, which keeps every letter in its place.</summary>
    private static string WithoutCorrection(string text)
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
