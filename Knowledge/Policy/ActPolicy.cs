using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>What messages do, by examples; see <c>acts.yaml</c>.</summary>
internal sealed record ActPolicy
{
    /// <summary>Polite words before what is meant.</summary>
    public IReadOnlyList<string> Openers { get; init; } = [];

    /// <summary>Polite words after what is meant.</summary>
    public IReadOnlyList<string> Closers { get; init; } = [];

    /// <summary>Words that a confirmation does not have.</summary>
    [YamlMember(Alias = "doubts")]
    public IReadOnlyList<string> DoubtWords { get; init; } = [];

    /// <summary>How the languages are called, without diacritics.</summary>
    [YamlMember(Alias = "vietnamese")]
    public IReadOnlyList<string> VietnameseNames { get; init; } = [];

    [YamlMember(Alias = "english")]
    public IReadOnlyList<string> EnglishNames { get; init; } = [];

    /// <summary>Directly before the language that is wanted, where both are named.</summary>
    [YamlMember(Alias = "towards")]
    public IReadOnlyList<string> WordsBeforeLanguage { get; init; } = [];

    /// <summary>How questions are recognised by their words.</summary>
    [YamlMember(Alias = "questions")]
    public QuestionForms QuestionForms { get; init; } = new();

    /// <summary>Words as typed in chats, without diacritics, with the words that they stand for.</summary>
    public Dictionary<string, string> Abbreviations { get; init; } = [];

    public List<ActExamples> Acts { get; init; } = [];

    /// <summary>What further people wrote (<see cref="ActPhrasing.ReadFolder"/>): more to learn from, but certain of nothing.</summary>
    [YamlIgnore]
    public IReadOnlyList<ActPhrasing> Phrasings { get; init; } = [];
}

/// <summary>Words that make a question of a text without a question mark; without diacritics, compared as whole words.</summary>
internal sealed record QuestionForms
{
    /// <summary>Wherever they are.</summary>
    [YamlMember(Alias = "anywhere")]
    public IReadOnlyList<string> PhrasesAnywhere { get; init; } = [];

    /// <summary>At the beginning.</summary>
    [YamlMember(Alias = "first")]
    public IReadOnlyList<string> PhrasesAtStart { get; init; } = [];

    /// <summary>At the end, before a closer or none.</summary>
    [YamlMember(Alias = "last")]
    public IReadOnlyList<string> PhrasesAtEnd { get; init; } = [];
}

/// <summary>Examples of one act, one a line.</summary>
internal sealed record ActExamples
{
    public required DialogueAct Act { get; init; }

    /// <summary>What the act is about: a language, or the check that is started.</summary>
    public string? Target { get; init; }

    /// <summary>A longer message does something else, unless it is one of the examples.</summary>
    [YamlMember(Alias = "mostWords")]
    public int MaxWords { get; init; } = 16;

    /// <summary>The probability below which a message is taken for a question.</summary>
    [YamlMember(Alias = "floor")]
    public double MinProbability { get; init; } = .6;

    public string Vi { get; init; } = "";

    public string En { get; init; } = "";

    public IEnumerable<string> GetExamples() =>
        (Vi + "\n" + En).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What a message does in the conversation.</summary>
public enum DialogueAct
{
    /// <summary>Asks something of content; also what is no other act.</summary>
    Ask,

    /// <summary>Gives facts, or corrects them.</summary>
    Inform,
    Confirm,
    Cancel,

    /// <summary>Wants nothing to happen yet.</summary>
    Postpone,
    WantPerson,

    /// <summary>Where the asker's own request is, who has it.</summary>
    MyCase,

    /// <summary>Has no number by which the request could be found.</summary>
    NoNumber,
    Withdraw,
    Forget,

    /// <summary>What is kept about the asker.</summary>
    Export,
    Help,
    Language,

    /// <summary>Wants the last answer in another language.</summary>
    Repeat,
    Thanks,
    Greet,
    Goodbye,
    WhoAreYou,
    Complain,
    Surprised,
    More,

    /// <summary>Starts a check, such as the size class.</summary>
    Start,
    Unlawful,
    Nonsense,
}
