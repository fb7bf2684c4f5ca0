using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>What a message says that rules can use.</summary>
/// <param name="Folded">Lower case, without diacritics and punctuation.</param>
/// <param name="Stated">Facts that say what they are.</param>
/// <param name="Loose">Quantities that only the conversation can bind.</param>
internal sealed partial record MessageFacts(string Folded, RuleFacts Stated, IReadOnlyList<Quantity> Loose, QuantityReading Reading)
{
    public static MessageFacts Of(string text, DateOnly today)
    {
        var plain = VietnameseText.Fold(text);
        var folded = string.Join(' ', VietnameseText.SplitIntoWords(plain));
        var padded = $" {folded} ";
        var reading = WithPeople(QuantityReader.Read(text, today));
        var cues = RuleCues.Default;
        var enterprise = FactReader.Named(plain);
        var isCompany = PhraseGroups.ContainsAny(cues.CompanyWords, padded);
        var stated = new RuleFacts
        {
            Enterprise = enterprise with
            {
                Activity = GuideSchemes.Of(plain) is null || isCompany ? Activity(folded, text, reading) : null,
                Employees = People(reading),
                Revenue = Revenue(reading),
                Capital = reading.FindFact(Measure.Capital),
                Household =
                    PhraseGroups.ContainsAny(cues.HouseholdWords, padded) || HouseholdRegex().IsMatch(text) ? true
                    : isCompany ? false
                    : null,
            },
            Affiliated = PhraseGroups.ContainsAny(cues.AffiliatedWords, padded) ? true : null,
            Contract = reading.FindFact(Measure.Price),
            Scheme = GuideSchemes.Of(plain),
            Business = CitReliefs
                .Default.RevenueMethod.Rates.Find(rate => rate.FoldedWords.Exists(word => PhraseGroups.ContainsAny(word, padded)))
                ?.Key,
            WomenShare =
                reading.FindFact(Measure.WomenOwnership)
                ?? (PhraseGroups.ContainsAny(cues.WomenWords, padded) ? OnlyOne(reading, QuantityKind.Percent) : null),
            OtherEnterprise = PhraseGroups.ContainsAny(cues.OtherWords, padded) ? true : null,
            Start = Start(reading),
        };
        if (stated.WomenShare >= WomenOwnershipTable.Default.WomenOwned.MinSharePercent)
        {
            stated = stated with { Enterprise = stated.Enterprise with { Priority = true } };
        }

        stated = WithMonths(WithoutUnits(stated, reading), padded, reading);
        return new(folded, stated, [.. reading.Quantities.Where(quantity => !quantity.IsReliable)], reading);
    }

    /// <summary>What it says of the enterprise is supposed, not told.</summary>
    public bool IsHypothetical => PhraseGroups.ContainsAny(RuleCues.Default.HypotheticalWords, $" {Folded} ");

    /// <summary>It puts right what was said before.</summary>
    public bool IsCorrection => PhraseGroups.ContainsAny(RuleCues.Default.CorrectionWords, $" {Folded} ");

    /// <summary>Numbers that are no facts of the enterprise: what a claim is compared with.</summary>
    public IReadOnlyList<decimal> Figures =>
        [
            .. Reading
                .Quantities.Where(quantity =>
                    quantity.Measure is Measure.Unbound or Measure.Support or Measure.Tax or Measure.InterestRate
                    && quantity.Kind is QuantityKind.Percent or QuantityKind.Plain or QuantityKind.Money
                )
                .Select(quantity => quantity.Value),
        ];

    /// <summary>The sector that is named; of two with their revenue the one with more.</summary>
    private static string? Activity(string folded, string text, QuantityReading reading) =>
        SectorGroupDetector.FindSectorCode(folded, text) ?? SectorShares.Larger(reading);

    [GeneratedRegex(@"\bhộ\b(?! tịch| khẩu| chiếu)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HouseholdRegex();

    /// <summary>Those who are insured count; all who work there where nothing is said of insurance.</summary>
    private static int? People(QuantityReading reading)
    {
        if (reading.Quantities.Count(quantity => quantity.Kind == QuantityKind.Months) > 1 || PartsOfTheYearRegex().IsMatch(reading.Text))
        {
            // Several numbers for parts of a year: their average is the asker's to give.
            return null;
        }

        var said = reading
            .Quantities.Where(quantity => quantity.Kind == QuantityKind.People && quantity.Comparator == Comparator.Equal)
            .ToList();
        var absolute = said.Where(quantity => IsAbsolute(reading, quantity)).ToList();
        return absolute is [var one] && said.Count > 1 ? (int)one.Value
            : reading.FindFact(Measure.InsuredEmployees) is { } insured ? (int)insured
            : reading.FindAll(Measure.UninsuredEmployees).Any() ? null
            : (int?)reading.FindFact(Measure.Employees);
    }

    [GeneratedRegex(
        @"\b(tháng|thang) (đầu|dau|cuối|cuoi)\b|\b(first|last) (half|six months)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PartsOfTheYearRegex();

    /// <summary>"Ra còn 9", "thành 11": the number itself, whatever others were added or taken away.</summary>
    private static bool IsAbsolute(QuantityReading reading, Quantity quantity)
    {
        var before = VietnameseText.SplitIntoWords(VietnameseText.Fold(reading.Text[..quantity.Span.Start])).TakeLast(1);
        return before.Any(word => PhraseGroups.ContainsAny(RuleCues.Default.ReplacementWords, $" {word} "));
    }

    /// <summary>A number before a short word for people ("12 ng", "3 đứa") counts people.</summary>
    private static QuantityReading WithPeople(QuantityReading reading) =>
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

    /// <summary>The revenue of the year before this one where several years are named: it is the one that counts. The revenue of a year to
    /// come is asked about where no other is told.</summary>
    private static decimal? Revenue(QuantityReading reading)
    {
        var said = reading.FindAll(Measure.Revenue).Where(quantity => quantity.IsReliable).ToList();
        return said.Count > 1 && said.TrueForAll(quantity => quantity.Period is not null)
                ? said.OrderBy(quantity => quantity.Period!.First).First().Value
            : said is [{ Period: { } period } one] && period.First > reading.Today ? one.Value
            : reading.FindFact(Measure.Revenue);
    }

    private static RuleFacts WithMonths(RuleFacts facts, string padded, QuantityReading reading)
    {
        if (
            PhraseGroups.ContainsAny(RuleCues.Default.DissolvedWords, padded)
            && OnlyOne(reading, QuantityKind.Months) is null
            && OnlyOne(reading, QuantityKind.Plain) is { } plain
            && PhraseGroups.ContainsAny("thang|months|month", padded)
        )
        {
            return facts with { DissolvedMonths = (int)plain };
        }

        if (OnlyOne(reading, QuantityKind.Months) is not { } found)
        {
            return OnlyOne(reading, QuantityKind.Years) is { } years && facts.Enterprise.Household == true && years < 50
                ? facts with
                {
                    HouseholdMonths = (int)(years * 12),
                }
                : facts;
        }

        var months = (int)found;
        return PhraseGroups.ContainsAny(RuleCues.Default.DissolvedWords, padded) ? facts with { DissolvedMonths = months }
            : facts.Enterprise.Revenue is not null && months < 12 ? facts with { Months = months }
            : facts with { HouseholdMonths = months };
    }

    /// <summary>A sum named without its unit beside one in billions is in billions too: "doanh thu 130 tỷ, vốn 70".</summary>
    private static RuleFacts WithoutUnits(RuleFacts facts, QuantityReading reading)
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
                Revenue = enterprise.Revenue ?? Plain(Measure.Revenue),
                Capital = enterprise.Capital ?? Plain(Measure.Capital),
            },
        };

        decimal? Plain(Measure measure) =>
            reading.FindAll(measure).ToList() is [{ Kind: QuantityKind.Plain, Comparator: Comparator.Equal, Value: > 0 and < 1_990m } one]
                ? one.Value * Billion
                : null;
    }

    private static decimal? OnlyOne(QuantityReading reading, QuantityKind kind) =>
        reading
            .Quantities.Where(quantity => quantity.Kind == kind && quantity.Measure == Measure.Unbound && !IsOfRelief(reading, quantity))
            .Select(quantity => quantity.Value)
            .Distinct()
            .ToList()
            is [var one]
            ? one
            : null;

    /// <summary>How long a relief lasts ("miễn thuế 2 năm", "2-year exemption") is no fact of the asker's.</summary>
    private static bool IsOfRelief(QuantityReading reading, Quantity quantity) =>
        VietnameseText
            .SplitIntoWords(VietnameseText.Fold(reading.Text[..quantity.Span.Start]))
            .TakeLast(ReliefWords)
            .Any(word => word is "mien" or "giam")
        || VietnameseText
            .SplitIntoWords(VietnameseText.Fold(reading.Text[quantity.Span.End..]))
            .Take(ReliefWords)
            .Any(word => word is "exemption" or "exempt");

    /// <summary>So many words lie between the word of a relief and its years: "miễn thuế TNDN 2 năm".</summary>
    private const int ReliefWords = 4;

    private static DateOnly? Start(QuantityReading reading) =>
        reading.Dates.Where(date => date is { Unit: DateUnit.Day, Exists: true }).Select(date => date.First).Distinct().ToList()
            is [var one]
            ? one
            : null;
}
