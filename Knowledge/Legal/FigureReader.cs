using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Legal;

/// <summary>Extracts the figures of a text in either language and normalises their values.</summary>
internal static partial class FigureReader
{
    private static readonly string[] Months =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    public static IReadOnlyList<Figure> Read(string text, Lang lang)
    {
        var figures = new List<Figure>();
        text = ListMarkerRegex().Replace(text.Replace('\u00a0', ' ').Replace('\u202f', ' '), marker => new string(' ', marker.Length));
        foreach (var number in DocumentNumber.FindAll(text).Where(number => number.Suffix is not null || number.Year is not null).Reverse())
        {
            figures.Add(
                new Figure(
                    FigureKind.Document,
                    $"{number.Ordinal}/{number.Year}/{number.Suffix}",
                    text.Substring(number.Start, number.Length),
                    number.Start
                )
            );
            text = BlankOut(text, number.Start, number.Length);
        }

        text = Extract(
            text,
            QuarterRegex(),
            figures,
            match => [(FigureKind.Date, $"{match.Groups["year"].Value}-Q{match.Groups["quarter"].Value}")]
        );
        text = Extract(
            text,
            lang == Lang.En ? EnglishDateRegex() : VietnameseDateRegex(),
            figures,
            match => [(FigureKind.Date, NormalizeDate(match, lang))]
        );
        text = Extract(text, PercentRegex(), figures, match => ParseNumbers(match, lang).Select(value => (FigureKind.Percent, value)));
        text = Extract(
            text,
            lang == Lang.En ? EnglishMoneyRegex() : VietnameseMoneyRegex(),
            figures,
            match => ParseNumbers(match, lang).Select(value => (FigureKind.Money, Multiply(value, match.Groups["unit"].Value)))
        );
        text = Extract(
            text,
            lang == Lang.En ? EnglishPeriodRegex() : VietnamesePeriodRegex(),
            figures,
            match => ParseNumbers(match, lang).Select(value => (FigureKind.Period, $"{value} {NormalizeUnit(match.Groups["unit"].Value)}"))
        );
        Extract(text, PlainNumberRegex(), figures, match => ParseNumbers(match, lang).Select(value => (FigureKind.Number, value)));
        return figures;
    }

    private static string Extract(
        string text,
        Regex pattern,
        List<Figure> figures,
        Func<Match, IEnumerable<(FigureKind Kind, string Value)>> read
    ) =>
        pattern.Replace(
            text,
            match =>
            {
                figures.AddRange(read(match).Select(figure => new Figure(figure.Kind, figure.Value, match.Value.Trim(), match.Index)));
                return new string(' ', match.Length);
            }
        );

    private static string BlankOut(string text, int start, int length) =>
        $"{text.AsSpan(0, start)}{new string(' ', length)}{text.AsSpan(start + length)}";

    private static IEnumerable<string> ParseNumbers(Match match, Lang lang) =>
        match.Groups["n"].Captures.Select(capture => ParseNumber(capture.Value, lang));

    private static string ParseNumber(string text, Lang lang)
    {
        var (thousandsSeparator, decimalPoint) = lang == Lang.En ? (',', '.') : ('.', ',');
        var invariant = text.Replace($"{thousandsSeparator}", "", StringComparison.Ordinal).Replace(decimalPoint, '.');
        return decimal.TryParse(invariant, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("0.######", CultureInfo.InvariantCulture)
            : text;
    }

    private static string Multiply(string value, string unit)
    {
        var factor = unit.ToLowerInvariant() switch
        {
            "billion" or "tỷ" or "tỉ" => 1_000_000_000m,
            "million" or "triệu" => 1_000_000m,
            "thousand" or "nghìn" or "ngàn" => 1_000m,
            _ => 1m,
        };
        return decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? (number * factor).ToString("0.######", CultureInfo.InvariantCulture)
            : value;
    }

    private static string NormalizeUnit(string text) =>
        text.ToLowerInvariant().Replace('-', ' ') switch
        {
            "năm" or "years" or "year" => "year",
            "tháng" or "months" or "month" => "month",
            "tuần" or "weeks" or "week" => "week",
            "ngày làm việc" or "working days" or "working day" => "working day",
            "ngày" or "days" or "day" => "day",
            "giờ làm việc" or "working hours" or "working hour" => "working hour",
            "giờ" or "hours" or "hour" => "hour",
            _ => "minute",
        };

    private static string NormalizeDate(Match match, Lang lang)
    {
        var month =
            lang == Lang.En
                ? Array.IndexOf(Months, match.Groups["month"].Value.ToLowerInvariant()) + 1
                : int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
        var day = match.Groups["day"].Success ? $"-{int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture):00}" : "";
        var year = match.Groups["year"].Success ? match.Groups["year"].Value : "----";
        return $"{year}-{month:00}{day}";
    }

    private const string NumberListPattern =
        @"(?<![\p{L}\d/.,-])(?<n>\d+(?:[.,]\d+)*)(?:\s*(?:,\s*(?:and|then|or)|,|;|–|-|đến|và|hoặc|hay|rồi|to|and|or"
        + @"|then)\s+(?:(?:dưới|trên|up to|above|over)\s+)?(?:VND\s+)?(?<n>\d+(?:[.,]\d+)*)|[–-](?<n>\d+(?:[.,]\d+)*))*";

    [GeneratedRegex(@"^\s*\d+\.\s", RegexOptions.Multiline)]
    private static partial Regex ListMarkerRegex();

    [GeneratedRegex(
        @"(?:quý\s+|Q|quarter\s+)(?<quarter>[1-4])(?:\s*/\s*|\s+năm\s+|\s+of\s+|\s+)(?<year>\d{4})",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex QuarterRegex();

    [GeneratedRegex(
        @"(?:ngày\s+)?(?<![\d/])(?<day>\d{1,2})/(?<month>\d{1,2})(?:/(?<year>\d{4}))?(?![\d/])"
            + @"|ngày\s+(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})(?:\s+năm\s+(?<year>\d{4}))?|tháng\s+(?<month>\d{1,2})(?:/"
            + @"|\s+năm\s+)(?<year>\d{4})|(?<![\d/])(?<month>\d{1,2})/(?<year>\d{4})",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex VietnameseDateRegex();

    [GeneratedRegex(
        @"(?:(?<day>\d{1,2})\s+)?(?<month>January|February|March|April|May|June|July|August|September|October|November"
            + @"|December)(?:\s+(?<year>\d{4}))(?!\d)|(?<day>\d{1,2})\s+(?<month>January|February|March|April|May|June|July|August"
            + @"|September|October|November|December)\b",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex EnglishDateRegex();

    [GeneratedRegex(NumberListPattern + @"\s?%(?:\s*(?:–|-|đến|to)\s*(?<n>\d+(?:[.,]\d+)*)\s?%)?", RegexOptions.ExplicitCapture)]
    private static partial Regex PercentRegex();

    [GeneratedRegex(
        NumberListPattern + @"\s+(?:(?<unit>tỷ|tỉ|triệu|nghìn|ngàn)(?:\s+đồng)?|(?<unit>đồng))(?!\p{L})",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex VietnameseMoneyRegex();

    [GeneratedRegex(@"VND\s+" + NumberListPattern + @"(?:\s+(?<unit>billion|million|thousand))?", RegexOptions.ExplicitCapture)]
    private static partial Regex EnglishMoneyRegex();

    [GeneratedRegex(
        NumberListPattern + @"\s+(?<unit>năm|tháng|tuần|ngày làm việc|ngày|giờ làm việc|giờ|phút)(?!\p{L})",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex VietnamesePeriodRegex();

    [GeneratedRegex(
        NumberListPattern
            + @"[\s-](?:(?:full|consecutive|more|straight)\s+)?(?<unit>years?|months?|weeks?|working[ -]days?|days?|working hours?"
            + @"|hours?|minutes?)(?!\p{L})",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex EnglishPeriodRegex();

    [GeneratedRegex(@"(?<n>\d+(?:[.,]\d+)*)", RegexOptions.ExplicitCapture)]
    private static partial Regex PlainNumberRegex();
}
