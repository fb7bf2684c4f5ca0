using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Design.Public;

/// <summary>The addresses of the public pages that every page links to.</summary>
internal static class PublicPages
{
    /// <summary>The start page.</summary>
    public static string Home(Lang lang) => lang == Lang.En ? "/en" : "/";

    /// <summary>The list of all topics.</summary>
    public static string Guidance(Lang lang) => lang == Lang.En ? "/en/guidance" : "/huong-dan";

    /// <summary>The status of a request, by its number and a one-time code.</summary>
    public static string Lookup(Lang lang) => lang == Lang.En ? "/en/look-up" : "/tra-cuu";

    public static string Contact(Lang lang) => lang == Lang.En ? "/en/contact" : "/lien-he";

    public static string Accessibility(Lang lang) => lang == Lang.En ? "/en/accessibility" : "/tro-nang";

    public static string Privacy(Lang lang) => lang == Lang.En ? "/en/privacy" : "/privacy";
}
