namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>A sentence that somebody else worded, with the ids of the passages that are said to support it.</summary>
public sealed record DraftSentence(string Text, IReadOnlyList<string> Passages);

/// <summary>A text that people wrote and reviewed, in the answer's language. The first of a list is the one that answers.</summary>
public sealed record SupportPassage(string Id, string Text);

/// <summary>What a worded answer is held to, beside its passages.</summary>
/// <param name="Canary">A word that stands in the instructions alone: whoever repeats it repeats the instructions.</param>
/// <param name="Instructions">Nothing of them may be shown.</param>
public sealed record CheckRules(Lang Language, string Canary, string Instructions)
{
    /// <summary>Longer answers are not read on a telephone.</summary>
    public int MaxWords { get; init; } = 120;

    /// <summary>Addresses that citations name; any other is not shown.</summary>
    public IReadOnlyCollection<string> Links { get; init; } = [];
}

/// <summary>Why a sentence is not shown.</summary>
public enum DropReason
{
    /// <summary>It names no passage that was given.</summary>
    UnknownPassage,

    /// <summary>No place of its passages says this.</summary>
    NoSupport,

    /// <summary>An amount, share, date, period, document or other number does not stand there, or belongs to something else
    /// there.</summary>
    Figure,

    /// <summary>A body, person or product is not named there.</summary>
    Name,

    /// <summary>It says yes where the passage says no, or the other way round.</summary>
    Negation,

    /// <summary>It leaves out the condition under which the passage says it.</summary>
    Condition,
    Link,
    Markup,
    Language,
    Instruction,
    TooLong,
    Repeated,
}

/// <summary>A sentence that is not shown, and why.</summary>
public sealed record DroppedSentence(DraftSentence Sentence, DropReason Reason);

/// <summary>What is left of a worded answer.</summary>
/// <param name="Answers">What is left still answers; otherwise nothing of it is to be shown.</param>
public sealed record CheckedReply(IReadOnlyList<DraftSentence> Kept, IReadOnlyList<DroppedSentence> Dropped, bool Answers)
{
    public string Text => string.Join(' ', Kept.Select(sentence => sentence.Text));
}
