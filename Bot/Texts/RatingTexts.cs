using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>Texts that ask for a rating of a closed case and acknowledge it.</summary>
internal static class RatingTexts
{
    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText Question = new(
        "Anh/chị hài lòng ở mức nào với việc giải quyết yêu cầu {0}?",
        "How satisfied are you with how request {0} was handled?"
    );

    public static readonly LocalizedText Scale = new(
        "1: rất không hài lòng; 5: rất hài lòng. Không bắt buộc.",
        "1: very dissatisfied; 5: very satisfied. Optional."
    );

    public static readonly LocalizedText CommentLabel = new(
        "Góp ý thêm (nếu có), rồi chọn một mức",
        "A comment (optional); then choose a number"
    );

    /// <summary>The buttons, the lowest first.</summary>
    public static readonly IReadOnlyList<LocalizedText> Scores =
    [
        new("1", "1"),
        new("2", "2"),
        new("3", "3"),
        new("4", "4"),
        new("5", "5"),
    ];

    /// <summary>{0} the rating, {1} the case number.</summary>
    public static readonly LocalizedText Thanks = new(
        "Cảm ơn anh/chị. Đã ghi nhận mức {0}/5 cho yêu cầu {1}.",
        "Thank you. Your rating of {0} out of 5 for request {1} was recorded."
    );

    /// <summary>{0} the case number.</summary>
    public static readonly LocalizedText NotOpenForRating = new(
        "Yêu cầu {0} chưa đến lúc đánh giá, nên mức anh/chị chọn chưa được ghi nhận.",
        "Request {0} is not open for rating yet, so your rating was not recorded."
    );

    /// <summary>{0} the length of the comment, {1} the limit.</summary>
    public static readonly LocalizedText CommentTooLong = new(
        "Góp ý dài {0} ký tự, quá giới hạn {1} ký tự, nên đánh giá chưa được ghi nhận. Anh/chị rút gọn góp ý rồi chọn lại mức.",
        "Your comment has {0} characters; the limit is {1}, so the rating was not recorded. Please shorten the comment and choose "
            + "a number again."
    );
}
