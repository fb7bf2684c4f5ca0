using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>What is said when an answer did not help, and when it has changed since.</summary>
internal sealed record FeedbackTexts
{
    public required string AskWhy { get; init; }

    public required string Wrong { get; init; }

    public required string Outdated { get; init; }

    public required string NotAsked { get; init; }

    public required string Unclear { get; init; }

    public required string Noted { get; init; }

    /// <summary>Said before the next candidates.</summary>
    public required string PerhapsThese { get; init; }

    public required string NothingNearer { get; init; }

    /// <summary>{0} the day it was asked, {1} the question, {2} the article's title, {3} what it says now, {4} the day it was checked.</summary>
    public required string Changed { get; init; }

    /// <summary>{0} the day it was asked, {1} the question.</summary>
    public required string Withdrawn { get; init; }

    public static FeedbackTexts For(Lang lang) => lang == Lang.En ? En : Vi;

    public static FeedbackTexts Vi { get; } =
        new()
        {
            AskWhy = "Cảm ơn anh/chị đã cho biết. Câu trả lời chưa được ở điểm nào ạ?",
            Wrong = "Nội dung chưa đúng",
            Outdated = "Quy định đã cũ",
            NotAsked = "Không phải điều tôi hỏi",
            Unclear = "Khó hiểu",
            Noted = "Tôi đã ghi nhận. Người biên tập sẽ xem lại câu trả lời này. Nếu cần trả lời chắc chắn, anh/chị có thể hỏi cán bộ.",
            PerhapsThese = "Có thể anh/chị đang tìm một trong các nội dung sau:",
            NothingNearer = "Tôi chưa có nội dung nào gần hơn. Anh/chị có thể hỏi lại bằng cách khác, hoặc hỏi cán bộ.",
            Changed =
                "**Cập nhật câu trả lời.** Ngày {0} anh/chị có hỏi: “{1}”. Bài “{2}” mà tôi dựa vào đã thay đổi. Nội dung hiện nay:\n\n{3}\n\n*Kiểm tra ngày {4}.*",
            Withdrawn =
                "**Thu hồi câu trả lời.** Ngày {0} anh/chị có hỏi: “{1}”. Bài mà tôi dựa vào không còn được sử dụng; anh/chị vui lòng không làm theo câu trả lời đó. Anh/chị có thể hỏi lại, hoặc gõ **gửi yêu cầu** để hỏi cán bộ.",
        };

    public static FeedbackTexts En { get; } =
        new()
        {
            AskWhy = "Thank you for telling us. What was the matter with the answer?",
            Wrong = "It is wrong",
            Outdated = "The rule is out of date",
            NotAsked = "Not what I asked",
            Unclear = "Hard to understand",
            Noted = "I have noted it. The editors will look at this answer again. If you need a reliable answer, you can ask an official.",
            PerhapsThese = "You may be looking for one of these:",
            NothingNearer = "I have nothing that comes nearer. You can ask in other words, or ask an official.",
            Changed =
                "**An answer has changed.** On {0} you asked: “{1}”. The article “{2}” that I answered from has changed. It now says:\n\n{3}\n\n*Checked on {4}.*",
            Withdrawn =
                "**An answer is withdrawn.** On {0} you asked: “{1}”. The article that I answered from is no longer in use; please do not rely on that answer. You can ask again, or type **send a request** to ask an official.",
        };
}
