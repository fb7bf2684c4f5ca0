using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Figures;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>The facts of a message that rules can use.</summary>
/// <param name="Folded">Lower case, without diacritics and punctuation.</param>
/// <param name="StatedFacts">Facts whose meaning the message states.</param>
/// <param name="UnboundQuantities">Quantities whose meaning only follows from the conversation.</param>
internal sealed partial record MessageFacts(
    string Folded,
    RuleFacts StatedFacts,
    IReadOnlyList<Quantity> UnboundQuantities,
    QuantityReading Reading
)
{
    public static MessageFacts Read(string text, DateOnly today)
    {
        var foldedText = VietnameseText.Fold(text);
        var folded = string.Join(' ', VietnameseText.SplitIntoWords(foldedText));
        var padded = $" {folded} ";
        var reading = UninsuredPeople.Mark(BindPeople(QuantityReader.Read(text, today)));
        var cues = RuleCues.Default;
        var all = reading;
        reading = WithoutOthers(reading, cues);
        var enterprise = FactReader.ReadNamedFacts(foldedText);
        var isCompany = PhraseGroups.ContainsAny(cues.CompanyWords, padded);
        var statedFacts = new RuleFacts
        {
            Enterprise = enterprise with
            {
                Activity = GuideSchemes.FindKey(foldedText) is null || isCompany ? FindActivity(folded, text, reading) : null,
                Employees = FindEmployees(reading),
                Revenue = FindRevenue(reading),
                Capital = reading.FindFact(Measure.Capital),
                IsHouseholdBusiness =
                    ConversationPolicy.Current.Audiences.NamesHousehold(text) ? true
                    : isCompany ? false
                    : null,
            },
            IsAffiliated = PhraseGroups.ContainsAny(cues.AffiliatedWords, RemovePhrases(cues.KinshipWords, padded)) ? true : null,
            ContractValue = reading.FindFact(Measure.Price) ?? FindOnlyPrice(reading),
            SchemeKey = GuideSchemes.FindKey(foldedText),
            BusinessKey = CitReliefs
                .Default.RevenueMethod.Rates.Find(rate => rate.FoldedWords.Exists(word => PhraseGroups.ContainsAny(word, padded)))
                ?.Key,
            WomenShare =
                reading.FindFact(Measure.WomenOwnership)
                ?? (NamesWoman(cues, padded, text) ? FindOnlyValue(reading, QuantityKind.Percent) : null),
            HasOtherEnterprise = PhraseGroups.ContainsAny(cues.OtherWords, padded) ? true : null,
            StartDate = FindStart(reading),
            CrossedMonth = FindCrossedMonth(reading),
            FilingMonths =
                PhraseGroups.ContainsAny(cues.Filing.Month, padded) ? 1
                : PhraseGroups.ContainsAny(cues.Filing.Quarter, padded) ? 3
                : null,
        };
        if (statedFacts.WomenShare >= WomenOwnershipTable.Default.WomenOwned.MinSharePercent)
        {
            statedFacts = statedFacts with { Enterprise = statedFacts.Enterprise with { HasPriority = true } };
        }

        statedFacts = AddMonths(AddMissingUnits(statedFacts, reading), padded, reading);
        return new(folded, statedFacts, [.. reading.Quantities.Where(quantity => !quantity.IsReliable)], all);
    }

    private static bool NamesWoman(RuleCues cues, string padded, string text) =>
        PhraseGroups.ContainsAny(cues.WomenWords, padded)
        || PhraseGroups.ContainsAny(
            cues.WomenWordsWithMarks,
            $" {string.Join(' ', VietnameseText.SplitIntoWords(text)).ToLowerInvariant()} "
        );

    /// <summary>The folded words with a mark between sentences, over which no phrase reaches, and a space at both ends.</summary>
    public string FoldedSentences => $" {string.Join(" . ", SentenceEndRegex().Split(Reading.Text).Select(FoldWords))} ";

    [GeneratedRegex(@"[?!;\n]+\s*|\.(\s+|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex SentenceEndRegex();

    /// <summary>Whether the facts are hypothetical.</summary>
    public bool IsHypothetical => PhraseGroups.ContainsAny(RuleCues.Default.HypotheticalWords, $" {Folded} ");

    /// <summary>Whether it tells what others say of enterprises, and nothing of the asker's own.</summary>
    public bool IsHearsay =>
        PhraseGroups.ContainsAny(RuleCues.Default.HearsayWords, $" {Folded} ")
        && !FactReader.IsAboutOwnEnterprise(VietnameseText.Fold(Reading.Text));

    /// <summary>Whether it corrects an earlier message.</summary>
    public bool IsCorrection => PhraseGroups.ContainsAny(RuleCues.Default.CorrectionWords, $" {Folded} ");

    /// <summary>
    /// Whether it is a question that names what excludes the size rule: "tuyển thêm 3 người có được hỗ trợ đào tạo không".
    /// </summary>
    public bool AsksForOtherThanSize =>
        !IsCorrection
        && (YesOrNo.WantsYesOrNo(Folded) || QuestionClauses.AsksWhat(Reading.Text))
        && RuleCues.Default.Cues.Find(cue => cue.RuleKey == SizeRule.Key) is { } size
        && PhraseGroups.ContainsAny(size.ExcludedPhrases, $" {Folded} ");

    /// <summary>Figures that are not facts about the enterprise; a claim is compared with them.</summary>
    public IReadOnlyList<decimal> Figures =>
        [
            .. Reading
                .Quantities.Where(quantity =>
                    quantity.Measure is Measure.Unbound or Measure.Support or Measure.Tax or Measure.InterestRate
                    && quantity.Kind is QuantityKind.Percent or QuantityKind.Plain or QuantityKind.Money
                )
                .Select(quantity => quantity.Value),
        ];

    /// <summary>The named sector; of two sectors with revenue the one with more.</summary>
    private static string? FindActivity(string folded, string text, QuantityReading reading) =>
        SectorGroupDetector.FindSectorCode(folded, text) ?? SectorRevenue.FindLargerSector(reading);

    /// <summary>The insured employees; all employees when the message does not mention insurance.</summary>
    private static int? FindEmployees(QuantityReading reading)
    {
        if (reading.Quantities.Count(quantity => quantity.Kind == QuantityKind.Months) > 1 || PartsOfTheYearRegex().IsMatch(reading.Text))
        {
            // Several numbers for parts of a year: their average is the asker's to give.
            return null;
        }

        var matches = reading
            .Quantities.Where(quantity => quantity.Kind == QuantityKind.People && quantity.Comparator == Comparator.Equal)
            .ToList();
        var replacements = matches.Where(quantity => IsReplacement(reading, quantity)).ToList();
        return replacements is [var one] && matches.Count > 1 ? (int)one.Value
            : reading.FindFact(Measure.InsuredEmployees) is { } insured ? (int)insured
            : reading.FindAll(Measure.UninsuredEmployees).Any() ? UninsuredPeople.FindInsured(reading)
            : (int?)reading.FindFact(Measure.Employees);
    }

    [GeneratedRegex(
        @"\b(tháng|thang) (đầu|dau|cuối|cuoi)\b|\b(first|last) (half|six months)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PartsOfTheYearRegex();

    /// <summary>"Ra còn 9", "thành 11": the number itself, whatever others were added or taken away.</summary>
    private static bool IsReplacement(QuantityReading reading, Quantity quantity)
    {
        var before = VietnameseText.SplitIntoWords(VietnameseText.Fold(reading.Text[..quantity.Span.Start])).TakeLast(1);
        return before.Any(word => PhraseGroups.ContainsAny(RuleCues.Default.ReplacementWords, $" {word} "));
    }

    /// <summary>"Công ty con trai tôi" is a son's company and no subsidiary.</summary>
    private static string RemovePhrases(string group, string padded)
    {
        foreach (var (start, length) in PhraseGroups.FindPositions(group, padded).OrderByDescending(position => position.Start))
        {
            padded = $"{padded[..start]} {padded[Math.Min(start + length, padded.Length)..]}";
        }

        return padded;
    }

    /// <summary>A number before a short word for people ("12 ng", "3 đứa") counts people.</summary>
    private static QuantityReading BindPeople(QuantityReading reading) =>
        reading with
        {
            Quantities =
            [
                .. reading.Quantities.Select(quantity =>
                    quantity is { Kind: QuantityKind.Plain or QuantityKind.Things, Measure: Measure.Unbound }
                    && PeopleAfterRegex().IsMatch(reading.Text[Math.Min(quantity.Span.Start, reading.Text.Length)..])
                        ? quantity with
                        {
                            Kind = QuantityKind.People,
                            Measure = Measure.Employees,
                            BindingConfidence = 0.9,
                        }
                        : quantity
                ),
            ],
        };

    [GeneratedRegex(
        @"^\d[\d.,]*\s*(ng|ngưởi|người|nguoi|đứa|dua|bạn|thợ|mạng|nhân viên|nv|ld|lđ)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PeopleAfterRegex();

    /// <summary>
    /// Of several years the first; a future year only when no other is named; otherwise the one reliable revenue.
    /// </summary>
    private static decimal? FindRevenue(QuantityReading reading)
    {
        var matches = reading.FindAll(Measure.Revenue).Where(quantity => quantity.IsReliable).ToList();
        return matches.Count > 1 && matches.TrueForAll(quantity => quantity.Period is not null)
                ? matches.OrderBy(quantity => quantity.Period!.First).First().Value
            : matches is [{ Period: { } period } one] && period.First > reading.Today ? one.Value
            : reading.FindFact(Measure.Revenue);
    }

    /// <summary>A price far from its word ("mua phần mềm … khoảng 45 triệu") is one where the message holds no other sum.</summary>
    private static decimal? FindOnlyPrice(QuantityReading reading) =>
        reading.Quantities.Where(quantity => quantity.Kind == QuantityKind.Money).ToList()
            is [{ Measure: Measure.Price, Comparator: Comparator.Equal, RateUnit: null or QuantityKind.Years } one]
        && one.Confidence >= QuantityReader.SureConfidence
            ? one.Value
            : null;

    /// <summary>A sum without a unit next to one in billions is in billions as well: "doanh thu 130 tỷ, vốn 70".</summary>
    private static RuleFacts AddMissingUnits(RuleFacts facts, QuantityReading reading)
    {
        const decimal Billion = 1_000_000_000m;
        var enterprise = facts.Enterprise;
        if ((enterprise.Revenue ?? enterprise.Capital) is not >= Billion)
        {
            return facts;
        }

        return facts with
        {
            Enterprise = enterprise with
            {
                Revenue = enterprise.Revenue ?? FindPlainValue(Measure.Revenue),
                Capital = enterprise.Capital ?? FindPlainValue(Measure.Capital),
            },
        };

        decimal? FindPlainValue(Measure measure) =>
            reading.FindAll(measure).ToList() is [{ Kind: QuantityKind.Plain, Comparator: Comparator.Equal, Value: > 0 and < 1_990m } one]
                ? one.Value * Billion
                : null;
    }

    private static decimal? FindOnlyValue(QuantityReading reading, QuantityKind kind) =>
        reading
            .Quantities.Where(quantity =>
                quantity.Kind == kind && quantity.Measure == Measure.Unbound && !IsReliefDuration(reading, quantity)
            )
            .Select(quantity => quantity.Value)
            .Distinct()
            .ToList()
            is [var one]
            ? one
            : null;

    /// <summary>How long a relief lasts ("miễn thuế 2 năm", "2-year exemption") is not a fact about the asker.</summary>
    private static bool IsReliefDuration(QuantityReading reading, Quantity quantity) =>
        VietnameseText
            .SplitIntoWords(VietnameseText.Fold(reading.Text[..quantity.Span.Start]))
            .TakeLast(MaxWordsToRelief)
            .Any(word => word is "mien" or "giam")
        || VietnameseText
            .SplitIntoWords(VietnameseText.Fold(reading.Text[quantity.Span.End..]))
            .Take(MaxWordsToRelief)
            .Any(word => word is "exemption" or "exempt");

    /// <summary>The maximum number of words between the word for a relief and its years: "miễn thuế TNDN 2 năm".</summary>
    private const int MaxWordsToRelief = 4;

    private static DateOnly? FindStart(QuantityReading reading) =>
        reading.Dates.Where(date => date is { Unit: DateUnit.Day, Exists: true }).Select(date => date.First).Distinct().ToList()
            is [var one]
            ? one
            : null;
}
