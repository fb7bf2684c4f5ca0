using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>Texts of the form of the time limits.</summary>
internal static class DeadlineFormTexts
{
    public static readonly LocalizedText Title = new("Thời hạn xử lý", "Service times");
    public static readonly LocalizedText Intro = new(
        "Thời hạn theo loại yêu cầu, tính bằng giờ hoặc ngày làm việc. Hạn của các yêu cầu đang mở được tính lại mỗi khi lưu.",
        "Time limits by kind of request, in working hours or days. Deadlines of open cases are recalculated with each change."
    );
    public static readonly LocalizedText AmountHint = new("Từ 1 đến 250.", "From 1 to 250.");
    public static readonly LocalizedText Unit = new("Đơn vị ({0})", "Unit ({0})");
    public static readonly LocalizedText Hours = new("giờ làm việc", "working hours");
    public static readonly LocalizedText Days = new("ngày làm việc, tính từ ngày tiếp theo", "working days, counted from the day after");
    public static readonly LocalizedText Limit = new("{0}: {1}", "{0}: {1}");

    /// <summary>{0} the basis.</summary>
    public static readonly LocalizedText Basis = new("Căn cứ: {0}", "Basis: {0}");

    public static readonly LocalizedText FirstReplyBasis = new(
        "Quy chế tiếp nhận phản ánh của thành phố: trả lời lần đầu trong 8 giờ làm việc",
        "The city’s rules for receiving feedback: first reply within 8 working hours"
    );
    public static readonly LocalizedText SupportBasis = new(
        "Nghị định 80/2021/NĐ-CP Điều 32: giải quyết hồ sơ hỗ trợ trong 14 ngày làm việc",
        "Decree 80/2021/NĐ-CP Article 32: applications for support within 14 working days"
    );
    public static readonly LocalizedText OwnAim = new("Đơn vị tự đặt", "The unit’s own aim");
    public static readonly LocalizedText OutOfRange = new("{0}: phải từ 1 đến 250.", "{0}: must be from 1 to 250.");
}
