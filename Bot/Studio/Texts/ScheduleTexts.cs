using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Studio.Texts;

/// <summary>Texts of scheduled publications.</summary>
internal static class ScheduleTexts
{
    public static readonly LocalizedText At = new("Xuất bản lúc (giờ Hà Nội)", "Publish at (Hanoi time)");
    public static readonly LocalizedText Schedule = new("Hẹn giờ xuất bản", "Schedule");
    public static readonly LocalizedText Unschedule = new("Bỏ hẹn giờ", "Unschedule");
    public static readonly LocalizedText ScheduledFor = new("Sẽ xuất bản lúc {0}.", "Will be published at {0}.");
    public static readonly LocalizedText Failed = new(
        "Đến giờ hẹn nhưng chưa xuất bản được; câu trả lời vẫn theo bản cũ.",
        "It could not be published at its time; answers still come from the old text."
    );
    public static readonly LocalizedText Greeting = new("Chào anh/chị {0},", "Dear {0},");
    public static readonly LocalizedText FailedSubject = new("Bài {0} chưa xuất bản được", "Article {0} was not published");
    public static readonly LocalizedText FailedText = new(
        "Bài {0} hẹn xuất bản lúc {1} nhưng chưa xuất bản được. Câu trả lời vẫn theo bản cũ.",
        "Article {0} was to be published at {1} and was not. Answers still come from the old text."
    );
    public static readonly LocalizedText Footer = new(
        "Thư tự động gửi cho người có vai trò Xuất bản.",
        "Sent automatically to those with the role Publisher."
    );
}
