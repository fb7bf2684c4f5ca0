namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>A word, a run of digits with its separators, or one other sign.</summary>
/// <param name="Canonical">One spelling for one syllable, the tone as a digit at the end (<see
/// cref="Language.VietnameseText.Canonicalize"/>).</param>
/// <param name="IsAttached">Whether no space separates it from the token before.</param>
internal sealed record Token(TokenKind Kind, int Start, int End, string Written, string Folded, string Canonical, bool IsAttached)
{
    public bool HasDiacritics => Kind == TokenKind.Word && !string.Equals(Canonical, Folded, StringComparison.Ordinal) && HasNonAscii;

    /// <summary>Whether it is part of a date, a document number or another name, and therefore of no quantity.</summary>
    public bool IsExcluded { get; init; }

    private bool HasNonAscii => Written.Any(c => c >= 128);
}

internal enum TokenKind
{
    Word,
    Number,
    Sign,
}
