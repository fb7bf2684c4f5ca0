using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Texts;

/// <summary>What is said while a request is filled in. The two sets stand in files of their own.</summary>
internal sealed partial record RequestTexts
{
    public required string Title { get; init; }

    /// <summary>Said with the form card.</summary>
    public required string Intro { get; init; }

    /// <summary>{0} the question for the first field: said to those who would rather type.</summary>
    public required string OrStepByStep { get; init; }

    /// <summary>Said before the question that was interrupted.</summary>
    public required string BackToForm { get; init; }

    public required string Optional { get; init; }

    public required string Continue { get; init; }

    public required string Cancel { get; init; }

    public required string Skip { get; init; }

    public required string ProblemsAbove { get; init; }

    public required string SummaryTitle { get; init; }

    public required string SummaryAsk { get; init; }

    public required string Send { get; init; }

    public required string Edit { get; init; }

    public required string AskWhichField { get; init; }

    public required string NotGiven { get; init; }

    /// <summary>{0} what was given before.</summary>
    public required string Current { get; init; }

    public required string GaveUp { get; init; }

    /// <summary>The consent of <see cref="ConsentVersion"/>.</summary>
    public required string Consent { get; init; }

    public required string ConsentNeeded { get; init; }

    public required string CannotSkip { get; init; }

    public required string Missing { get; init; }

    /// <summary>{0} shortest length.</summary>
    public required string TooShort { get; init; }

    /// <summary>{0} greatest length.</summary>
    public required string TooLong { get; init; }

    public required string NoContact { get; init; }

    public required string AmountUnreadable { get; init; }

    public required string CountUnreadable { get; init; }

    public required string ChoiceUnreadable { get; init; }

    /// <summary>{0} what was typed, {1} the nearest names.</summary>
    public required string WardUnknown { get; init; }

    /// <summary>What was typed is no ward, and nothing is near it.</summary>
    public required string WardUnreadable { get; init; }

    public required string SizeLabel { get; init; }

    /// <summary>{0} the size class, {1} the document, {2} the clause.</summary>
    public required string SizeBy { get; init; }

    public required string SizeUnclear { get; init; }

    /// <summary>{0} and {1} the clauses.</summary>
    public required string SizeDisputed { get; init; }

    /// <summary>{0} an amount.</summary>
    public required string Vnd { get; init; }

    /// <summary>{0} a count.</summary>
    public required string People { get; init; }

    public required IReadOnlyDictionary<RequestField, string> Labels { get; init; }

    /// <summary>The question for each field.</summary>
    public required IReadOnlyDictionary<RequestField, string> Questions { get; init; }

    public required IReadOnlyDictionary<RequestKind, string> Kinds { get; init; }

    public required IReadOnlyDictionary<EnterpriseSize, string> Sizes { get; init; }

    /// <summary>Changes with every change of the consent's words, in either language.</summary>
    public const string ConsentVersion = "2026-11-22";

    public static RequestTexts For(Lang lang) => lang == Lang.En ? En : Vi;
}
