using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>What an asker is asked, and told, about how a case was handled.</summary>
internal sealed record RatingTexts
{
    /// <summary>{0} the case number.</summary>
    public required string Question { get; init; }

    public required string Scale { get; init; }

    public required string Word { get; init; }

    /// <summary>The buttons, the lowest first.</summary>
    public required IReadOnlyList<string> Scores { get; init; }

    /// <summary>{0} the rating, {1} the case number.</summary>
    public required string Thanks { get; init; }

    /// <summary>{0} the case number.</summary>
    public required string NotAsked { get; init; }

    /// <summary>{0} the length of the comment, {1} the longest.</summary>
    public required string CommentTooLong { get; init; }

    public static RatingTexts For(Lang lang) => lang == Lang.En ? En : Vi;

    public static RatingTexts Vi { get; } =
        new()
        {
            Question = "Anh/chị hài lòng ở mức nào với việc giải quyết yêu cầu {0}?",
            Scale = "1: rất không hài lòng; 5: rất hài lòng. Không bắt buộc.",
            Word = "Góp ý thêm (nếu có), rồi chọn một mức",
            Scores = ["1", "2", "3", "4", "5"],
            Thanks = "Cảm ơn anh/chị. Đã ghi nhận mức {0}/5 cho yêu cầu {1}.",
            NotAsked = "Yêu cầu {0} chưa đến lúc đánh giá, nên mức anh/chị chọn chưa được ghi nhận.",
            CommentTooLong =
                "Góp ý dài {0} ký tự, quá giới hạn {1} ký tự, nên đánh giá chưa được ghi nhận. Anh/chị rút gọn góp ý rồi chọn lại mức.",
        };

    public static RatingTexts En { get; } =
        new()
        {
            Question = "How satisfied are you with how request {0} was handled?",
            Scale = "1: very dissatisfied; 5: very satisfied. You need not answer.",
            Word = "Anything to add (if you like), then choose a number",
            Scores = ["1", "2", "3", "4", "5"],
            Thanks = "Thank you. Your rating of {0} out of 5 for request {1} was noted.",
            NotAsked = "Request {0} is not open for rating yet, so your rating was not noted.",
            CommentTooLong =
                "Your comment has {0} characters; the limit is {1}, so the rating was not noted. Please shorten the comment and choose a number again.",
        };
}
