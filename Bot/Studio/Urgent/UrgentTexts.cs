using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Studio.Urgent;

/// <summary>Texts of urgent publications and of accepted changes.</summary>
internal static class UrgentTexts
{
    public static readonly LocalizedText Title = new("Xuất bản khẩn, chờ duyệt sau", "Published urgently, to be reviewed");
    public static readonly LocalizedText Publish = new("Xuất bản khẩn", "Publish urgently");
    public static readonly LocalizedText Explanation = new(
        "Chỉ khi không thể chờ: một mình anh/chị xuất bản trước khi có người duyệt. Trong một ngày làm việc, người khác phải duyệt lại.",
        "Only when it cannot wait: you publish alone, before a review. Another person must review it within one working day."
    );
    public static readonly LocalizedText Reason = new("Vì sao không chờ được", "Why it cannot wait");
    public static readonly LocalizedText By = new("{0}, {1}: {2}", "{0}, {1}: {2}");
    public static readonly LocalizedText Due = new("Duyệt lại trước {0}", "To be reviewed by {0}");
    public static readonly LocalizedText Overdue = new("Quá hạn duyệt lại từ {0}", "Review overdue since {0}");
    public static readonly LocalizedText Review = new("Đã xem, đồng ý với bản này", "Reviewed: this text may stay");
    public static readonly LocalizedText Accept = new("Chấp nhận thay đổi này", "Accept this change");
    public static readonly LocalizedText AcceptReason = new("Vì sao chấp nhận được", "Why it is acceptable");
    public static readonly LocalizedText AcceptedBy = new("{0} chấp nhận: {1}", "Accepted by {0}: {1}");
    public static readonly LocalizedText MailSubject = new("Bài {0} xuất bản khẩn, quá hạn duyệt lại", "Article {0}: review overdue");
    public static readonly LocalizedText MailText = new(
        "Bài {0} được {1} xuất bản khẩn lúc {2} và chưa có người thứ hai duyệt lại.",
        "Article {0} was published urgently by {1} at {2}, and no second person has reviewed it yet."
    );
    public static readonly LocalizedText MailFooter = new(
        "Thư tự động gửi cho người có vai trò Thẩm định hoặc Xuất bản.",
        "Sent automatically to those with the role Reviewer or Publisher."
    );
}
