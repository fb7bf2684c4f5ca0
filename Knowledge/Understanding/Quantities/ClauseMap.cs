using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>The clause and the sentence of each token.</summary>
internal sealed class ClauseMap
{
    private readonly int[] clauseByToken;
    private readonly int[] sentenceByToken;

    public ClauseMap(TokenList tokens, IReadOnlyList<PlacedQuantity> quantities)
    {
        (clauseByToken, sentenceByToken) = (new int[tokens.Count], new int[tokens.Count]);
        var (currentClause, currentSentence) = (0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var isInside = quantities.Any(quantity => i >= quantity.FirstIndex && i < quantity.NextIndex);
            if (i > 0 && tokens.Text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).Contains('\n'))
            {
                (currentClause, currentSentence) = (currentClause + 1, currentSentence + 1);
            }
            else if (!isInside && tokens.IsSign(i, ".;?!"))
            {
                (currentClause, currentSentence) = (currentClause + 1, currentSentence + 1);
            }
            else if (
                !isInside
                && (
                    tokens.IsSign(i, ",()")
                    || (Lexicon.IsMatch("hard", tokens, i) && !IsPartOf(tokens, quantities, i))
                    || Lexicon.IsMatch("soft", tokens, i)
                )
            )
            {
                currentClause++;
            }

            (clauseByToken[i], sentenceByToken[i]) = (currentClause, currentSentence);
        }

        Count = currentClause + 1;
    }

    public int Count { get; }

    public int GetClause(int token) => clauseByToken[token];

    public int GetSentence(int token) => sentenceByToken[token];

    /// <summary>"9 of whom are insured": the words belong to the number before them.</summary>
    private static bool IsPartOf(TokenList tokens, IReadOnlyList<PlacedQuantity> quantities, int tokenIndex) =>
        tokens[tokenIndex].Written == "of"
        && quantities.Any(quantity => quantity.NextIndex == tokenIndex && quantity.Quantity.Kind == QuantityKind.Plain);
}
