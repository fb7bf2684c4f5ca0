namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>
/// Whether one place of a passage says what a sentence says. Nearly all words must stand there, every figure must stand there for the
/// same thing and as the same kind of limit, and no "no" and no condition may be lost or added.
/// </summary>
internal static class Support
{
    /// <summary>The share of a sentence's words that the place must hold.</summary>
    private const double Covered = 0.75;

    /// <summary>In so many words in a row …</summary>
    private const int Stretch = 6;

    /// <summary>… so many may be others; more of them say something of their own.</summary>
    private const int MostOthers = 2;

    /// <summary>Words between two that stand near each other.</summary>
    private const int Reach = 6;

    /// <summary>A sentence as short as this says nothing that could be left out.</summary>
    private const int Short = 4;

    /// <returns>Null when it does.</returns>
    public static DropReason? Missing(SentenceTokens said, SentenceTokens place)
    {
        if (!IsCovered(said, place))
        {
            return DropReason.NoSupport;
        }

        if (said.Tokens.Index().Any(token => token.Item.Kind == TokenKind.Figure && !HoldsFigure(said, token.Index, place)))
        {
            return DropReason.Figure;
        }

        if (
            (said.HasDoubleNegation && !place.HasDoubleNegation)
            || said.Negated.Any(word => said.TimesNegated(word) > place.TimesNegated(word))
            || place.Negated.Any(word => said.TimesAffirmed(word) > place.TimesAffirmed(word))
        )
        {
            return DropReason.Negation;
        }

        return said.HasCondition == place.HasCondition ? null : DropReason.Condition;
    }

    private static bool IsCovered(SentenceTokens said, SentenceTokens place)
    {
        List<SupportToken> words = [.. said.Tokens.Where(token => token.Kind is TokenKind.Content or TokenKind.Weighty)];
        var others = new bool[words.Count];
        foreach (var (at, word) in words.Index())
        {
            var isThere = place.Has(word.Form);
            if (!isThere && word.Kind == TokenKind.Weighty)
            {
                return false;
            }

            // A word that stands there beside quite other words says something else here.
            others[at] = !isThere || !(words.Count == 1 || HasNeighbour(words, at, -1, place) || HasNeighbour(words, at, 1, place));
            if (others.AsSpan(Math.Max(0, at + 1 - Stretch), Math.Min(at + 1, Stretch)).Count(true) > MostOthers)
            {
                return false;
            }
        }

        var count = others.AsSpan().Count(true);
        return words.Count > 0 && (words.Count <= Short ? count == 0 : words.Count - count >= Covered * words.Count);
    }

    private static bool HasNeighbour(List<SupportToken> words, int at, int step, SentenceTokens place) =>
        at + step >= 0 && at + step < words.Count && place.HasNear(words[at].Form, words[at + step].Form, Reach);

    /// <summary>The figure stands in the place, as the same limit, and belongs to the same words there.</summary>
    private static bool HoldsFigure(SentenceTokens said, int at, SentenceTokens place) =>
        place
            .Tokens.Index()
            .Where(token => token.Item.IsSameFigure(said.Tokens[at]) && token.Item.Bound == said.Tokens[at].Bound)
            .Any(token => FigureLabels.Fit((said, at), (place, token.Index)));
}
