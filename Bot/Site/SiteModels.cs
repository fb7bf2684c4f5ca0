using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Holds;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Site;

/// <summary>What every public page needs to know of the request.</summary>
/// <param name="Path">The path of this page.</param>
/// <param name="OtherPath">The path of this page in the other language.</param>
/// <param name="BaseAddress">The public address of the service, without a slash at the end.</param>
public sealed record SiteContext(Lang Lang, string Path, string OtherPath, string BaseAddress)
{
    /// <summary>The name of the department in the page's language.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How the department is reached besides the chat; empty where that is not configured.</summary>
    public string Contact { get; init; } = "";

    public Lang Other => Lang == Lang.En ? Lang.Vi : Lang.En;
}

/// <summary>The list of topics, or the results of a search.</summary>
/// <param name="Query">Null without a search.</param>
public sealed record GuidanceModel(IReadOnlyDictionary<string, int> ArticlesByTopic, string? Query, SearchFindings Results);

/// <summary>The start page.</summary>
/// <param name="Pause">What is said while the chat is switched off; empty when it is on.</param>
/// <param name="CanLookUpByNumber">Whether the status of a request is shown for its number.</param>
public sealed record HomeModel(IReadOnlyDictionary<string, int> ArticlesByTopic, IReadOnlyList<string> Pause, bool CanLookUpByNumber);

/// <summary>The page about contact.</summary>
/// <param name="Articles">What is known of bodies and their contacts.</param>
public sealed record ContactModel(IReadOnlyList<Article> Articles);

/// <summary>The articles of one topic, by title.</summary>
public sealed record TopicModel(string Topic, IReadOnlyList<Article> Articles);

/// <summary>One article as it applies today.</summary>
/// <param name="Hold">What keeps the article from being shown; null when nothing does.</param>
public sealed record ArticleModel(
    Article Article,
    DateOnly Today,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Article> Related,
    LegalRegister Register,
    Hold? Hold
);
