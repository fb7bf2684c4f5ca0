using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>What stands around an answer.</summary>
internal sealed record AnswerCardTexts
{
    public required string Sources { get; init; }

    /// <summary>{0} document, {1} clause.</summary>
    public required string DocumentClause { get; init; }

    /// <summary>{0} first day, {1} day checked.</summary>
    public required string InForce { get; init; }

    /// <summary>{0} first day, {1} last day, {2} day checked.</summary>
    public required string InForceUntil { get; init; }

    /// <summary>{0} day checked.</summary>
    public required string Checked { get; init; }

    public required string More { get; init; }

    public required string Related { get; init; }

    public required string Useful { get; init; }

    public required string NotUseful { get; init; }

    public required string AskOfficial { get; init; }

    public static AnswerCardTexts For(Lang lang) => lang == Lang.En ? En : Vi;

    public static AnswerCardTexts Vi { get; } =
        new()
        {
            Sources = "Căn cứ",
            DocumentClause = "{0}, {1}",
            InForce = "Có hiệu lực từ {0}; kiểm tra ngày {1}",
            InForceUntil = "Có hiệu lực từ {0} đến hết {1}; kiểm tra ngày {2}",
            Checked = "Kiểm tra ngày {0}",
            More = "Xem thêm",
            Related = "Anh/chị có thể hỏi tiếp",
            Useful = "👍 Hữu ích",
            NotUseful = "👎 Chưa hữu ích",
            AskOfficial = "Hỏi cán bộ",
        };

    public static AnswerCardTexts En { get; } =
        new()
        {
            Sources = "Legal basis",
            DocumentClause = "{0}, {1}",
            InForce = "In force from {0}; checked on {1}",
            InForceUntil = "In force from {0} to {1}; checked on {2}",
            Checked = "Checked on {0}",
            More = "More",
            Related = "You may also ask",
            Useful = "👍 Useful",
            NotUseful = "👎 Not useful",
            AskOfficial = "Ask an official",
        };
}
