using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Recalls;

/// <summary>Texts of the page for recalling answers.</summary>
internal static class RecallTexts
{
    public static readonly LocalizedText Title = new("Đính chính câu trả lời", "Recall answers");
    public static readonly LocalizedText Hint = new(
        "Khi một bài đã sửa hoặc rút, những người từng được trả lời theo bản cũ có thể được báo lại nội dung hiện nay, mỗi "
            + "người một lần, ngay trong cuộc trò chuyện của họ.",
        "When an article has been changed or withdrawn, askers who were answered from the earlier text can be notified of the "
            + "current text, once each, in their own conversation."
    );

    public static readonly LocalizedText NoOutdatedAnswers = new(
        "Không có câu trả lời nào theo bản cũ.",
        "There are no answers from an earlier text."
    );
    public static readonly LocalizedText Article = new("Bài", "Article");
    public static readonly LocalizedText OutdatedAnswers = new("Câu trả lời theo bản cũ", "Answers from an earlier text");
    public static readonly LocalizedText WithdrawnArticle = new("(bài đã rút)", "(withdrawn)");
    public static readonly LocalizedText Preview = new("Xem trước", "Preview");
    public static readonly LocalizedText WhatIsSent = new("Nội dung sẽ được báo", "Text to be sent");
    public static readonly LocalizedText WithdrawnText = new(
        "Người nhận được báo rằng nội dung cũ không còn được sử dụng.",
        "Askers are notified that the earlier text is no longer used."
    );
    public static readonly LocalizedText ConversationCount = new("Số cuộc trò chuyện sẽ được báo: {0}", "Conversations to notify: {0}");
    public static readonly LocalizedText NoOneToNotify = new(
        "Không còn ai cần báo: tất cả đã được báo nội dung hiện nay.",
        "No one is left to notify: all have received the current text."
    );
    public static readonly LocalizedText LastAsked = new("Hỏi lần cuối", "Last asked");
    public static readonly LocalizedText Channel = new("Kênh", "Channel");
    public static readonly LocalizedText Question = new("Câu hỏi", "Question");
    public static readonly LocalizedText Confirm = new(
        "Tôi đã đọc nội dung trên và muốn gửi cho {0} cuộc trò chuyện",
        "I have read the text above and want to send it to {0} conversations"
    );
    public static readonly LocalizedText Send = new("Gửi đính chính", "Send the correction");
    public static readonly LocalizedText OutcomeSummary = new(
        "Đã gửi: {0}. Đã biết từ trước: {1}. Không liên lạc được nữa: {2}.",
        "Sent: {0}. Already notified: {1}. No longer reachable: {2}."
    );
    public static readonly LocalizedText Stale = new(
        "Bài vừa được sửa sau khi anh/chị xem trước, nên chưa gửi gì. Hãy đọc lại nội dung dưới đây.",
        "The article was changed after your preview, so nothing was sent. Please read the text below again."
    );

    public static string Summarize(RecallOutcome sent, Lang lang) =>
        OutcomeSummary.With(
            lang,
            LocalFormat.Number(sent.NotifiedCount, lang),
            LocalFormat.Number(sent.AlreadyNotifiedCount, lang),
            LocalFormat.Number(sent.UnreachableCount, lang)
        );
}
