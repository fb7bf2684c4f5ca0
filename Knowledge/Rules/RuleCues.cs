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

    /// <summary>For which period a household business declares.</summary>
    public FilingWords Filing { get; init; } = new();

    /// <summary>Words before the figures of a parent company.</summary>
    [YamlMember(Alias = "parent")]
    public string ParentWords { get; init; } = "";

    /// <summary>Words after which the figures are those of the asker's enterprise again.</summary>
    [YamlMember(Alias = "ownAgain")]
    public string OwnAgainWords { get; init; } = "";

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

/// <summary>Words of the matters to which a message can change; groups as in <see cref="PhraseGroups"/>.</summary>
public sealed record MatterWords
{
    public string Training { get; init; } = "";

    public string Loans { get; init; } = "";

    /// <summary>What is bought, sold or certified beside the support that has a ceiling.</summary>
    public string Business { get; init; } = "";

    public string Support { get; init; } = "";

    public string Tax { get; init; } = "";

    public string Sector { get; init; } = "";
}

/// <summary>Words around a bare value that tell what it is.</summary>
public sealed record FactWords
{
    public string Capital { get; init; } = "";

    public string Revenue { get; init; } = "";

    public string Contract { get; init; } = "";

    public string Employees { get; init; } = "";

    /// <summary>Before a number without a unit that counts neither people nor money: "thuế từ 15 lên 17".</summary>
    public string Others { get; init; } = "";

    /// <summary>Before a number that somebody believed: "tưởng 500 triệu cơ".</summary>
    public string Beliefs { get; init; } = "";

    /// <summary>A sum of a year is a revenue; the capital is that of a day.</summary>
    public string Periods { get; init; } = "";

    /// <summary>Directly before a value that does not hold: "chứ không phải 97".</summary>
    public string Denials { get; init; } = "";

    /// <summary>Directly before a sum that names what somebody gives: "cái 300 triệu của Hà Nội".</summary>
    public string Things { get; init; } = "";

    /// <summary>Directly after such a sum.</summary>
    public string Givers { get; init; } = "";

    /// <summary>Directly before the number of a document, a form or a year.</summary>
    public string Documents { get; init; } = "";
}

/// <summary>Words for the period of a declaration.</summary>
public sealed record FilingWords
{
    public string Month { get; init; } = "";

    public string Quarter { get; init; } = "";
}

/// <summary>Words with which a message goes back to an item of a list.</summary>
public sealed record ItemWords
{
    /// <summary>Before the item, without a meaning of their own.</summary>
    public string Leads { get; init; } = "";

    /// <summary>What an item is called: "câu 2", "mục (3)".</summary>
    public string Nouns { get; init; } = "";

    /// <summary>Between the noun and the number: "câu số 2".</summary>
    public string Fillers { get; init; } = "";

    /// <summary>After an ordinal: "the second one".</summary>
    public string Ordinals { get; init; } = "";

    /// <summary>The names of the first, the second and the third item, and of the last one.</summary>
    public string First { get; init; } = "";

    public string Second { get; init; } = "";

    public string Third { get; init; } = "";

    public string Last { get; init; } = "";

    /// <summary>A number before these counts something: "số 2 tỷ", "phần 3 năm".</summary>
    public string Units { get; init; } = "";
}
