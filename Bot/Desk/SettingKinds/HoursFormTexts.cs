using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>Texts of the form of the working hours.</summary>
internal static class HoursFormTexts
{
    public static readonly LocalizedText Title = new("Giờ làm việc", "Working hours");
    public static readonly LocalizedText Intro = new(
        "Thời hạn tính bằng giờ chỉ chạy trong giờ làm việc của ngày làm việc (thứ Hai đến thứ Sáu, trừ ngày nghỉ ở trang Lịch). "
            + "Hạn của các yêu cầu đang mở được tính lại khi lưu.",
        "Deadlines in hours run only during the hours of working days (Monday to Friday, except the days off on the page of the calendar). "
            + "Deadlines of open cases are recalculated when you save."
    );
    public static readonly LocalizedText Day = new("Một ngày làm việc", "A working day");
    public static readonly LocalizedText MorningFrom = new("Buổi sáng từ", "Morning from");
    public static readonly LocalizedText MorningTo = new("Buổi sáng đến", "Morning until");
    public static readonly LocalizedText AfternoonFrom = new("Buổi chiều từ", "Afternoon from");
    public static readonly LocalizedText AfternoonTo = new("Buổi chiều đến", "Afternoon until");
    public static readonly LocalizedText Format = new("Viết như 08:00.", "Written like 08:00.");
    public static readonly LocalizedText AfternoonHint = new(
        "Để trống cả hai ô nếu chỉ làm một buổi.",
        "Leave both empty if there is only one span."
    );
    public static readonly LocalizedText InvalidTime = new("“{0}” không phải giờ, viết như 08:00.", "“{0}” is not a time such as 08:00.");
    public static readonly LocalizedText HalfAfternoon = new(
        "Buổi chiều cần cả giờ bắt đầu và giờ kết thúc.",
        "The afternoon needs both its begin and its end."
    );
    public static readonly LocalizedText NotInOrder = new(
        "Các giờ phải theo thứ tự trong ngày và không chồng nhau.",
        "The times have to follow each other without overlap."
    );
    public static readonly LocalizedText TooManySpans = new(
        "Tệp thiết lập có hơn hai khoảng giờ; anh/chị sửa ở phần Nâng cao.",
        "The document has more than two spans; please edit it under Advanced."
    );
}
