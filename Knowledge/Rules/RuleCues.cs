using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>The words with which messages ask for a rule or change its facts. Editors maintain the file.</summary>
public sealed record RuleCues
{
    public List<RuleCue> Cues { get; init; } = [];

    /// <summary>
    /// Words for a shop. A shop counts as a household business when a message asks about the tax on a given revenue and names no company.
    /// </summary>
    [YamlMember(Alias = "shop")]
    public string ShopWords { get; init; } = "";

    [YamlMember(Alias = "company")]
    public string CompanyWords { get; init; } = "";

    [YamlMember(Alias = "affiliated")]
    public string AffiliatedWords { get; init; } = "";

    /// <summary>Phrases of kinship that contain words of affiliation: "công ty con trai" (a son's company).</summary>
    [YamlMember(Alias = "kinship")]
    public string KinshipWords { get; init; } = "";

    /// <summary>Words of what others say: figures with them are no facts about the asker's enterprise.</summary>
    [YamlMember(Alias = "hearsay")]
    public string HearsayWords { get; init; } = "";

    [YamlMember(Alias = "dissolved")]
    public string DissolvedWords { get; init; } = "";

    [YamlMember(Alias = "other")]
    public string OtherWords { get; init; } = "";

    /// <summary>Words for a woman that count only as they are written here, with their marks.</summary>
    [YamlMember(Alias = "womenWithMarks")]
    public string WomenWordsWithMarks { get; init; } = "";

    [YamlMember(Alias = "women")]
    public string WomenWords { get; init; } = "";

    /// <summary>A number after these words is added to the known number.</summary>
    [YamlMember(Alias = "more")]
    public string IncreaseWords { get; init; } = "";

    /// <summary>A number after these words is subtracted from the known number.</summary>
    [YamlMember(Alias = "fewer")]
    public string DecreaseWords { get; init; } = "";

    /// <summary>Words after which a number is the correct one.</summary>
    [YamlMember(Alias = "settled")]
    public string ConfirmationWords { get; init; } = "";

    /// <summary>A value with these words applies to that question only.</summary>
    [YamlMember(Alias = "hypothetical")]
    public string HypotheticalWords { get; init; } = "";

    /// <summary>Words that correct an earlier statement.</summary>
    [YamlMember(Alias = "correction")]
    public string CorrectionWords { get; init; } = "";

    /// <summary>A number after these words replaces the known number.</summary>
    [YamlMember(Alias = "absolute")]
    public string ReplacementWords { get; init; } = "";

    /// <summary>Words that do not introduce a topic of their own.</summary>
    [YamlMember(Alias = "fillers")]
    public string FillerWords { get; init; } = "";

    /// <summary>Phrases that belong to a figure of the asker's enterprise when they are beside it.</summary>
    [YamlMember(Alias = "profile")]
    public string ProfileWords { get; init; } = "";

    /// <summary>What a figure of an enterprise counts, and its size classes: a question of these alone asks about the enterprise.</summary>
    [YamlMember(Alias = "measures")]
    public string MeasureWords { get; init; } = "";

    /// <summary>Words of a wish; figures before them introduce the asker.</summary>
    [YamlMember(Alias = "wish")]
    public string WishWords { get; init; } = "";

    /// <summary>The matters to which a message can change while a rule is the last answer.</summary>
    public MatterWords Matters { get; init; } = new();

    /// <summary>What names the fact to which a bare value belongs.</summary>
    public FactWords Facts { get; init; } = new();

    /// <summary>How a message names one of several questions by its number.</summary>
    public ItemWords Items { get; init; } = new();

    /// <summary>Words directly before people who come to the others.</summary>
    [YamlMember(Alias = "added")]
    public string AdditionWords { get; init; } = "";

    public static RuleCues Default { get; } = RuleData.Load<RuleCues>("rule-cues.yaml");
}

public sealed record RuleCue
{
    [YamlMember(Alias = "rule")]
    public string RuleKey { get; init; } = "";

    [YamlMember(Alias = "about")]
    public List<string> RequiredPhrases { get; init; } = [];

    [YamlMember(Alias = "not")]
    public string ExcludedPhrases { get; init; } = "";

    /// <summary>The names of the facts that must be known.</summary>
    [YamlMember(Alias = "needs")]
    public List<string> RequiredFacts { get; init; } = [];

    /// <summary>The score of a text for the rule; 0 when it does not ask for it.</summary>
    /// <param name="text">Folded words with a space at both ends.</param>
    public int GetScore(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lengths = RequiredPhrases.ConvertAll(group => PhraseGroups.FindLongestMatch(group, text));
        return lengths.Contains(0) || PhraseGroups.ContainsAny(ExcludedPhrases, text) ? 0 : (10 * RequiredFacts.Count) + lengths.Sum();
    }
}
