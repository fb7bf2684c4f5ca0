using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>
/// The clauses of one question that each ask something: "thuế mấy phần trăm và nộp ở đâu, hạn khi nào" asks three things of one matter.
/// What is said before a clause belongs to it; an alternative ("hay …") belongs to the clause before it.
/// </summary>
internal static partial class QuestionClauses
{
    /// <summary>Further clauses stay with the last.</summary>
    public const int MaxClauses = 4;

    /// <returns>The message itself when it asks one thing.</returns>
    public static IReadOnlyList<string> Split(string message)
    {
        if (ListRegex().Match(message) is { Success: true } list)
        {
            // "Hỏi 3 việc: phí, thời gian, nơi nộp": each is asked, whatever its form.
            var items = ItemEndRegex()
                .Split(list.Groups["items"].Value)
                .Select(item => item.Trim(' ', '.', '?'))
                .Where(item => item.Length > 1)
                .ToList();
            if (items.Count > 1 && items.Count <= ReadCount(list.Groups["count"].Value))
            {
                return items;
            }

            // More commas than were announced separate what is told of the enterprise.
            if (SplitByQuestions(list.Groups["items"].Value) is { Count: > 1 } asked)
            {
                return asked;
            }

            if (items.Count > 1)
            {
                return [.. items.Take(MaxClauses)];
            }
        }

        return SplitByQuestions(message);
    }

    private static int ReadCount(string word) =>
        VietnameseText.Fold(word) switch
        {
            "2" or "hai" or "two" => 2,
            "3" or "ba" or "three" => 3,
            "4" or "bon" or "four" => 4,
            _ => MaxClauses,
        };

    private static List<string> SplitByQuestions(string message)
    {
        var isEnglish = LanguageDetector.Detect(message).Lang == Lang.En;
        var clauses = new List<string>();
        var said = "";
        foreach (var piece in SeparatorRegex().Split(message).Select(piece => piece.Trim()).Where(piece => piece.Length > 0))
        {
            var folded = FoldAskingWords(piece);
            if (folded.Length == 0)
            {
                continue;
            }

            var isAlternative = AlternativeRegex().IsMatch(folded) && !AsksWhatRegex().IsMatch(folded);
            if (clauses.Count > 0 && said.Length == 0 && (isAlternative || clauses.Count == MaxClauses))
            {
                clauses[^1] = $"{clauses[^1]}, {piece}";
            }
            else if (
                !isAlternative
                && (
                    AsksWhatRegex().IsMatch(folded)
                    || (
                        folded.Count(c => c == ' ') >= 2
                        && (AsksWhetherRegex().IsMatch(folded) || (isEnglish && EnglishWhetherRegex().IsMatch(folded)))
                    )
                )
            )
            {
                clauses.Add(said.Length == 0 ? piece : $"{said}, {piece}");
                said = "";
            }
            else
            {
                said = said.Length == 0 ? piece : $"{said}, {piece}";
            }
        }

        if (said.Length > 0 && clauses.Count > 0)
        {
            clauses[^1] = $"{clauses[^1]}, {said}";
        }

        return clauses.Count < 2 ? [message] : clauses;
    }

    /// <summary>"3 việc", "two things": announces a list of questions.</summary>
    internal const string Announcement =
        @"\b(?<count>[2-5]|hai|ba|bốn|bon|mấy|may|two|three|four|some|few)\s+"
        + @"(việc|viec|điều|dieu|câu|cau|ý|y|thứ|thu|cái|cai|vấn đề|van de|things?|questions?|points?)\b";

    [GeneratedRegex(
        Announcement + @"[^:?]{0,40}:\s*(?<items>.+)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline
    )]
    private static partial Regex ListRegex();

    [GeneratedRegex(
        @"[,;?\r\n]+(?!\d)|\s+(?:và|va|and)\s+|\s*\(?\b[1-5a-e][.)]\s+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex ItemEndRegex();

    // A comma between digits is a decimal one.
    [GeneratedRegex(
        @"(?<!\d),|,(?!\d)|[;?!:\r\n]+|\.\s+|\s+(?=(?:và(?! vừa)|va(?! vua)|còn|con|hay|hoặc|hoac|với cả|and|or|plus|as well as)\s)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex SeparatorRegex();

    /// <summary>Whether a text asks for something, and not only whether.</summary>
    public static bool AsksWhat(string text) => AsksWhatRegex().IsMatch(FoldAskingWords(text));

    /// <summary>
    /// Folds the words of a text that can ask. What has the marks of another word keeps them and asks nothing: "đầu tư" is no "đâu", and
    /// "AI" no "ai".
    /// </summary>
    private static string FoldAskingWords(string text) =>
        string.Join(
            ' ',
            VietnameseText
                .SplitIntoWords(text.Any(char.IsLower) ? AcronymRegex().Replace(text, "A.I") : text)
                .Select(word => AskingWords.Contains(word) ? VietnameseText.Fold(word) : word)
        );

    private static readonly FrozenSet<string> AskingWords = (
        "là gì thế nào như ra sao làm bao nhiêu lâu ở đâu chỗ nơi khi giờ lúc ngày mấy năm tháng phần trăm triệu tỷ tỉ tiền loại lần người "
        + "tại vì thì có được đc phải cần còn đã nên thuộc bị tính đủ bắt buộc không hông hổng chưa hả ạ à nhỉ vậy chị anh hay hoặc"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\bAI\b", RegexOptions.CultureInvariant)]
    private static partial Regex AcronymRegex();

    [GeneratedRegex(@"^(hay|hoac|or)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AlternativeRegex();

    [GeneratedRegex(
        @"\b(la gi|gi|the nao|nhu nao|ntn|ra sao|lam sao|bao nhieu|bao lau|bnhieu"
            + @"|dau(?! (tu|vao|ra|tien|nam|thau|thang|tuan|moi|so|mo|khi))|cho nao|noi nao|khi nao|bao gio|luc nao|ngay nao"
            + @"|may (nam|thang|ngay|phan tram|trieu|ty|tien|loai|lan|nguoi)|nao|ai|tai sao|vi sao|thi sao|how|what|when|where"
            + @"|which|who|whom|why)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AsksWhatRegex();

    [GeneratedRegex(
        @"\b(co|duoc|dc|phai|can|con|da|nen|thuoc|bi|tinh|du|bat buoc)\b.*\b(khong|ko|k|hong|hok|chua)\b"
            + @"|\b(khong|ko|k|chua|ha)( (a|ad|em|anh|chi|vay|nhi))*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AsksWhetherRegex();

    [GeneratedRegex(
        @"^((and|or|so|then|but) )*(can|do|does|did|is|are|am|will|would|should|could|may|must|has|have)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex EnglishWhetherRegex();
}
