namespace PolicyAssistantBot.Knowledge.Answers.RuleWording;

internal static partial class RuleTexts
{
    /// <summary>{0} share, {1} bound, {2} clause.</summary>
    public static LocalizedText WomenEnough { get; } =
        new(
            "**Có thể được coi** là doanh nghiệp do phụ nữ làm chủ: phụ nữ sở hữu {0}%, từ {1}% vốn điều lệ trở lên, và phải "
                + "có ít nhất một phụ nữ quản lý điều hành ({2}).",
            "It **may count** as women-owned: women hold {0}%, at least {1}% of the charter capital, and at least one woman "
                + "must manage the enterprise ({2})."
        );

    /// <summary>{0} share, {1} bound, {2} clause.</summary>
    public static LocalizedText WomenTooFew { get; } =
        new(
            "**Không**: phụ nữ sở hữu {0}%, chưa tới mức {1}% vốn điều lệ. Để được coi là do phụ nữ làm chủ cần từ {1}% trở "
                + "lên và ít nhất một phụ nữ quản lý điều hành ({2}).",
            "**No**: women hold {0}%, below {1}% of the charter capital. To count as women-owned it takes at least {1}% and "
                + "at least one woman who manages the enterprise ({2})."
        );

    /// <summary>{0} months, {1} bound, {2} clause.</summary>
    public static LocalizedText DissolvedLongAgo { get; } =
        new(
            "**Không còn vướng** điều kiện này: doanh nghiệp cũ giải thể {0} tháng, đã đủ {1} tháng ({2}). Vẫn phải đủ các "
                + "điều kiện khác; cơ quan thuế xác định khi kê khai.",
            "This condition **no longer stands in the way**: the old enterprise was dissolved {0} months ago, {1} months or "
                + "more ({2}). The other conditions must still be met; the tax authority decides on the declaration."
        );

    /// <summary>{0} months, {1} bound, {2} clause.</summary>
    public static LocalizedText DissolvedRecently { get; } =
        new(
            "**Không được miễn**: doanh nghiệp cũ giải thể {0} tháng, chưa đủ {1} tháng, nên vẫn bị loại trừ ({2}).",
            "**Not exempt**: the old enterprise was dissolved {0} months ago, less than {1} months, so the exclusion still applies ({2})."
        );

    /// <summary>{0} months, {1} clause.</summary>
    public static LocalizedText OtherActive { get; } =
        new(
            "**Không được miễn**: người đại diện theo pháp luật có góp vốn, thành viên hợp danh hoặc người góp vốn cao nhất mà "
                + "đã tham gia với bất kỳ vai trò nào trong ba vai trò đó ở doanh nghiệp đang hoạt động, hoặc giải thể chưa đủ {0} "
                + "tháng, thì bị loại trừ ({1}).",
            "**Not exempt**: a legal representative with capital, a general partner or the largest contributor who held any of "
                + "these three roles in an enterprise that is active, or was dissolved less than {0} months ago, rules it out ({1})."
        );

    /// <summary>{0} today.</summary>
    public static LocalizedText DuePassed { get; } = new("Ngày đó **đã qua** (hôm nay là {0}).", "That day **has passed** (today is {0}).");

    /// <summary>{0} the day asked about.</summary>
    public static LocalizedText AsOf { get; } = new("Xét tại ngày {0}:", "As of {0}:");
}
