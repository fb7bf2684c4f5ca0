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

/// <summary>The kind of limit of a figure, given by the words around it.</summary>
internal enum LimitKind
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
internal readonly record struct SupportToken(TokenKind Kind, string Form, FigureKind Figure = default, LimitKind Limit = default)
{
    public bool IsSameFigure(SupportToken other) =>
        Kind == TokenKind.Figure
        && other.Kind == TokenKind.Figure
        && Figure == other.Figure
        && (Form == other.Form || (Figure == FigureKind.Document && IsSameDocument(Form, other.Form)));

    /// <summary>A document is identified by its number; year and letters may be missing but must not differ.</summary>
    private static bool IsSameDocument(string first, string second)
    {
        var (a, b) = (first.Split('/', 3), second.Split('/', 3));
        return a[0] == b[0] && AreCompatible(a[1], b[1]) && AreCompatible(a[2], b[2]);
    }

    private static bool AreCompatible(string first, string second) => first.Length == 0 || second.Length == 0 || first == second;
}
