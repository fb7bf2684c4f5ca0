namespace PolicyAssistantBot.Knowledge.Upkeep;

/// <summary>The reasons for which an article is due, for editors.</summary>
public static class DueTexts
{
    /// <summary>{0} the last day, {2} whether it is written what holds then.</summary>
    public static LocalizedText ArticleEnds { get; } =
        new("Cả bài có hiệu lực đến hết {0}; {2}.", "The article is in force until {0}; {2}.");

    /// <summary>{0} the last day, {1} document and clause, {2} whether it is written what holds then.</summary>
    public static LocalizedText BasisEnds { get; } = new("{1} có hiệu lực đến hết {0}; {2}.", "{1} is in force until {0}; {2}.");

    /// <summary>{0} the last day, {1} the statement's period, {2} whether it is written what holds then.</summary>
    public static LocalizedText StatementEnds { get; } =
        new("Câu có mốc “{1}” áp dụng đến hết {0}; {2}.", "The statement “{1}” holds until {0}; {2}.");

    public static LocalizedText WrittenAfter { get; } = new("điều áp dụng sau đó đã ghi", "what holds after that is written");

    public static LocalizedText NothingAfter { get; } = new("chưa ghi điều áp dụng sau đó", "what holds after that is not written");

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

    public static LocalizedText GetTitle(DueKind kind) =>
        kind switch
        {
            DueKind.Ended => new("Đã hết hiệu lực", "Ended"),
            DueKind.Ends => new("Sắp hết hiệu lực", "Ending soon"),
            DueKind.Changed => new("Dựa trên văn bản đã thay đổi", "Resting on a document that changed"),
            DueKind.Overdue => new("Quá hạn kiểm tra lại", "Review overdue"),
            _ => new("Sắp đến hạn kiểm tra lại", "Review coming"),
        };

    /// <summary>A reason with its day written as each language does.</summary>
    internal static LocalizedText FormatReason(LocalizedText reason, DateOnly day, string name = "", LocalizedText? other = null) =>
        new(
            reason.With(Lang.Vi, LocalFormat.Day(day, Lang.Vi), name, other?.Vi),
            reason.With(Lang.En, LocalFormat.Day(day, Lang.En), LocalFormat.Clause(name, Lang.En), other?.En)
        );
}
