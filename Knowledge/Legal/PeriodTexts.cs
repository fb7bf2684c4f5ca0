namespace PolicyAssistantBot.Knowledge.Legal;

/// <summary>The notice shown in place of a statement that does not apply on the day.</summary>
internal static class PeriodTexts
{
    /// <summary>{0} the first day on which it no longer applies, {1} the rule that applies then.</summary>
    public static LocalizedText ChangedFrom { get; } = new("**Thay đổi từ {0}:** {1}", "**Changed from {0}:** {1}");

    /// <summary>{0} the last day.</summary>
    private static LocalizedText EndedWithoutReplacement { get; } =
        new(
            "**Lưu ý:** một quy định ở đây đã hết hiệu lực sau ngày {0}; quy định thay thế chưa được kiểm chứng. Anh/chị gửi yêu cầu để "
                + "Sở Tài chính trả lời.",
            "**Please note:** a rule here ended after {0}; what replaced it has not been verified. Please send a request to the "
                + "Department of Finance."
        );

    /// <summary>{0} the first day.</summary>
    private static LocalizedText AppliesFrom { get; } =
        new("**Lưu ý:** có quy định ở đây chỉ áp dụng từ ngày {0}.", "**Please note:** a rule here only applies from {0}.");

    public static string FormatEnded(DateOnly? until, LocalizedText? then, Lang lang) =>
        until is not { } day ? ""
        : then is null ? EndedWithoutReplacement.With(lang, LocalFormat.Day(day, lang))
        : ChangedFrom.With(lang, LocalFormat.Day(day.AddDays(1), lang), then[lang]);

    public static string FormatNotYetInForce(DateOnly? from, Lang lang) =>
        from is { } day ? AppliesFrom.With(lang, LocalFormat.Day(day, lang)) : "";
}
