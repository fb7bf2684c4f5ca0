namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>A sentence by a model, with the ids of the passages that it cites.</summary>
public sealed record DraftSentence(string Text, IReadOnlyList<string> PassageIds);

/// <summary>A reviewed text in the answer's language. The first one of a list is the one that answers the question.</summary>
public sealed record SupportPassage(string Id, string Text);

/// <summary>The rules for a worded answer, in addition to its passages.</summary>
/// <param name="Canary">A random word of the instructions; a reply that contains it leaks the instructions.</param>
/// <param name="Instructions">The prompt, no part of which may be shown.</param>
public sealed record CheckRules(Lang Language, string Canary, string Instructions)
{
    /// <summary>Longer answers are hard to read on a telephone.</summary>
    public int MaxWords { get; init; } = 120;

    /// <summary>Addresses that may be shown although no passage contains them.</summary>
    public IReadOnlyCollection<string> AllowedLinks { get; init; } = [];
}

/// <summary>The reason for which a sentence is not shown.</summary>
public enum DropReason
{
    /// <summary>It cites none of the given passages.</summary>
    UnknownPassage,

    /// <summary>No sentence of the cited passages states this.</summary>
    NoSupport,

    /// <summary>
    /// An amount, share, date, period, document or other number is not in the cited passages, or belongs to something else there.
    /// </summary>
    Figure,

    /// <summary>A body, person or product is not named in the cited passages.</summary>
    Name,

    /// <summary>It affirms what the passage negates, or the other way round.</summary>
    Negation,

    /// <summary>It omits the passage's condition, or adds one.</summary>
    Condition,
    Link,
    Markup,
    Language,
    Instruction,
    TooLong,
    Repeated,
}

/// <summary>A sentence that is not shown, with the reason.</summary>
public sealed record DroppedSentence(DraftSentence Sentence, DropReason Reason);

/// <summary>The sentences of a worded answer that passed the check.</summary>
/// <param name="AnswersQuestion">Whether the kept sentences still answer the question; if not, none of them is shown.</param>
public sealed record CheckedReply(
    IReadOnlyList<DraftSentence> KeptSentences,
    IReadOnlyList<DroppedSentence> DroppedSentences,
    bool AnswersQuestion
)
{
    public string Text => string.Join(' ', KeptSentences.Select(sentence => sentence.Text));
}
