using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Answers.Holds;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// The outcome of one question: a closed set (the nested records), so that code that shows answers must handle every case.
/// </summary>
/// <param name="Text">The text of the answer, Markdown, in <paramref name="Language"/>.</param>
/// <param name="Confidence">The estimated probability that this outcome is the right one.</param>
public abstract record Answer(string Text, Lang Language, double Confidence)
{
    /// <summary>The sources of the text; empty when the outcome states no rule.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>Up to three suggested questions, each answerable when asked in these words.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>
    /// Whether a support request should be offered, because part of the answer is not confirmed or only an official can give it.
    /// </summary>
    public bool OffersRequest { get; init; }

    /// <summary>The interpreted question: a completed follow-up, or one of several questions; null when it is the typed text.</summary>
    public string? UnderstoodQuestion { get; init; }

    /// <summary>The facts that the question states about the asker's enterprise, to be remembered in the conversation.</summary>
    public AskerFacts StatedFacts { get; init; } = AskerFacts.None;

    /// <summary>The rule that gave this answer, with its facts; null when none did.</summary>
    public RuleState? Rule { get; init; }

    /// <summary>A guide that can give more once it knows the asker's facts; null when there is none.</summary>
    public Guide? Guide { get; init; }

    /// <summary>Whether to start the guide at once, because its result is what was asked for.</summary>
    public bool StartsGuide { get; init; }

    /// <summary>The answer of a second article that the question may mean; null where the first is sure.</summary>
    public Answer? OtherReading { get; init; }

    /// <summary>How the outcome came about; for officials and editors, never for askers.</summary>
    public AnswerTrace Trace { get; init; } = AnswerTrace.Empty;

    /// <summary>A passage supports an answer with enough confidence.</summary>
    /// <param name="OtherSections">The article's other sections, shown on demand.</param>
    public sealed record Answered(
        string Text,
        Lang Language,
        double Confidence,
        string ArticleKey,
        string Title,
        IReadOnlyList<AnswerSection> OtherSections
    ) : Answer(Text, Language, Confidence);

    /// <summary>Several interpretations compete, or a rule lacks a fact: a question back, with choices.</summary>
    public sealed record Clarify(string Text, Lang Language, double Confidence, IReadOnlyList<FollowUp> Choices)
        : Answer(Text, Language, Confidence);

    /// <summary>The rule is not in force on the day asked about; the text says what replaced it.</summary>
    public sealed record Expired(
        string Text,
        Lang Language,
        double Confidence,
        string ArticleKey,
        string Title,
        IReadOnlyList<AnswerSection> OtherSections
    ) : Answer(Text, Language, Confidence);

    /// <summary>Nothing supports an answer: a request is offered.</summary>
    public sealed record Unanswerable(string Text, Lang Language, double Confidence) : Answer(Text, Language, Confidence);

    /// <summary>Needs the enterprise's own file, a decision or a dispute: a request is offered.</summary>
    public sealed record Personal(string Text, Lang Language, double Confidence) : Answer(Text, Language, Confidence);

    /// <summary>Not the Department's matter.</summary>
    public sealed record OutOfScope(string Text, Lang Language, double Confidence) : Answer(Text, Language, Confidence);

    /// <summary>Editors keep the assistant from answering about it for now; the text says so and why.</summary>
    public sealed record OnHold(string Text, Lang Language, double Confidence, HoldScope Scope, DateOnly Since)
        : Answer(Text, Language, Confidence);

    /// <summary>The guidance was withdrawn; the text says so, why, and what replaced it.</summary>
    /// <param name="WithdrawnArticleKey">The article that was withdrawn. It answers nothing any more.</param>
    public sealed record Withdrawn(string Text, Lang Language, double Confidence, string WithdrawnArticleKey, DateOnly Since)
        : Answer(Text, Language, Confidence);

    /// <summary>A greeting, thanks or a question about the assistant itself.</summary>
    public sealed record SmallTalk(string Text, Lang Language, SmallTalkKind Kind) : Answer(Text, Language, 1);

    /// <summary>A command for the dialogs.</summary>
    public sealed record Command(Lang Language, CommandKind Kind, double Confidence = 1) : Answer("", Language, Confidence);

    /// <summary>An internal error.</summary>
    /// <param name="Reference">Correlates what the asker sees with the log.</param>
    public sealed record Fault(string Text, Lang Language, string Reference) : Answer(Text, Language, 0);
}

/// <summary>A source of an answer.</summary>
/// <param name="ArticleKey">The article's key.</param>
/// <param name="Document">The document's number, or a short name when it has none.</param>
/// <param name="Clause">In the answer's language: <c>Điều 11</c> or <c>Article 11</c>; null when the whole document is meant.</param>
/// <param name="CheckedOn">The day on which a person last compared the article with its sources.</param>
public sealed record Citation(
    string ArticleKey,
    string Title,
    string Document,
    string? Clause,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil,
    DateOnly CheckedOn
)
{
    /// <summary>The amounts, shares, dates and periods that it supports, as written in the Vietnamese text.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];
}

/// <summary>A suggested further question.</summary>
/// <param name="ArticleKey">The article that answers it.</param>
public sealed record FollowUp(string ArticleKey, string Question);

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

    /// <summary>Do nothing yet; the open dialog stays open.</summary>
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

    /// <summary>Start the checklist of buyers' requirements for suppliers.</summary>
    SupplierReadiness,

    /// <summary>The rest of the last answer.</summary>
    More,

    /// <summary>Determine the size class step by step.</summary>
    CheckSize,

    /// <summary>Calculate the maximum amount of support.</summary>
    CheckSupport,

    /// <summary>Check the conditions of a tax relief.</summary>
    CheckTax,

    /// <summary>Calculate a deadline.</summary>
    CheckDeadline,

    /// <summary>Show what the conversation remembers about the enterprise.</summary>
    WhatIsKnown,

    /// <summary>Delete the stored data about the asker.</summary>
    DeleteMyData,
}
