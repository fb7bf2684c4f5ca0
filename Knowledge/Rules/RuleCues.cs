namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>The words with which messages ask for a rule or change its facts. Editors maintain the file.</summary>
public sealed record RuleCues
{
    public List<RuleCue> Cues { get; init; } = [];

    public string Household { get; init; } = "";

    /// <summary>
    /// Words for a shop. A shop counts as a household business when a message asks about the tax on a given revenue and names no company.
    /// </summary>
    public string Shop { get; init; } = "";

    public string Company { get; init; } = "";

    public string Affiliated { get; init; } = "";

    public string Dissolved { get; init; } = "";

    public string Other { get; init; } = "";

    public string Women { get; init; } = "";

    /// <summary>A number after these words is added to the known number.</summary>
    public string More { get; init; } = "";

    /// <summary>A number after these words is subtracted from the known number.</summary>
    public string Fewer { get; init; } = "";

    /// <summary>Words after which a number is the correct one.</summary>
    public string Settled { get; init; } = "";

    /// <summary>A value with these words applies to that question only.</summary>
    public string Hypothetical { get; init; } = "";

    /// <summary>Words that correct an earlier statement.</summary>
    public string Correction { get; init; } = "";

    /// <summary>A number after these words replaces the known number.</summary>
    public string Absolute { get; init; } = "";

    /// <summary>Words that do not introduce a topic of their own.</summary>
    public string Fillers { get; init; } = "";

    public static RuleCues Default { get; } = RuleData.Load<RuleCues>("rule-cues.yaml");
}

public sealed record RuleCue
{
    public string Rule { get; init; } = "";

    public List<string> About { get; init; } = [];

    public string Not { get; init; } = "";

    /// <summary>The names of the facts that must be known.</summary>
    public List<string> Needs { get; init; } = [];

    /// <summary>The score of a text for the rule; 0 when it does not ask for it.</summary>
    /// <param name="text">Folded words with a space at both ends.</param>
    public int Score(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lengths = About.ConvertAll(group => PhraseGroups.Longest(group, text));
        return lengths.Contains(0) || PhraseGroups.Holds(Not, text) ? 0 : (10 * Needs.Count) + lengths.Sum();
    }
}
