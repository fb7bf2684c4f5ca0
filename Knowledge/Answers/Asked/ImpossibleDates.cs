using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.Asked;

/// <summary>Says that a date which a question names does not exist, and asks which one is meant.</summary>
internal static class ImpossibleDates
{
    private static readonly LocalizedText NoSuchDay = new(
        "“{0}” không có trên lịch: tháng đó không có ngày này. Anh/chị kiểm tra lại và cho biết ngày muốn hỏi.",
        "“{0}” is not in the calendar: that month has no such day. Please check it and tell me which day you mean."
    );

    private static readonly LocalizedText NoSuchMonth = new(
        "“{0}” không có trên lịch: một năm chỉ có tháng 1 đến tháng 12. Nếu là ngày, anh/chị ghi theo thứ tự ngày/tháng/năm, "
            + "ví dụ 21/11/2026.",
        "“{0}” is not in the calendar: a year has months 1 to 12. If it is a day, please write day/month/year, such as 21/11/2026."
    );

    private static readonly LocalizedText NoSuchQuarter = new(
        "Không có “{0}”: một năm chỉ có quý 1 đến quý 4. Anh/chị cho biết quý nào?",
        "There is no “{0}”: a year has quarters 1 to 4. Which quarter do you mean?"
    );

    public static string Explain(DateMention date, Lang lang) =>
        (
            date.Fault switch
            {
                DateFault.NoSuchMonth => NoSuchMonth,
                DateFault.NoSuchQuarter => NoSuchQuarter,
                _ => NoSuchDay,
            }
        ).With(lang, date.Written);
}
