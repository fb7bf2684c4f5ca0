using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>Which clause and which sentence each token stands in.</summary>
internal sealed class Clauses
{
    private readonly int[] clause;
    private readonly int[] sentence;

    public Clauses(Tokens tokens, IReadOnlyList<PlacedQuantity> quantities)
    {
        (clause, sentence) = (new int[tokens.Count], new int[tokens.Count]);
        var (clauseNow, sentenceNow) = (0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var isInside = quantities.Any(quantity => i >= quantity.First && i < quantity.Next);
            if (i > 0 && tokens.Text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).Contains('\n'))
            {
                (clauseNow, sentenceNow) = (clauseNow + 1, sentenceNow + 1);
            }
            else if (!isInside && tokens.IsSign(i, ".;?!"))
            {
                (clauseNow, sentenceNow) = (clauseNow + 1, sentenceNow + 1);
            }
            else if (
                !isInside
                && (
                    tokens.IsSign(i, ",()")
                    || (Lexicon.Is("hard", tokens, i) && !IsPartOf(tokens, quantities, i))
                    || Lexicon.Is("soft", tokens, i)
                )
            )
            {
                clauseNow++;
            }

            (clause[i], sentence[i]) = (clauseNow, sentenceNow);
        }

        Count = clauseNow + 1;
    }

    public int Count { get; }

    public int Of(int token) => clause[token];

    public int SentenceOf(int token) => sentence[token];

    /// <summary>"9 of whom are insured": the words belong to the number before them.</summary>
    private static bool IsPartOf(Tokens tokens, IReadOnlyList<PlacedQuantity> quantities, int at) =>
        tokens[at].Written == "of" && quantities.Any(quantity => quantity.Next == at && quantity.Quantity.Kind == QuantityKind.Plain);
}
