namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>
/// Whether a source sentence of a passage supports a claim. The source must contain nearly all words of the claim and each of its figures,
/// for the same thing and as the same kind of limit; no negation and no condition may be lost or added.
/// </summary>
internal static class Support
{
    /// <summary>The share of the claim's words that the source must contain.</summary>
    private const double MinCoverage = 0.75;

    /// <summary>The length of the window that is searched for other words.</summary>
    private const int Window = 6;

    /// <summary>The number of other words allowed in a window; more of them make a statement of their own.</summary>
    private const int MaxOthers = 2;

    /// <summary>The distance up to which two words of the source count as neighbours.</summary>
    private const int Distance = 6;

    /// <summary>A claim of at most this number of words must be covered completely.</summary>
    private const int ShortClaim = 4;

    /// <returns>Null if the source supports the claim.</returns>
    public static DropReason? Missing(SentenceTokens claim, SentenceTokens source)
    {
        if (!IsCovered(claim, source))
        {
            return DropReason.NoSupport;
        }

        if (claim.Tokens.Index().Any(token => token.Item.Kind == TokenKind.Figure && !ContainsFigure(claim, token.Index, source)))
        {
            return DropReason.Figure;
        }

        if (
            (claim.HasDoubleNegation && !source.HasDoubleNegation)
            || claim.Negated.Any(word => claim.TimesNegated(word) > source.TimesNegated(word))
            || source.Negated.Any(word => claim.TimesAffirmed(word) > source.TimesAffirmed(word))
        )
        {
            return DropReason.Negation;
        }

        return claim.HasCondition == source.HasCondition ? null : DropReason.Condition;
    }

    private static bool IsCovered(SentenceTokens claim, SentenceTokens source)
    {
        List<SupportToken> words = [.. claim.Tokens.Where(token => token.Kind is TokenKind.Content or TokenKind.Critical)];
        var others = new bool[words.Count];
        foreach (var (at, word) in words.Index())
        {
            var isInSource = source.Has(word.Form);
            if (!isInSource && word.Kind == TokenKind.Critical)
            {
                return false;
            }

            // A word whose neighbours in the source are different means something else here.
            others[at] = !isInSource || !(words.Count == 1 || HasNeighbour(words, at, -1, source) || HasNeighbour(words, at, 1, source));
            if (others.AsSpan(Math.Max(0, at + 1 - Window), Math.Min(at + 1, Window)).Count(true) > MaxOthers)
            {
                return false;
            }
        }

        var count = others.AsSpan().Count(true);
        return words.Count > 0 && (words.Count <= ShortClaim ? count == 0 : words.Count - count >= MinCoverage * words.Count);
    }

    private static bool HasNeighbour(List<SupportToken> words, int at, int step, SentenceTokens source) =>
        at + step >= 0 && at + step < words.Count && source.HasNear(words[at].Form, words[at + step].Form, Distance);

    /// <summary>The source contains the figure, as the same limit and with the same label.</summary>
    private static bool ContainsFigure(SentenceTokens claim, int at, SentenceTokens source) =>
        source
            .Tokens.Index()
            .Where(token => token.Item.IsSameFigure(claim.Tokens[at]) && token.Item.Bound == claim.Tokens[at].Bound)
            .Any(token => FigureLabels.Fit((claim, at), (source, token.Index)));
}
