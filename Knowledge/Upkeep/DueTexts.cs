namespace PolicyAssistantBot.Knowledge.Upkeep;

/// <summary>The reasons for which an article is due, for editors.</summary>
public static class DueTexts
{
    /// <summary>{0} the last day.</summary>
    public static LocalizedText ArticleEnds { get; } = new("Bài có hiệu lực đến hết {0}.", "The article is in force until {0}.");

    /// <summary>{0} the last day.</summary>
    public static LocalizedText ArticleEnded { get; } = new("Bài đã hết hiệu lực sau {0}.", "The article ended after {0}.");

    /// <summary>{0} the last day, {1} document and clause.</summary>
    public static LocalizedText BasisEnds { get; } = new("{1} có hiệu lực đến hết {0}.", "{1} is in force until {0}.");

    /// <summary>{0} the last day, {1} document and clause.</summary>
    public static LocalizedText BasisEnded { get; } =
        new("{1} đã hết hiệu lực sau {0}, bài vẫn dẫn như đang áp dụng.", "{1} ended after {0}; the article still cites it as current.");

    /// <summary>{0} the day, {1} the document.</summary>
    public static LocalizedText EntryChanged { get; } =
        new(
            "Mục {1} trong danh mục pháp lý đổi ngày {0}, sau lần kiểm tra bài.",
            "The register's entry of {1} changed on {0}, after the article was checked."
        );

    /// <summary>{0} the day, {1} the document, {2} what amends it.</summary>
    public static LocalizedText Amended { get; } =
        new("{1} được {2} sửa đổi từ {0}, sau lần kiểm tra bài.", "{1} is amended by {2} from {0}, after the article was checked.");

    /// <summary>{0} the day.</summary>
    public static LocalizedText CheckedLast { get; } = new("Kiểm tra lần cuối ngày {0}.", "Last checked on {0}.");

    public static LocalizedText Of(DueKind kind) =>
        kind switch
        {
            DueKind.Ended => new("Đã hết hiệu lực", "Ended"),
            DueKind.Ends => new("Sắp hết hiệu lực", "Ending soon"),
            DueKind.Changed => new("Dựa trên văn bản đã thay đổi", "Resting on a document that changed"),
            DueKind.Overdue => new("Quá hạn kiểm tra lại", "Review overdue"),
            _ => new("Sắp đến hạn kiểm tra lại", "Review coming"),
        };

    /// <summary>A reason with its day written as each language does.</summary>
    internal static LocalizedText On(LocalizedText reason, DateOnly day, string name = "", string other = "") =>
        new(
            reason.With(Lang.Vi, LocalFormat.Day(day, Lang.Vi), name, other),
            reason.With(Lang.En, LocalFormat.Day(day, Lang.En), LocalFormat.Clause(name, Lang.En), other)
        );
}
