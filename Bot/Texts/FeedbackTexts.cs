using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>Texts after a down-vote, and corrections of earlier answers.</summary>
internal static class FeedbackTexts
{
    public static readonly LocalizedText AskWhy = new(
        "Cảm ơn anh/chị đã cho biết. Câu trả lời chưa được ở điểm nào ạ?",
        "Thank you for telling us. What was wrong with the answer?"
    );

    public static readonly LocalizedText Wrong = new("Nội dung chưa đúng", "It is wrong");

    public static readonly LocalizedText Outdated = new("Quy định đã cũ", "The rule is out of date");

    public static readonly LocalizedText NotMyQuestion = new("Không phải điều tôi hỏi", "Not what I asked");

    public static readonly LocalizedText Unclear = new("Khó hiểu", "Hard to understand");

    public static readonly LocalizedText ReasonRecorded = new(
        "Tôi đã ghi nhận. Người biên tập sẽ xem lại câu trả lời này. Nếu cần trả lời chắc chắn, anh/chị có thể hỏi cán bộ.",
        "I have noted it. The editors will look at this answer again. If you need a reliable answer, you can ask an official."
    );

    /// <summary>Introduces the articles that matched the question next best.</summary>
    public static readonly LocalizedText Suggestions = new(
        "Có thể anh/chị đang tìm một trong các nội dung sau:",
        "You may be looking for one of these:"
    );

    public static readonly LocalizedText NoBetterMatch = new(
        "Tôi chưa có nội dung nào gần hơn. Anh/chị có thể hỏi lại bằng cách khác, hoặc hỏi cán bộ.",
        "I have no better match. You can ask in other words, or ask an official."
    );

    /// <summary>
    /// {0} the day of the question, {1} the question, {2} the article's title, {3} its current text, {4} the day it was checked.
    /// </summary>
    public static readonly LocalizedText AnswerChanged = new(
        "**Cập nhật câu trả lời.** Ngày {0} anh/chị có hỏi: “{1}”. Bài “{2}” mà tôi dựa vào đã thay đổi. Nội dung hiện "
            + "nay:\n\n{3}\n\n*Kiểm tra ngày {4}.*",
        "**An answer has changed.** On {0} you asked: “{1}”. The article “{2}” that my answer was based on has changed. It now "
            + "says:\n\n{3}\n\n*Checked on {4}.*"
    );

    /// <summary>{0} the day of the question, {1} the question.</summary>
    public static readonly LocalizedText AnswerWithdrawn = new(
        "**Thu hồi câu trả lời.** Ngày {0} anh/chị có hỏi: “{1}”. Bài mà tôi dựa vào không còn được sử dụng; anh/chị vui lòng "
            + "không làm theo câu trả lời đó. Anh/chị có thể hỏi lại, hoặc gõ **gửi yêu cầu** để hỏi cán bộ.",
        "**An answer is withdrawn.** On {0} you asked: “{1}”. The article that my answer was based on is no longer in use; please do "
            + "not rely on that answer. You can ask again, or type **send a request** to ask an official."
    );
}
