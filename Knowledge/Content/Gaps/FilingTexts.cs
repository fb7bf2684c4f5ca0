namespace PolicyAssistantBot.Knowledge.Content.Gaps;

/// <summary>The words for how a scheme is applied for, and for what is not known about it.</summary>
public static class FilingTexts
{
    public static LocalizedText Heading { get; } = new("Nộp hồ sơ", "How to apply");

    public static LocalizedText Unknown { get; } = new("Điều chưa rõ", "What is not known");

    /// <summary>{0} title, {1} text.</summary>
    internal static LocalizedText Line { get; } = new("- **{0}:** {1}", "- **{0}:** {1}");

    /// <summary>{0} what is not known.</summary>
    private static readonly LocalizedText AskHere = new(
        "Chưa rõ: {0}. Anh/chị gửi yêu cầu để Sở Tài chính trả lời.",
        "Not known yet: {0}. Send a request, and the Department of Finance will answer."
    );

    /// <summary>{0} what is not known, {1} who can be asked.</summary>
    private static readonly LocalizedText AskThere = new(
        "Chưa rõ: {0}. Anh/chị hỏi {1}; chưa biết hỏi ai thì gửi yêu cầu.",
        "Not known yet: {0}. Ask {1}; if you do not know whom to ask, send a request."
    );

    /// <summary>{0} what was asked and is not known.</summary>
    private static readonly LocalizedText AskedHere = new(
        "Về {0}: chưa có nguồn xác nhận. Anh/chị gửi yêu cầu để Sở Tài chính trả lời.",
        "About {0}: no source confirms it yet. Send a request, and the Department of Finance will answer."
    );

    /// <summary>{0} what was asked and is not known, {1} who can be asked.</summary>
    private static readonly LocalizedText AskedThere = new(
        "Về {0}: chưa có nguồn xác nhận. Anh/chị hỏi {1}; chưa biết hỏi ai thì gửi yêu cầu.",
        "About {0}: no source confirms it yet. Ask {1}; if you do not know whom to ask, send a request."
    );

    /// <summary>{0} what else is not known.</summary>
    private static readonly LocalizedText AlsoUnknown = new("Cũng chưa rõ: {0}.", "Also not known yet: {0}.");

    public static LocalizedText GetTitle(FilingFact fact) =>
        fact switch
        {
            FilingFact.Where => new("Nơi nộp", "Where"),
            FilingFact.Form => new("Mẫu hồ sơ", "Form"),
            FilingFact.Deadline => new("Hạn nộp", "Deadline"),
            FilingFact.Decides => new("Nơi quyết định", "Who decides"),
            _ => new("Liên hệ", "Contact"),
        };

    /// <summary>The fact within a list of what is not known.</summary>
    public static LocalizedText GetName(FilingFact fact) =>
        fact switch
        {
            FilingFact.Where => new("đơn vị nhận hồ sơ", "which unit takes the application"),
            FilingFact.Form => new("mẫu hồ sơ", "the form"),
            FilingFact.Deadline => new("hạn nộp", "the deadline"),
            FilingFact.Decides => new("nơi quyết định", "who decides"),
            _ => new("đầu mối liên hệ", "whom to contact"),
        };

    /// <summary>What a gap is about: <c>nơi nộp, hạn nộp, mức hỗ trợ</c>.</summary>
    public static string FormatFacts(KnowledgeGap gap, Lang lang)
    {
        ArgumentNullException.ThrowIfNull(gap);
        return string.Join(", ", gap.Facts.Select(fact => GetName(fact)[lang]).Concat(gap.About is { } about ? new[] { about[lang] } : []));
    }

    /// <summary>The parts of what is not known besides the facts of applying.</summary>
    internal static IReadOnlyList<string> SplitAbout(KnowledgeGap gap, Lang lang) =>
        gap.About is not { } about
            ? []
            : about[lang].Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The sentence with which an answer begins where what is asked is not known.</summary>
    internal static string FormatAsked(KnowledgeGap gap, IReadOnlyList<string> parts, Lang lang)
    {
        var asked = string.Join(", ", parts);
        return gap.Ask == PublicBodies.Department
            ? AskedHere.With(lang, asked)
            : AskedThere.With(lang, asked, PublicBodies.Find(gap.Ask)?.Name[lang] ?? gap.Ask);
    }

    /// <summary>The line that tells the rest of a gap of which some parts were told first; null where nothing is left.</summary>
    internal static string? FormatOthers(KnowledgeGap gap, IReadOnlyList<string> parts, Lang lang)
    {
        List<string> others = [.. gap.Facts.Select(fact => GetName(fact)[lang]).Concat(SplitAbout(gap, lang)).Except(parts)];
        return others.Count == 0 ? null : AlsoUnknown.With(lang, string.Join(", ", others));
    }

    /// <summary>The one line with which an answer tells a gap.</summary>
    public static string FormatGap(KnowledgeGap gap, Lang lang)
    {
        ArgumentNullException.ThrowIfNull(gap);
        return gap.Ask == PublicBodies.Department
            ? AskHere.With(lang, FormatFacts(gap, lang))
            : AskThere.With(lang, FormatFacts(gap, lang), PublicBodies.Find(gap.Ask)?.Name[lang] ?? gap.Ask);
    }
}
