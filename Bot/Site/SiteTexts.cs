using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Site;

/// <summary>The texts of the public pages.</summary>
internal static class SiteTexts
{
    public static readonly LocalizedText Guidance = new("Hướng dẫn theo chủ đề", "Guidance by topic");
    public static readonly LocalizedText GuidanceLead = new(
        "Các bài hướng dẫn đã được rà soát, ghi rõ căn cứ, thời gian có hiệu lực và ngày kiểm tra.",
        "Reviewed guidance with its legal basis, the period in which it applies and the day it was checked."
    );
    public static readonly LocalizedText Search = new("Tìm trong hướng dẫn", "Search the guidance");
    public static readonly LocalizedText SearchButton = new("Tìm", "Search");
    public static readonly LocalizedText ResultsFor = new("Kết quả cho “{0}”", "Results for “{0}”");
    public static readonly LocalizedText NoResults = new(
        "Không tìm thấy bài nào. Anh/chị thử từ khác, hoặc hỏi trợ lý.",
        "No article was found. Please try other words, or ask the assistant."
    );

    /// <summary>{0} what was searched for.</summary>
    public static readonly LocalizedText NoneAbout = new("Không có bài viết nào về “{0}”", "No article is about “{0}”");
    public static readonly LocalizedText PerhapsRelated = new(
        "Có thể liên quan (các bài dưới đây chỉ có vài từ giống; anh/chị cũng có thể hỏi trợ lý):",
        "Perhaps related (these articles only share some words; you can also ask the assistant):"
    );
    public static readonly LocalizedText ArticleCount = new("{0} bài", "{0} articles");
    public static readonly LocalizedText AskAboutThis = new("Hỏi trợ lý về bài này", "Ask the assistant about this");
    public static readonly LocalizedText AskTheAssistant = new("Hỏi trợ lý", "Ask the assistant");
    public static readonly LocalizedText Print = new("In bài này", "Print");
    public static readonly LocalizedText Sources = new("Căn cứ", "Legal basis");
    public static readonly LocalizedText SourceSince = new("có hiệu lực từ {0}", "in force since {0}");
    public static readonly LocalizedText SourcePeriod = new("có hiệu lực từ {0} đến hết {1}", "in force from {0} to {1}");
    public static readonly LocalizedText CheckedOn = new("Kiểm tra ngày {0}.", "Checked on {0}.");
    public static readonly LocalizedText AppliesSince = new("Áp dụng từ {0}. Kiểm tra ngày {1}.", "Applies since {0}. Checked on {1}.");
    public static readonly LocalizedText AppliesUntil = new(
        "Áp dụng từ {0} đến hết {1}. Kiểm tra ngày {2}.",
        "Applies from {0} to {1}. Checked on {2}."
    );
    public static readonly LocalizedText Ended = new(
        "Nội dung này đã hết hiệu lực từ sau ngày {0}. Anh/chị đừng dùng làm căn cứ cho việc hiện nay.",
        "This ended on {0}. Please do not rely on it today."
    );
    public static readonly LocalizedText OnHold = new(
        "Từ ngày {0}, nội dung này đang được rà soát nên tạm chưa hiển thị.",
        "Since {0} this has been under review and is not shown for now."
    );
    public static readonly LocalizedText Withdrawn = new(
        "Hướng dẫn này đã được thu hồi từ ngày {0}.",
        "This guidance was withdrawn on {0}."
    );
    public static readonly LocalizedText NotYet = new("Nội dung này có hiệu lực từ {0}.", "This applies from {0}.");
    public static readonly LocalizedText Unconfirmed = new(
        "Một phần nguồn là báo hoặc trang luật, chưa đối chiếu văn bản gốc: anh/chị hỏi lại trước khi dùng.",
        "Some of the sources are press or legal websites and were not compared with the original: please ask before relying on them."
    );
    public static readonly LocalizedText Related = new("Bài liên quan", "Related articles");
    public static readonly LocalizedText Changes = new("Bài mới kiểm tra (Atom)", "Recently checked (Atom)");
    public static readonly LocalizedText FeedTitle = new("Hướng dẫn mới kiểm tra", "Recently checked guidance");

    /// <summary>Where no contact is configured.</summary>
    public static readonly LocalizedText ContactUnconfirmed = new(
        "Địa chỉ, điện thoại và giờ làm việc chưa được xác nhận nên không ghi ở đây, để anh/chị không đi nhầm hoặc gọi nhầm.",
        "The address, telephone and opening hours have not been confirmed, so they are not given here: nobody should go or call in vain."
    );
}
