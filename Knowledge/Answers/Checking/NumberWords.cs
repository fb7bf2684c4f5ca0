using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>
/// Converts numbers in words below one thousand to digits where a counted noun or a unit of measure follows, so that <c>hai tỷ</c> ("two
/// billion") and <c>2 tỷ</c> are the same figure. Elsewhere the words are ambiguous (<c>một</c> is "one" or "a", <c>năm</c> is "five" or
/// "year"), so they are not converted.
/// </summary>
internal static partial class NumberWords
{
    /// <summary>The words for zero to ten; the index is the value.</summary>
    private static readonly string[] VietnameseZeroToTen = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    /// <summary>With the forms that 1, 4, 5 and 7 take after <c>mươi</c> ("-ty") or in dialects.</summary>
    private static readonly Dictionary<string, int> VietnameseValues = VietnameseZeroToTen
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

    /// <summary>
    /// Adds up hundreds, tens and ones: <c>hai trăm</c> (200), <c>ba mươi lăm</c> (35), <c>mười hai</c> (12). The words <c>trăm</c>
    /// (hundred) and <c>mươi</c> (-ty) multiply the digit before them; <c>linh</c> and <c>lẻ</c> stand for a missing ten, as in
    /// <c>một trăm linh năm</c> (105), and have no value.
    /// </summary>
    private static int ParseVietnamese(CaptureCollection words)
    {
        int total = 0,
            pendingDigit = 0;
        foreach (Capture capture in words)
        {
            var word = capture.Value.ToLowerInvariant();
            if (word is "trăm" or "mươi")
            {
                total += pendingDigit * (word == "trăm" ? 100 : 10);
                pendingDigit = 0;
            }
            else if (word is not ("linh" or "lẻ"))
            {
                var value = VietnameseValues[word];
                total += value == 10 ? 10 : 0;
                pendingDigit = value == 10 ? 0 : value;
            }
        }

        return total + pendingDigit;
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
