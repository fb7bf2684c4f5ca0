namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>
/// Whether a source sentence of a passage supports a claim. The source must contain nearly all words of the claim and each of its figures,
/// for the same thing and as the same kind of limit; no negation and no condition may be lost or added.
/// </summary>
internal static class SupportCheck
{
    /// <summary>The share of the claim's words that the source must contain.</summary>
    private const double MinCoverage = 0.75;

    /// <summary>The length of the window that is searched for other words.</summary>
    private const int WindowLength = 6;

    /// <summary>The number of other words allowed in a window; more of them make a statement of their own.</summary>
    private const int MaxUnsupportedInWindow = 2;

    /// <summary>The distance up to which two words of the source count as neighbours.</summary>
    private const int NeighbourDistance = 6;

    /// <summary>A claim of at most this number of words must be covered completely.</summary>
    private const int ShortClaimWords = 4;

    /// <returns>Null if the source supports the claim.</returns>
    public static DropReason? FindDropReason(SentenceTokens claim, SentenceTokens source)
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
            || claim.NegatedForms.Any(word => claim.CountNegated(word) > source.CountNegated(word))
            || source.NegatedForms.Any(word => claim.CountAffirmed(word) > source.CountAffirmed(word))
        )
        {
            return DropReason.Negation;
        }

        return claim.HasCondition == source.HasCondition ? null : DropReason.Condition;
    }

    private static bool IsCovered(SentenceTokens claim, SentenceTokens source)
    {
        List<SupportToken> words = [.. claim.Tokens.Where(token => token.Kind is TokenKind.Content or TokenKind.Critical)];
        var isUnsupported = new bool[words.Count];
        foreach (var (index, word) in words.Index())
        {
            var isInSource = source.Contains(word.Form);
            if (!isInSource && word.Kind == TokenKind.Critical)
            {
                return false;
            }

            // A word whose neighbours in the source are different means something else here.
            isUnsupported[index] =
                !isInSource || !(words.Count == 1 || HasNeighbour(words, index, -1, source) || HasNeighbour(words, index, 1, source));
            if (
                isUnsupported.AsSpan(Math.Max(0, index + 1 - WindowLength), Math.Min(index + 1, WindowLength)).Count(true)
                > MaxUnsupportedInWindow
            )
            {
                return false;
            }
        }

        var count = isUnsupported.AsSpan().Count(true);
        return words.Count > 0 && (words.Count <= ShortClaimWords ? count == 0 : words.Count - count >= MinCoverage * words.Count);
    }

    private static bool HasNeighbour(List<SupportToken> words, int index, int step, SentenceTokens source) =>
        index + step >= 0
        && index + step < words.Count
        && source.ContainsNear(words[index].Form, words[index + step].Form, NeighbourDistance);

    /// <summary>The source contains the figure, as the same limit and with the same label.</summary>
    private static bool ContainsFigure(SentenceTokens claim, int index, SentenceTokens source) =>
        source
            .Tokens.Index()
            .Where(token => token.Item.IsSameFigure(claim.Tokens[index]) && token.Item.Limit == claim.Tokens[index].Limit)
            .Any(token => FigureLabels.HasSameLabel((claim, index), (source, token.Index)));
}
