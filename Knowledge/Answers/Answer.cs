using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Guides;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// The outcome of one question: a closed set (the nested records), so that whoever shows an answer must say what it does with each.
/// </summary>
/// <param name="Text">What is said, Markdown, in <paramref name="Language"/>.</param>
/// <param name="Confidence">The estimated chance, 0 to 1, that this outcome is the right one.</param>
public abstract record Answer(string Text, Lang Language, double Confidence)
{
    /// <summary>What the text rests on; empty where the outcome states no rule.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>Up to three questions that lead on, each answerable when asked in these words.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>Part of what was asked is not confirmed, or only a person can answer it: the text says so and a request should be
    /// offered.</summary>
    public bool OffersRequest { get; init; }

    /// <summary>The question as it was understood: a follow-up with what it left out, one of several; null where it is as typed.</summary>
    public string? Meant { get; init; }

    /// <summary>What the question said about the own enterprise, to be remembered for the conversation.</summary>
    public AskerFacts Said { get; init; } = AskerFacts.None;

    /// <summary>The rule that told this answer, with its facts; null where none did.</summary>
    public RuleState? Rule { get; init; }

    /// <summary>A rule that can tell more once the asker's facts are known; null when none can.</summary>
    public Guide? Guide { get; init; }

    /// <summary>The rule is what was asked for: its questions take the answer's place.</summary>
    public bool StartsGuide { get; init; }

    /// <summary>How the outcome came about; for officials and editors, never for askers.</summary>
    public AnswerTrace Trace { get; init; } = AnswerTrace.Empty;

    /// <summary>A passage supports an answer with enough confidence.</summary>
    /// <param name="More">The article's other sections, shown on demand.</param>
    public sealed record Answered(
        string Text,
        Lang Language,
        double Confidence,
        string ArticleKey,
        string Title,
        IReadOnlyList<AnswerSection> More
    ) : Answer(Text, Language, Confidence);

    /// <summary>Readings compete, or a rule lacks a fact: one question with choices.</summary>
    public sealed record Clarify(string Text, Lang Language, double Confidence, IReadOnlyList<FollowUp> Choices)
        : Answer(Text, Language, Confidence);

    /// <summary>The rule asked for is not in force on the day asked about; the text says what replaced it.</summary>
    public sealed record Expired(
        string Text,
        Lang Language,
        double Confidence,
        string ArticleKey,
        string Title,
        IReadOnlyList<AnswerSection> More
    ) : Answer(Text, Language, Confidence);

    /// <summary>Nothing supports an answer: a request is offered.</summary>
    public sealed record Unanswerable(string Text, Lang Language, double Confidence) : Answer(Text, Language, Confidence);

    /// <summary>Needs the enterprise's own file, a decision or a dispute: a request is offered.</summary>
    public sealed record Personal(string Text, Lang Language, double Confidence) : Answer(Text, Language, Confidence);

    /// <summary>Not the Department's matter.</summary>
    public sealed record OutOfScope(string Text, Lang Language, double Confidence) : Answer(Text, Language, Confidence);

    /// <summary>A greeting, thanks or a question about the assistant itself.</summary>
    public sealed record SmallTalk(string Text, Lang Language, SmallTalkKind Kind) : Answer(Text, Language, 1);

    /// <summary>Something for the dialogs to do.</summary>
    public sealed record Command(Lang Language, CommandKind Kind, double Confidence = 1) : Answer("", Language, Confidence);

    /// <summary>Something of ours failed.</summary>
    /// <param name="Reference">Ties what the asker sees to the log.</param>
    public sealed record Fault(string Text, Lang Language, string Reference) : Answer(Text, Language, 0);
}

/// <summary>What an answer rests on.</summary>
/// <param name="Key">The article's key.</param>
/// <param name="Document">The document's number, or a short name where there is none.</param>
/// <param name="Clause">In the answer's language: <c>Điều 11</c> or <c>Article 11</c>; null when the whole document is meant.</param>
/// <param name="Checked">The day a person last held the article against its sources.</param>
public sealed record Citation(
    string Key,
    string Title,
    string Document,
    string? Clause,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil,
    DateOnly Checked
)
{
    /// <summary>The amounts, shares, dates and periods that rest on it, as written in the Vietnamese text.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];
}

/// <summary>A question that leads on.</summary>
/// <param name="Key">The article that answers it.</param>
public sealed record FollowUp(string Key, string Question);

/// <summary>A further section of the article, shown when the asker wants more.</summary>
public sealed record AnswerSection(string Id, string Heading, string Markdown);

public enum SmallTalkKind
{
    Greeting,
    Thanks,
    Goodbye,
    WhoAreYou,

    /// <summary>Anger at the assistant, with no question in it.</summary>
    Displeased,

    /// <summary>"Ủa vậy hả": nothing is asked.</summary>
    Surprised,
}

public enum CommandKind
{
    Help,
    Cancel,

    /// <summary>Nothing is to happen yet; what is under way stays open.</summary>
    Postpone,

    /// <summary>Start a support request.</summary>
    Request,

    /// <summary>The status of a request.</summary>
    Status,

    /// <summary>The number of a request is not known.</summary>
    NoNumber,

    /// <summary>Take back a request that was sent.</summary>
    Withdraw,
    Vietnamese,
    English,

    /// <summary>Answer the last question again, in this language from now on.</summary>
    RepeatInVietnamese,
    RepeatInEnglish,

    /// <summary>Walk the checklist of what buyers ask of a supplier.</summary>
    SupplierReadiness,

    /// <summary>The rest of the last answer.</summary>
    More,

    /// <summary>Find out the size class, step by step.</summary>
    CheckSize,

    /// <summary>Work out the most that support may come to.</summary>
    CheckSupport,

    /// <summary>Walk the conditions of a tax relief.</summary>
    CheckTax,

    /// <summary>Work out a deadline.</summary>
    CheckDeadline,

    /// <summary>What the conversation remembers about the enterprise.</summary>
    WhatIsKnown,

    /// <summary>Delete what is kept about the asker.</summary>
    DeleteMyData,
}
