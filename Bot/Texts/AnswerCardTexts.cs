using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Texts;

/// <summary>Texts of the answer card: sources, periods, buttons.</summary>
internal static class AnswerCardTexts
{
    /// <summary>{0} the number of sources.</summary>
    public static readonly LocalizedText SourceCount = new("Căn cứ ({0})", "Legal basis ({0})");

    /// <summary>{0} document, {1} clause.</summary>
    public static readonly LocalizedText DocumentClause = new("{0}, {1}", "{0}, {1}");

    /// <summary>{0} first day, {1} day checked.</summary>
    public static readonly LocalizedText InForce = new("Có hiệu lực từ {0}; kiểm tra ngày {1}", "In force from {0}; checked on {1}");

    /// <summary>{0} first day, {1} last day, {2} day checked.</summary>
    public static readonly LocalizedText InForceUntil = new(
        "Có hiệu lực từ {0} đến hết {1}; kiểm tra ngày {2}",
        "In force from {0} to {1}; checked on {2}"
    );

    /// <summary>{0} day checked.</summary>
    public static readonly LocalizedText Checked = new("Kiểm tra ngày {0}", "Checked on {0}");

    public static readonly LocalizedText More = new("Xem thêm", "More");

    public static readonly LocalizedText FollowUpsIntro = new("Anh/chị có thể hỏi tiếp", "You may also ask");

    public static readonly LocalizedText Useful = new("👍 Hữu ích", "👍 Useful");

    public static readonly LocalizedText NotUseful = new("👎 Chưa hữu ích", "👎 Not useful");

    public static readonly LocalizedText AskOfficial = new("Hỏi cán bộ", "Ask an official");
}
