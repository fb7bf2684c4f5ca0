using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>Texts of the form of the working calendar.</summary>
internal static class DayFormTexts
{
    public static readonly LocalizedText Title = new("Ngày nghỉ, ngày làm bù", "Holidays and make-up days");
    public static readonly LocalizedText Intro = new(
        "Ngoài các ngày làm việc trong tuần chọn ở đây đều là ngày nghỉ, trừ ngày làm bù. Thời hạn của các yêu cầu đang mở được tính "
            + "lại mỗi khi lưu.",
        "Other days of the week than the working days chosen here are days off, except make-up days. Deadlines of open cases are "
            + "recalculated with each change."
    );
    public static readonly LocalizedText Week = new("Ngày làm việc trong tuần", "Working days of the week");
    public static readonly LocalizedText WeekHint = new(
        "Thời hạn chỉ đếm các ngày này, mỗi ngày đủ giờ như mục Giờ làm việc. Thường là thứ Hai đến thứ Sáu; câu trả lời của trợ lý về "
            + "ngày làm việc theo luật không đổi theo mục này.",
        "Deadlines count these days alone, each with the hours set under Working hours. Usually Monday to Friday; what the assistant says "
            + "about working days in law does not change with it."
    );

    /// <summary>{0} a day, {1} a day of the week.</summary>
    public static readonly LocalizedText WeekHasMakeUp = new(
        "{0} đang ghi là ngày làm bù, mà {1} nay là ngày làm việc. Anh/chị xoá ngày làm bù đó trước.",
        "{0} is a make-up day, but {1} would be worked anyway. Remove that make-up day first."
    );
    public static readonly LocalizedText Add = new("Thêm ngày", "Add a day");
    public static readonly LocalizedText Off = new("Ngày nghỉ", "Day off");
    public static readonly LocalizedText MakeUp = new("Ngày làm bù", "Make-up day");
    public static readonly LocalizedText Uncertain = new("Chưa chắc chắn", "Not certain");
    public static readonly LocalizedText Period = new("{0} – {1}", "{0} – {1}");
    public static readonly LocalizedText Kind = new("Loại ngày", "Kind of day");
    public static readonly LocalizedText WeekendHint = new(
        "Ngày làm bù phải rơi vào ngày nghỉ hằng tuần.",
        "A make-up day must fall on a weekly day off."
    );
    public static readonly LocalizedText FirstDay = new("Ngày đầu", "First day");
    public static readonly LocalizedText LastDay = new("Ngày cuối", "Last day");
    public static readonly LocalizedText LastDayHint = new("Để trống nếu chỉ có một ngày.", "Leave empty for a single day.");
    public static readonly LocalizedText Source = new("Căn cứ", "Source");
    public static readonly LocalizedText SourceHint = new(
        "Ví dụ: số và ngày của thông báo nghỉ lễ.",
        "For example the number and date of the notice."
    );
    public static readonly LocalizedText Certainty = new("Mức chắc chắn", "How sure it is");
    public static readonly LocalizedText Range = new("Khoảng thời gian của lịch", "The period of the calendar");
    public static readonly LocalizedText RangeHint = new(
        "Hạn rơi ngoài khoảng này chỉ là tạm tính. Chỉ kéo dài khi đã nhập đủ ngày nghỉ của năm mới.",
        "Deadlines outside this period are only estimates. Extend it once the days of the new year are entered."
    );
    public static readonly LocalizedText RangeTooWide = new(
        "Lịch phải nằm trong các năm 2000 đến 2200.",
        "The calendar must be within the years 2000 to 2200."
    );
    public static readonly LocalizedText DaysOutside = new(
        "Có ngày đã nhập nằm ngoài khoảng này.",
        "Some of the entered days would be outside this period."
    );
    public static readonly LocalizedText EndsBeforeBegin = new(
        "Ngày cuối phải từ ngày đầu trở đi.",
        "The last day must not be before the first day."
    );
    public static readonly LocalizedText Outside = new(
        "Lịch hiện có từ {0}. Anh/chị sửa “Khoảng thời gian của lịch” trước.",
        "The calendar covers {0}. Please change “The period of the calendar” first."
    );
    public static readonly LocalizedText Overlap = new("Trùng với {0}: {1}.", "It overlaps {0}: {1}.");
    public static readonly LocalizedText MakeUpInTheWeek = new(
        "Ngày làm bù phải rơi vào ngày nghỉ hằng tuần; các ngày khác vốn là ngày làm việc.",
        "A make-up day must fall on a weekly day off; other days are working days already."
    );
    public static readonly LocalizedText Removal = new(
        "Ngày này sẽ được tính như mọi ngày trong tuần, và hạn của các yêu cầu đang mở được tính lại.",
        "The day will count as any other day of the week, and the deadlines of open cases are recalculated."
    );

    public static LocalizedText LabelOf(string certainty) =>
        certainty switch
        {
            "V1-high" => new("Theo văn bản, thông báo chính thức", "Official document or notice"),
            "V2-high" => new("Theo nguồn tin cậy dẫn thông báo", "Reliable sources citing the notice"),
            "?" => new("Dự kiến, chưa có thông báo", "Expected, not announced yet"),
            _ => new LocalizedText("Giữ như hiện nay ({0})", "As it is now ({0})").InBoth(certainty),
        };

    public static LocalizedText LabelOf(DayOfWeek day) =>
        day switch
        {
            DayOfWeek.Monday => new("thứ Hai", "Monday"),
            DayOfWeek.Tuesday => new("thứ Ba", "Tuesday"),
            DayOfWeek.Wednesday => new("thứ Tư", "Wednesday"),
            DayOfWeek.Thursday => new("thứ Năm", "Thursday"),
            DayOfWeek.Friday => new("thứ Sáu", "Friday"),
            DayOfWeek.Saturday => new("thứ Bảy", "Saturday"),
            _ => new("Chủ nhật", "Sunday"),
        };

    public static LocalizedText ListOf(IEnumerable<DayOfWeek> days)
    {
        var labels = days.Select(LabelOf).ToList();
        return new(string.Join(", ", labels.Select(label => label.Vi)), string.Join(", ", labels.Select(label => label.En)));
    }
}
