using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>
/// Normalises the notations of figures to the one that articles use: <c>hai tỷ</c>, <c>2tỷ</c> and <c>2.5 tỷ</c> in Vietnamese,
/// <c>two billion dong</c>, <c>fifty per cent</c> and <c>July 1, 2026</c> in English.
/// </summary>
internal static partial class FigureText
{
    private static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    public static string Normalize(string text, Lang lang)
    {
        text = PercentRegex().Replace(NumberWords.ToDigits(text, lang), "%");
        text = AttachedUnitRegex().Replace(text, "${number} ${unit}");
        text = lang == Lang.En ? NormalizeEnglish(text) : NormalizeVietnamese(text);
        return SeparatedNumberRegex().Replace(text, match => ConvertSeparators(match.Value, lang));
    }

    private static string NormalizeVietnamese(string text)
    {
        text = ShortUnitRegex()
            .Replace(
                text,
                match =>
                    match.Value.ToLowerInvariant() switch
                    {
                        "tr" => "triệu",
                        "k" => "nghìn",
                        "vnd" or "vnđ" or "đ" => "đồng",
                        _ => "tỷ",
                    }
            );
        return NumericDateRegex()
            .Replace(
                text,
                match => ParseDate(match) is { } day ? day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture) : match.Value
            );
    }

    private static string NormalizeEnglish(string text)
    {
        text = ShortUnitRegex()
            .Replace(
                text,
                match =>
                    match.Value.ToLowerInvariant() switch
                    {
                        "bn" => "billion",
                        "mn" or "m" => "million",
                        "k" => "thousand",
                        _ => match.Value,
                    }
            );
        text = MoneyAfterRegex().Replace(text, "VND ${number} ${unit}");
        text = AmericanDateRegex().Replace(text, "${day} ${month} ${year}");
        text = OrdinalRegex().Replace(text, "${day} ");
        return NumericDateRegex()
            .Replace(
                text,
                match =>
                    ParseDate(match) is { } day
                        ? string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}")
                        : match.Value
            );
    }

    /// <summary>Dates as written in Vietnam: the day first, or the year first.</summary>
    private static DateOnly? ParseDate(Match match)
    {
        int ParsePart(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        var (year, month, day) = (ParsePart("year"), ParsePart("month"), ParsePart("day"));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>Converts the separators of the other language where the notation is unambiguous.</summary>
    private static string ConvertSeparators(string number, Lang lang)
    {
        var (thousandsSeparator, decimalPoint) = lang == Lang.En ? (',', '.') : ('.', ',');
        var (lastGroup, lastPoint) = (number.LastIndexOf(thousandsSeparator), number.LastIndexOf(decimalPoint));
        var isForeign =
            lastGroup >= 0 && lastPoint >= 0 ? lastGroup > lastPoint // 1,234.5 in Vietnamese.
            : lastGroup >= 0 ? number.Length - lastGroup - 1 != 3 // 2.5 in Vietnamese.
            : number.Count(c => c == decimalPoint) > 1; // 2,000,000 in Vietnamese.
        return isForeign ? string.Create(number.Length, number, (target, source) => SwapSeparators(target, source)) : number;
    }

    private static void SwapSeparators(Span<char> target, string source)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = source[i] switch
            {
                '.' => ',',
                ',' => '.',
                _ => source[i],
            };
        }
    }

    [GeneratedRegex(@"\s?(?:phần trăm|per ?cent(?:age)?)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex PercentRegex();

    [GeneratedRegex(
        @"(?<number>\d)(?<unit>tỷ|tỉ|triệu|tr|nghìn|ngàn|đồng|vnđ|vnd|đ|bn|mn|billion|million|k|m)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AttachedUnitRegex();

    [GeneratedRegex(@"(?<=\d\s|(?:tỷ|tỉ|triệu|nghìn|ngàn)\s)(?:tỉ|tr|k|vnđ|vnd|đ|bn|mn|m)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex ShortUnitRegex();

    [GeneratedRegex(
        @"(?<!VND\s)(?<number>\d[\d.,]*)\s+(?:(?<unit>billion|million|thousand)\s+)?(?:VND|(?:Vietnamese )?dong)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MoneyAfterRegex();

    [GeneratedRegex(
        @"(?<month>January|February|March|April|May|June|July|August|September|October|November"
            + @"|December)\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?!\d)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex AmericanDateRegex();

    [GeneratedRegex(
        @"(?<![\d.,])(?<day>\d{1,2})(?:st|nd|rd|th)\s+(?:of\s+)?(?=January|February|March|April|May|June|July|August"
            + @"|September|October|November|December)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex OrdinalRegex();

    [GeneratedRegex(
        @"(?<![\d/.-])(?:(?<day>\d{1,2})(?<s>[/.-])(?<month>\d{1,2})\k<s>(?<year>(?:19|20)\d{2})|(?<year>(?:19"
            + @"|20)\d{2})(?<s>[/.-])(?<month>\d{1,2})\k<s>(?<day>\d{1,2}))(?![\d/-])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex NumericDateRegex();

    [GeneratedRegex(@"(?<![\d/.,-])\d+(?:[.,]\d+)+(?![\d/-])")]
    private static partial Regex SeparatedNumberRegex();
}
