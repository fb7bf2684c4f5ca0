namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>A word, a run of digits with its separators, or one other sign.</summary>
/// <param name="Canonical">One spelling for one syllable, the tone as a digit at the end (<see
/// cref="Language.VietnameseText.Canonicalize"/>).</param>
/// <param name="IsGlued">No blank before it.</param>
internal sealed record Token(TokenKind Kind, int Start, int End, string Written, string Folded, string Canonical, bool IsGlued)
{
    public bool IsMarked => Kind == TokenKind.Word && !string.Equals(Canonical, Folded, StringComparison.Ordinal) && HasMarks;

    /// <summary>A part of a date, a document number or another name: no quantity.</summary>
    public bool IsTaken { get; init; }

    private bool HasMarks => Written.Any(c => c >= 128);
}

internal enum TokenKind
{
    Word,
    Number,
    Sign,
}
