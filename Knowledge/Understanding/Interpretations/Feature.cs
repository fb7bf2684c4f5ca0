namespace PolicyAssistantBot.Knowledge.Understanding.Interpretations;

/// <summary>What speaks for taking a message to be about an article. The names stand in the weights' file and in traces.</summary>
internal enum Feature
{
    /// <summary>The article's search score for the message alone, 0 to 1.</summary>
    Alone,

    /// <summary>How far that is behind the best article's; 0 for the best.</summary>
    AloneBehind,

    /// <summary>The certainty of the search, for its best article.</summary>
    AloneBest,

    /// <summary>The score for the subject's title with the message.</summary>
    Joined,
    JoinedBehind,

    /// <summary>The nearest follow-up phrasing of the article.</summary>
    FollowLike,

    /// <summary>The nearest whole phrasing.</summary>
    WholeLike,

    /// <summary>The article answered the last question.</summary>
    Subject,

    /// <summary>It belongs to the same matter as that article.</summary>
    Family,

    /// <summary>That article leads to it.</summary>
    Linked,

    /// <summary>It answered an earlier question.</summary>
    Earlier,

    /// <summary>The probability that the message is elliptic, for the subject.</summary>
    EllipticSubject,

    /// <summary>The same for the subject's family and what it leads to.</summary>
    EllipticNear,

    /// <summary>The same for articles that have nothing to do with the subject.</summary>
    EllipticElsewhere,

    /// <summary>The message begins as something that goes on: "còn", "thế", "what about"; for the subject.</summary>
    MarkedSubject,
    MarkedNear,

    /// <summary>It points back: "khoản đó", "this scheme"; for the subject.</summary>
    PointsSubject,

    /// <summary>It holds few words; for the subject.</summary>
    ShortSubject,

    /// <summary>It holds figures; for the subject.</summary>
    FiguresSubject,

    /// <summary>The probability that the message asks for a section which the article has.</summary>
    SectionFits,

    /// <summary>The message asks for an aspect in plain words ("giấy tờ", "how long") and the article has a section on it.</summary>
    AspectTold,

    /// <summary>The same, and the subject has no section on it: for the subject.</summary>
    AspectMissing,

    /// <summary>The score for the message with the words by which articles tell that aspect, for the subject and what is near.</summary>
    AspectSearch,

    /// <summary>How much of the message's content the article covers.</summary>
    Covered,

    /// <summary>How much of the message the article's best statement holds.</summary>
    Evidence,

    /// <summary>That statement holds a figure or place of the kind that is asked for.</summary>
    KindHeld,

    /// <summary>No statement of the article holds one.</summary>
    KindMissing,

    /// <summary>How much of the message no article covers; for the subject and what is near.</summary>
    UnknownNear,

    /// <summary>The search score, for an English message: fewer words are shared by chance.</summary>
    AloneEnglish,

    /// <summary>The score, of what the article covers.</summary>
    AloneCovered,

    /// <summary>The score, for the subject's family.</summary>
    AloneFamily,

    /// <summary>The score, for what the subject leads to.</summary>
    AloneLinked,

    /// <summary>The search's best article, when nothing was said before.</summary>
    OpeningBest,

    /// <summary>The evidence, when nothing was said before.</summary>
    OpeningEvidence,

    /// <summary>The square of the likeness: a phrasing nearly alike counts more than two that are half alike.</summary>
    FollowLikeSquared,
    WholeLikeSquared,

    /// <summary>The nearest phrasing of either kind.</summary>
    BestLike,

    /// <summary>How much of the message the subject does not cover.</summary>
    SubjectUncovered,

    /// <summary>How much of an elliptic message an article covers that has nothing to do with the subject.</summary>
    EllipticElsewhereCovered,

    /// <summary>The share of the message's words that the article contains, by weight (<c>Matters/MatterShares</c>).</summary>
    MatterWords,

    /// <summary>The share of those that stand in it next to a neighbour of the message.</summary>
    MatterInContext,

    /// <summary>The weightiest word that the article lacks and another contains; that no article contains; that it contains.</summary>
    MatterLostKnown,
    MatterLostUnknown,
    MatterHeld,

    /// <summary>The names in the message that the article contains, and those that it lacks.</summary>
    MatterNames,
    MatterOtherNames,

    /// <summary>The share of the pairs of words that no article contains.</summary>
    MatterUnknownPairs,

    /// <summary>The same eight, when nothing was said before: a later message leans on what was.</summary>
    OpeningWords,
    OpeningInContext,
    OpeningLostKnown,
    OpeningLostUnknown,
    OpeningHeld,
    OpeningNames,
    OpeningOtherNames,
    OpeningUnknownPairs,

    /// <summary>For "nothing that was said before or is written": its bias.</summary>
    Nothing,

    /// <summary>For the same: how little of the message the best article covers.</summary>
    NothingUncovered,

    /// <summary>For the same: nothing was said before.</summary>
    NothingOpening,
    NothingEnglish,

    /// <summary>For the same: the weight of the words that no article holds.</summary>
    NothingUnknownWords,

    /// <summary>For the same: the best search score, and how far its family stands clear of the others.</summary>
    NothingScore,
    NothingCertainty,

    /// <summary>For the same: the nearest phrasing of the articles found.</summary>
    NothingLikeness,

    /// <summary>For the same: how much the message's words are those of the articles' field.</summary>
    NothingDomain,
    NothingDomainHighest,

    /// <summary>For the same: the names that no article holds.</summary>
    NothingNames,

    /// <summary>For the same: a long message shares more words by chance.</summary>
    NothingLength,

    /// <summary>For the message as a command or courtesy: its bias.</summary>
    Act,

    /// <summary>For the same: the log of its probability against that of a question.</summary>
    ActOdds,

    /// <summary>For the same: the share of words that the act's examples have.</summary>
    ActKnownWords,

    /// <summary>For the same: the length.</summary>
    ActLength,

    /// <summary>For the same: nothing was said before.</summary>
    ActOpening,
    ActEnglish,

    /// <summary>For the same: the message has the form of a question.</summary>
    ActQuestion,
    ActFigures,

    /// <summary>For the same: it is a courtesy, which does nothing.</summary>
    ActCourtesy,

    /// <summary>For the same: the probability that the message is elliptic.</summary>
    ActElliptic,

    /// <summary>For the same: how much of the message the best article covers.</summary>
    ActCovered,

    /// <summary>For the same: the nearest phrasing of an article.</summary>
    ActLikeness,
}
