using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Texts;

/// <summary>The stored trace of an answer in words: what came of the question, why, and which articles were considered. The trace is kept
/// as it was written, in English, since it is part of what the case's chain of hashes covers.</summary>
internal static partial class AnswerTraceText
{
    private static readonly LocalizedText FromArticle = new("{0} Bài: {1}.", "{0} Article: {1}.");
    private static readonly LocalizedText Certainty = new("Mức chắc chắn {0} %.", "Certainty {0} %.");
    private static readonly LocalizedText Because = new("Vì {0}.", "Because: {0}.");
    private static readonly LocalizedText Considered = new("Các bài đã xét: {0}.", "Considered: {0}.");
    private static readonly LocalizedText Signs = new("Dấu hiệu quyết định: {0}.", "Signs that decided: {0}.");

    /// <summary>The reasons that <c>Knowledge/Answers</c> gives.</summary>
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["words of danger"] = "câu hỏi có từ ngữ báo nguy hiểm",
        ["asks for a document's force; an article is about it"] = "hỏi hiệu lực của một văn bản, và có bài viết về văn bản đó",
        ["asks for a document's force; the register knows it"] = "hỏi hiệu lực của một văn bản có trong danh mục văn bản",
        ["a title or a question of the article, word for word"] = "câu hỏi trùng từng chữ với tên hoặc câu hỏi của bài",
        ["words of another matter"] = "câu hỏi nói về việc của cơ quan khác",
        ["words of an own file, a complaint or a dispute"] = "câu hỏi về hồ sơ riêng, khiếu nại hoặc tranh chấp",
        ["holds no word"] = "tin nhắn không có từ ngữ nào",
        ["the Department's matter, of which no article tells"] = "việc thuộc Sở nhưng chưa có bài nào viết",
        ["names a field and nothing more"] = "chỉ nêu lĩnh vực mà chưa hỏi gì cụ thể",
        ["no article speaks about the question"] = "không bài nào nói về điều được hỏi",
        ["names several articles alike"] = "câu hỏi khớp nhiều bài như nhau",
        ["what was found probably only happens to hold the question's words"] = "bài tìm được có lẽ chỉ tình cờ có các từ của câu hỏi",
        ["the best article shares so little with the question that it may happen to"] =
            "bài khớp nhất có quá ít điểm chung với câu hỏi, có thể là tình cờ",
        ["the best article supports it"] = "bài khớp nhất đủ căn cứ để trả lời",
        ["two articles may be meant"] = "có thể hỏi về hai bài",
        ["several articles fit"] = "nhiều bài cùng khớp",
        ["no other article fits"] = "không bài nào khác khớp",
        ["the only article that fits is not likely enough"] = "chỉ một bài khớp nhưng chưa đủ chắc",
        ["a rule tells it from the asker's own facts"] = "một quy tắc tính được từ số liệu người hỏi đã nêu",
        ["a term of the glossary"] = "hỏi nghĩa một thuật ngữ",
    };

    public static string Describe(string trace, Lang lang)
    {
        if (TraceRegex().Match(trace) is not { Success: true } match)
        {
            return trace;
        }

        var key = match.Groups["key"].Value;
        var percent = double.Parse(match.Groups["confidence"].Value, CultureInfo.InvariantCulture);
        var reasons = match.Groups["reason"].Value;
        var sentences = new List<string>
        {
            key.Length == 0
                ? LabelOf(match.Groups["outcome"].Value)[lang]
                : FromArticle.With(lang, LabelOf(match.Groups["outcome"].Value)[lang], key),
            Certainty.With(lang, Math.Round(percent * 100)),
        };
        var (reason, signs) = Split(reasons);
        if (reason.Length > 0)
        {
            sentences.Add(Because.With(lang, lang == Lang.Vi ? Translate(reason) : reason));
        }

        if (signs.Length > 0)
        {
            sentences.Add(Signs.With(lang, signs));
        }

        if (match.Groups["candidates"].Value is { Length: > 0 } candidates)
        {
            sentences.Add(Considered.With(lang, candidates));
        }

        return string.Join(' ', sentences);
    }

    /// <summary>The reason, and the features of the ranker behind it: these are names of the program in every language.</summary>
    private static (string Reason, string Signs) Split(string reasons)
    {
        var known = Reasons.Keys.FirstOrDefault(reason => reasons.StartsWith(reason, StringComparison.Ordinal));
        var at = reasons.IndexOf("; ", known?.Length ?? 0, StringComparison.Ordinal);
        return at < 0 ? (reasons, "") : (reasons[..at], reasons[(at + 2)..]);
    }

    private static string Translate(string reason) =>
        Reasons.TryGetValue(reason, out var known) ? known
        : StatementRegex().Match(reason) is { Success: true } statement ? $"có câu “{statement.Groups["key"].Value}” nói đúng điều này"
        : ActRegex().Match(reason) is { Success: true } act ? $"tin nhắn nhiều khả năng là {act.Groups["act"].Value}"
        : reason;

    private static LocalizedText LabelOf(string outcome) =>
        outcome switch
        {
            "Answered" => new("Đã trả lời.", "Answered."),
            "Clarify" => new("Đã hỏi lại để chọn.", "Asked which was meant."),
            "Expired" => new("Đã báo quy định không còn hiệu lực.", "Said that the rule is no longer in force."),
            "Unanswerable" => new("Chưa trả lời được.", "Not answered."),
            "Personal" => new("Việc riêng, cần cán bộ.", "A personal matter, for an official."),
            "OutOfScope" => new("Không thuộc việc của Sở.", "Not the Department’s matter."),
            "SmallTalk" => new("Lời xã giao.", "Courtesy."),
            "Command" => new("Lệnh.", "A command."),
            "Fault" => new("Có lỗi của hệ thống.", "A fault of the system."),
            _ => new(outcome + ".", outcome + "."),
        };

    [GeneratedRegex(
        @"\A(?<outcome>\w+) (?<key>\S*) \((?<confidence>\d+(\.\d+)?)\): (?<reason>.*?); (?<candidates>(?:[^#;, ]+#\S* -?[\d.]+(?:, )?)*)\z",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline
    )]
    private static partial Regex TraceRegex();

    [GeneratedRegex("\\Athe statement “(?<key>[^”]*)” tells it\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex StatementRegex();

    [GeneratedRegex(@"\Amost likely (?<act>\w+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ActRegex();
}
