using System.Globalization;

namespace PolicyAssistantBot.Knowledge;

/// <summary>The two languages in which every text exists. Vietnamese is the first.</summary>
public enum Lang
{
    /// <summary>Vietnamese, BCP 47 <c>vi</c>.</summary>
    Vi,

    /// <summary>English, BCP 47 <c>en</c>.</summary>
    En,
}

/// <summary>The BCP 47 codes of <see cref="Lang"/>.</summary>
public static class LangCodes
{
    public static string Code(this Lang lang) => lang == Lang.En ? "en" : "vi";

    /// <summary>The language with its region, as activities carry it in their <c>locale</c>.</summary>
    public static string Locale(this Lang lang) => lang == Lang.En ? "en-US" : "vi-VN";

    /// <summary>Reads a BCP 47 tag such as <c>vi</c>, <c>vi-VN</c> or <c>en-US</c>; null when it is neither language.</summary>
    public static Lang? Parse(string? tag) =>
        tag switch
        {
            not null when tag.StartsWith("vi", StringComparison.OrdinalIgnoreCase) => Lang.Vi,
            not null when tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) => Lang.En,
            _ => null,
        };
}

/// <summary>One text in both languages; neither may be missing.</summary>
public sealed record LocalizedText(string Vi, string En)
{
    public string this[Lang lang] => lang == Lang.En ? En : Vi;

    /// <summary>The text with its placeholders {0}, {1}, … filled in. Write numbers and dates with <see cref="LocalFormat"/>
    /// first.</summary>
    public string With(Lang lang, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, this[lang], values);

    /// <summary>The text in both languages with the same values, such as names and small numbers.</summary>
    public LocalizedText InBoth(params ReadOnlySpan<object?> values) => new(With(Lang.Vi, values), With(Lang.En, values));
}
