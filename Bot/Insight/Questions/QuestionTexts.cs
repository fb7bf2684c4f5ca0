using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Insight.Questions;

/// <summary>The texts of the statistics about questions in the chat.</summary>
internal static class QuestionTexts
{
    public static readonly LocalizedText Section = new("Trò chuyện", "Chat");
    public static readonly LocalizedText ByWeek = new("Trò chuyện theo tuần", "Chat by week");
    public static readonly LocalizedText ByHour = new("Câu hỏi theo giờ và kênh", "Questions by hour, channel");
    public static readonly LocalizedText TopArticles = new("Nội dung được hỏi nhiều nhất", "Most asked about");
    public static readonly LocalizedText Unanswered = new("Câu hỏi chưa trả lời được", "Unanswered questions");
    public static readonly LocalizedText Votes = new("Lượt đánh giá câu trả lời", "Votes on answers");
    public static readonly LocalizedText UnansweredHint = new(
        "Thông tin cá nhân đã được che. Các câu chỉ khác nhau ở dấu câu, chữ hoa được tính là một. "
            + "Tệp tải về không được xóa theo yêu cầu của người hỏi hay khi hết hạn lưu: anh/chị xóa khi dùng xong.",
        "Personal data is masked. Questions that differ only in punctuation and capitals count as one. A downloaded file is reached by no "
            + "erasure and no retention period: delete it when you no longer need it."
    );

    public static readonly LocalizedText Questions = new("Câu hỏi", "Questions");
    public static readonly LocalizedText Answered = new("Trả lời từ bài viết", "Answered from an article");
    public static readonly LocalizedText NotAnswered = new("Chưa trả lời được", "Not answered");
    public static readonly LocalizedText Exchanges = new("Cuộc trò chuyện", "Conversations");
    public static readonly LocalizedText SolvedShare = new("Giải quyết không cần cán bộ", "Solved without an official");
    public static readonly LocalizedText Upvotes = new("Hữu ích", "Helpful");
    public static readonly LocalizedText Downvotes = new("Chưa hữu ích", "Not helpful");
    public static readonly LocalizedText Hour = new("Giờ", "Hour");
    public static readonly LocalizedText AllChannels = new("Tất cả các kênh", "All channels");
    public static readonly LocalizedText Article = new("Bài viết", "Article");
    public static readonly LocalizedText Question = new("Câu hỏi", "Question");
    public static readonly LocalizedText Times = new("Số lần", "Times");
    public static readonly LocalizedText Vote = new("Đánh giá", "Vote");
    public static readonly LocalizedText VoteCount = new("Số lượt", "Votes");

    /// <summary>{0} the reason.</summary>
    public static readonly LocalizedText DownvotesFor = new("Chưa hữu ích: {0}", "Not helpful: {0}");
    public static readonly LocalizedText NoReason = new("không nêu lý do", "no reason given");
    public static readonly LocalizedText WeekChart = new("Câu hỏi theo tuần", "Questions per week");
    public static readonly LocalizedText HourChart = new("Câu hỏi theo giờ trong ngày", "Questions per hour of the day");
    public static readonly LocalizedText SolvedChart = new(
        "Giải quyết không cần cán bộ theo tuần (%)",
        "Solved without an official per week (%)"
    );

    public static readonly LocalizedText HowCounted = new("Cách tính", "How this is counted");
    public static readonly LocalizedText HowCountedText = new(
        "Một cuộc trò chuyện là những gì một người hỏi trong một ngày. Cuộc trò chuyện được giải quyết không cần cán bộ khi câu hỏi "
            + "cuối cùng được trả lời từ bài viết, không có câu trả lời nào bị đánh giá là chưa hữu ích và trong ngày không có yêu cầu "
            + "nào được gửi. “Kỳ trước” là số tuần bằng kỳ đang xem, liền trước đó; khi kỳ đang xem chưa kết thúc thì chỉ so với phần "
            + "tương ứng của kỳ trước.",
        "A conversation is what a person asks on one day. It counts as solved without an official when its last question was answered "
            + "from an article, no answer was voted not helpful and no request was submitted on that day. The period before has the "
            + "same number of weeks; while the period shown is still running, only the same part of the one before is compared."
    );

    /// <param name="reason">The name of a <see cref="VoteReason"/>; null for votes without one.</param>
    public static LocalizedText LabelOfReason(string? reason) =>
        Enum.TryParse<VoteReason>(reason, out var known)
            ? known switch
            {
                VoteReason.Wrong => FeedbackTexts.Wrong,
                VoteReason.Outdated => FeedbackTexts.Outdated,
                VoteReason.NotAsked => FeedbackTexts.NotMyQuestion,
                _ => FeedbackTexts.Unclear,
            }
            : NoReason;

    public static LocalizedText LabelOfChannel(string channelId) =>
        channelId switch
        {
            "directline" or "webchat" => new("Trang web", "Web"),
            "msteams" => new("Teams", "Teams"),
            _ => new(channelId, channelId),
        };
}
