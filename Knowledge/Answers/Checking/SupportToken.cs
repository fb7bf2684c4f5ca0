using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

internal enum TokenKind
{
    /// <summary>Carries the statement: must be found in the passage, with little tolerance for other words.</summary>
    Content,

    /// <summary>Changes what a statement is worth (must, all, free, guaranteed): must be found in the passage.</summary>
    Weighty,

    /// <summary>Says no.</summary>
    Negation,

    /// <summary>Says when the statement holds.</summary>
    Condition,
    Figure,
}

/// <summary>What stands before or after a figure and makes it a limit.</summary>
internal enum Bound
{
    None,
    AtMost,
    AtLeast,
    Below,
    Above,
    Before,
    After,
    Until,
    About,
}

/// <summary>One word or figure of a sentence, as it is compared.</summary>
/// <param name="Form">The word's comparable form; for a figure its value.</param>
internal readonly record struct SupportToken(TokenKind Kind, string Form, FigureKind Figure = default, Bound Bound = default)
{
    public bool IsSameFigure(SupportToken other) =>
        Kind == TokenKind.Figure
        && other.Kind == TokenKind.Figure
        && Figure == other.Figure
        && (Form == other.Form || (Figure == FigureKind.Document && IsSameDocument(Form, other.Form)));

    /// <summary>A document is named by its number; year and letters may be left out, but not be others.</summary>
    private static bool IsSameDocument(string one, string other)
    {
        var (a, b) = (one.Split('/', 3), other.Split('/', 3));
        return a[0] == b[0] && Agree(a[1], b[1]) && Agree(a[2], b[2]);
    }

    private static bool Agree(string one, string other) => one.Length == 0 || other.Length == 0 || one == other;
}
