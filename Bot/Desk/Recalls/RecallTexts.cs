using System.Globalization;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Recalls;

/// <summary>What the page for recalling answers says.</summary>
internal static class RecallTexts
{
    public static readonly LocalizedText Title = new("Đính chính câu trả lời", "Recall answers");
    public static readonly LocalizedText Hint = new(
        "Khi một bài đã sửa hoặc rút, những người từng được trả lời theo bản cũ có thể được báo lại nội dung hiện nay, mỗi "
            + "người một lần, ngay trong cuộc trò chuyện của họ.",
        "When an article has been changed or withdrawn, those who were answered from the earlier text can be told what it says "
            + "now: once each, in their own conversation."
    );

    public static readonly LocalizedText Nothing = new(
        "Không có câu trả lời nào theo bản cũ.",
        "Nobody was answered from an earlier text."
    );
    public static readonly LocalizedText Article = new("Bài", "Article");
    public static readonly LocalizedText Answered = new("Câu trả lời theo bản cũ", "Answers from an earlier text");
    public static readonly LocalizedText Withdrawn = new("(bài đã rút)", "(withdrawn)");
    public static readonly LocalizedText Preview = new("Xem trước", "Preview");
    public static readonly LocalizedText WhatIsSent = new("Nội dung sẽ được báo", "What will be said");
    public static readonly LocalizedText WithdrawnText = new(
        "Người nhận được báo rằng nội dung cũ không còn được sử dụng.",
        "They are told that the earlier text is no longer used."
    );
    public static readonly LocalizedText Count = new("Số cuộc trò chuyện sẽ được báo: {0}", "Conversations that will be told: {0}");
    public static readonly LocalizedText NobodyLeft = new(
        "Không còn ai cần báo: tất cả đã được báo nội dung hiện nay.",
        "Nobody is left to tell: all know the present text."
    );
    public static readonly LocalizedText LastAsked = new("Hỏi lần cuối", "Last asked");
    public static readonly LocalizedText Channel = new("Kênh", "Channel");
    public static readonly LocalizedText Question = new("Câu hỏi", "Question");
    public static readonly LocalizedText Confirm = new(
        "Tôi đã đọc nội dung trên và muốn gửi cho {0} cuộc trò chuyện",
        "I have read the text above and want it sent to {0} conversations"
    );
    public static readonly LocalizedText Send = new("Gửi đính chính", "Send the correction");
    public static readonly LocalizedText Sent = new(
        "Đã gửi: {0}. Đã biết từ trước: {1}. Không liên lạc được nữa: {2}.",
        "Sent: {0}. Knew already: {1}. No longer reachable: {2}."
    );
    public static readonly LocalizedText Stale = new(
        "Bài vừa được sửa sau khi anh/chị xem trước, nên chưa gửi gì. Hãy đọc lại nội dung dưới đây.",
        "The article was changed after your preview, so nothing was sent. Please read the text below again."
    );

    public static string Tell(RecallOutcome sent, Lang lang) =>
        string.Format(
            CultureInfo.InvariantCulture,
            Sent[lang],
            LocalFormat.Number(sent.Told, lang),
            LocalFormat.Number(sent.Known, lang),
            LocalFormat.Number(sent.Unreachable, lang)
        );
}
