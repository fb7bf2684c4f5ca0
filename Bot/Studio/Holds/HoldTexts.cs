using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Holds;

namespace PolicyAssistantBot.Studio.Holds;

/// <summary>Texts of the page about holds and withdrawals.</summary>
internal static class HoldTexts
{
    public static readonly LocalizedText Title = new("Tạm ngừng trả lời", "Holds");
    public static readonly LocalizedText Explanation = new(
        "Khi nghi ngờ một nội dung, anh/chị tạm ngừng ngay: trợ lý nói rõ đang rà soát và mời gửi yêu cầu. Bỏ tạm ngừng cần hai người.",
        "When something is in doubt, hold it at once: the assistant says that it is being reviewed and offers a request. "
            + "Two people lift a hold."
    );
    public static readonly LocalizedText InForce = new("Đang tạm ngừng hoặc đã thu hồi", "In force");
    public static readonly LocalizedText Nothing = new("Không có nội dung nào đang tạm ngừng.", "Nothing is on hold.");
    public static readonly LocalizedText History = new("Đã trả lời lại", "Lifted");
    public static readonly LocalizedText New = new("Tạm ngừng một nội dung", "Hold something");
    public static readonly LocalizedText Scope = new("Phạm vi", "Scope");
    public static readonly LocalizedText Key = new(
        "Chủ đề, mã bài hoặc số văn bản (để trống nếu là mọi nội dung)",
        "Topic, article key or document number (empty for everything)"
    );
    public static readonly LocalizedText TextVi = new("Nói với người hỏi, tiếng Việt", "What askers are told, Vietnamese");
    public static readonly LocalizedText TextEn = new("Nói với người hỏi, tiếng Anh", "What askers are told, English");
    public static readonly LocalizedText Reason = new("Lý do, cho đồng nghiệp và nhật ký", "Reason, for colleagues and the record");
    public static readonly LocalizedText Place = new("Tạm ngừng ngay", "Hold now");
    public static readonly LocalizedText Withdraw = new("Thu hồi bài này", "Withdraw this article");
    public static readonly LocalizedText WithdrawText = new(
        "Thu hồi hẳn: trợ lý nói hướng dẫn này không còn dùng và vì sao. Bài vẫn giữ chỗ trong tìm kiếm nên bài khác không trả lời thay.",
        "For good: the assistant says that this guidance is no longer used, and why. The article keeps its place in the search, so that no "
            + "other answers instead."
    );
    public static readonly LocalizedText ReplacedBy = new("Mã bài thay thế (nếu có)", "Key of the article that replaces it, if any");
    public static readonly LocalizedText ConfirmWithdraw = new("Thu hồi ngay", "Withdraw now");
    public static readonly LocalizedText HoldThis = new("Tạm ngừng bài này", "Hold this article");
    public static readonly LocalizedText LiftReason = new("Vì sao trả lời lại được", "Why it may be answered again");
    public static readonly LocalizedText AskToLift = new("Đề nghị trả lời lại", "Ask to lift");
    public static readonly LocalizedText Lift = new("Đồng ý, trả lời lại ngay", "Agree and lift now");
    public static readonly LocalizedText LiftAsked = new("{0} đề nghị trả lời lại: {1}", "{0} asks to lift it: {1}");
    public static readonly LocalizedText WaitsForSecond = new("Chờ một người khác đồng ý.", "Waits for another person.");
    public static readonly LocalizedText PlacedBy = new("{0}, {1}: {2}", "{0}, {1}: {2}");
    public static readonly LocalizedText LiftedBy = new("Trả lời lại từ {0}, do {1} và {2}", "Lifted at {0} by {1} and {2}");
    public static readonly LocalizedText Placed = new("Đã tạm ngừng, có hiệu lực ngay.", "On hold from now.");
    public static readonly LocalizedText Asked = new("Đã ghi đề nghị, chờ một người khác đồng ý.", "Noted. Another person must agree.");
    public static readonly LocalizedText LiftedNotice = new("Đã trả lời lại.", "Lifted.");
    public static readonly LocalizedText Withdrawn = new("Đã thu hồi", "Withdrawn");
    public static readonly LocalizedText OnHold = new("Tạm ngừng", "On hold");

    public static readonly LocalizedText Banner = new(
        "Trợ lý đang tạm ngừng trả lời: {0} nội dung.",
        "The assistant does not answer about everything: {0} on hold."
    );

    public static LocalizedText NameOf(HoldScope scope) =>
        scope switch
        {
            HoldScope.Everything => new("Mọi nội dung", "Everything"),
            HoldScope.Topic => new("Một chủ đề", "A topic"),
            HoldScope.Article => new("Một bài", "An article"),
            _ => new("Một văn bản pháp luật", "A document of law"),
        };
}
