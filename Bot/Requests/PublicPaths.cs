using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Requests;

/// <summary>The paths of public pages that messages link to.</summary>
internal static class PublicPaths
{
    /// <summary>The address of a path of the service, whose public address may have a path of its own.</summary>
    /// <param name="path">Begins with a slash.</param>
    public static Uri Resolve(Uri publicUrl, string path) => new(publicUrl.AbsoluteUri.TrimEnd('/') + path);

    /// <summary>The list of all topics.</summary>
    public static string Guidance(Lang lang) => lang == Lang.En ? "/en/guidance" : "/huong-dan";

    /// <summary>The page of an article: its key identifies it, and the page redirects to the address with the title.</summary>
    public static string Article(string key, Lang lang) => $"{Guidance(lang)}/{key.ToLowerInvariant().Replace('.', '-')}";
}
