using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

internal enum TokenKind
{
    /// <summary>A content word: must be in the source, with little tolerance.</summary>
    Content,

    /// <summary>A word that changes the force of a statement (must, all, free, guaranteed): must be in the source.</summary>
    Critical,

    /// <summary>A negation.</summary>
    Negation,

    /// <summary>Introduces a condition.</summary>
    Condition,
    Figure,
}

/// <summary>The kind of limit that the words around a figure make it.</summary>
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

/// <summary>A word or figure of a sentence, in comparable form.</summary>
/// <param name="Form">The normalised word; for a figure its value.</param>
internal readonly record struct SupportToken(TokenKind Kind, string Form, FigureKind Figure = default, Bound Bound = default)
{
    public bool IsSameFigure(SupportToken other) =>
        Kind == TokenKind.Figure
        && other.Kind == TokenKind.Figure
        && Figure == other.Figure
        && (Form == other.Form || (Figure == FigureKind.Document && IsSameDocument(Form, other.Form)));

    /// <summary>A document is identified by its number; year and letters may be missing but must not differ.</summary>
    private static bool IsSameDocument(string one, string other)
    {
        var (a, b) = (one.Split('/', 3), other.Split('/', 3));
        return a[0] == b[0] && Agree(a[1], b[1]) && Agree(a[2], b[2]);
    }

    private static bool Agree(string one, string other) => one.Length == 0 || other.Length == 0 || one == other;
}
