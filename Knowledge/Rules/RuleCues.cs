namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>The words by which messages ask for rules and change their facts; data that editors keep.</summary>
public sealed record RuleCues
{
    public List<RuleCue> Cues { get; init; } = [];

    public string Household { get; init; } = "";

    /// <summary>Words of a shop, which is a household business where tax of a stated revenue is asked and no company is named.</summary>
    public string Shop { get; init; } = "";

    public string Company { get; init; } = "";

    public string Affiliated { get; init; } = "";

    public string Dissolved { get; init; } = "";

    public string Other { get; init; } = "";

    public string Women { get; init; } = "";

    /// <summary>A number after these is added to what was known.</summary>
    public string More { get; init; } = "";

    /// <summary>A number after these is taken from what was known.</summary>
    public string Fewer { get; init; } = "";

    /// <summary>Words that say that the number after them is the right one.</summary>
    public string Settled { get; init; } = "";

    /// <summary>A value said with these holds for that question only.</summary>
    public string Hypothetical { get; init; } = "";

    /// <summary>Words that say that something was said wrongly before.</summary>
    public string Correction { get; init; } = "";

    /// <summary>A number after these stands for itself, whatever else is said.</summary>
    public string Absolute { get; init; } = "";

    /// <summary>Words that say nothing of a matter of their own.</summary>
    public string Fillers { get; init; } = "";

    public static RuleCues Default { get; } = RuleData.Load<RuleCues>("rule-cues.yaml");
}

public sealed record RuleCue
{
    public string Rule { get; init; } = "";

    public List<string> About { get; init; } = [];

    public string Not { get; init; } = "";

    /// <summary>Names of the facts that must be known.</summary>
    public List<string> Needs { get; init; } = [];

    /// <summary>How closely a text asks for the rule; 0 where it does not.</summary>
    /// <param name="text">Folded words with a space at both ends.</param>
    public int Score(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lengths = About.ConvertAll(group => PhraseGroups.Longest(group, text));
        return lengths.Contains(0) || PhraseGroups.Holds(Not, text) ? 0 : (10 * Needs.Count) + lengths.Sum();
    }
}
