using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>
/// Converts numerals in words to digits where a unit follows, so that <c>hai tỷ</c> and <c>2 tỷ</c> are the same figure. Without a unit,
/// <c>một</c> is an article and <c>năm</c> a year, so they are not converted.
/// </summary>
internal static partial class NumberWords
{
    private static readonly string[] VietnameseUnits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    private static readonly Dictionary<string, int> VietnameseValues = VietnameseUnits
        .Select((word, i) => (word, i))
        .Concat([("mốt", 1), ("tư", 4), ("lăm", 5), ("bẩy", 7)])
        .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, int> EnglishValues =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
            .Split(' ')
            .Select((word, i) => (word, i))
            .Concat("twenty thirty forty fifty sixty seventy eighty ninety".Split(' ').Select((word, i) => (word, (i + 2) * 10)))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    public static string ToDigits(string text, Lang lang) =>
        lang == Lang.En
            ? EnglishNumberRegex().Replace(text, match => Format(ParseEnglish(match.Groups["words"].Captures)))
            : VietnameseNumberRegex().Replace(text, match => Format(ParseVietnamese(match.Groups["words"].Captures)));

    private static string Format(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Hundreds, tens and units: <c>hai trăm</c>, <c>ba mươi lăm</c>, <c>mười hai</c>.</summary>
    private static int ParseVietnamese(CaptureCollection words)
    {
        int total = 0,
            last = 0;
        foreach (Capture capture in words)
        {
            var word = capture.Value.ToLowerInvariant();
            if (word is "trăm" or "mươi")
            {
                total += last * (word == "trăm" ? 100 : 10);
                last = 0;
            }
            else if (word is not ("linh" or "lẻ"))
            {
                var value = VietnameseValues[word];
                total += value == 10 ? 10 : 0;
                last = value == 10 ? 0 : value;
            }
        }

        return total + last;
    }

    private static int ParseEnglish(CaptureCollection words)
    {
        var total = 0;
        foreach (Capture capture in words)
        {
            total = capture.Value.Equals("hundred", StringComparison.OrdinalIgnoreCase)
                ? Math.Max(total, 1) * 100
                : total + EnglishValues[capture.Value];
        }

        return total;
    }

    [GeneratedRegex(
        @"(?<!\p{L})(?<words>không|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)(?:\s+(?<words>trăm|mươi|linh|lẻ|một"
            + @"|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười))*(?=\s+(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng|phần trăm|%|năm"
            + @"|tháng|tuần|ngày|giờ|người|lao động|lần|bộ hồ sơ)(?!\p{L}))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex VietnameseNumberRegex();

    [GeneratedRegex(
        @"(?<!\p{L})(?<words>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
            + @"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
            + @"|ninety)(?:[\s-](?:and\s)?(?<words>hundred|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
            + @"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
            + @"|ninety))*(?=[\s-]+(?:billion|million|thousand|dong|per ?cent|%|years?|months?|weeks?|(?:working )?days?"
            + @"|hours?|people|persons|employees|workers|times|copies)(?!\p{L}))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex EnglishNumberRegex();
}
