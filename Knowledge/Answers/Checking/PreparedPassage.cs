namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>A passage as answers are held against it.</summary>
internal sealed class PreparedPassage
{
    /// <param name="together">Sentences that may stand together for one of the answer's.</param>
    public PreparedPassage(string text, Lang lang, int together)
    {
        List<string> sentences = [.. PlainSentences.Of(text).Where(sentence => !Orders.Has(sentence))];
        Words = Names.Words(string.Join(" . ", sentences));
        Addresses = sentences.SelectMany(Checking.Addresses.In).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<SentenceTokens> tokens = [.. sentences.Select(sentence => SentenceTokens.Of(sentence, lang))];
        Sentences = tokens;
        Together =
        [
            .. from length in Enumerable.Range(2, together - 1)
            from start in Enumerable.Range(0, Math.Max(0, tokens.Count - length + 1))
            select SentenceTokens.Join(tokens.Skip(start).Take(length)),
        ];
    }

    /// <summary>Folded words with blanks between and around them.</summary>
    public string Words { get; }

    /// <summary>The addresses that people put there.</summary>
    public IReadOnlySet<string> Addresses { get; }

    public IReadOnlyList<SentenceTokens> Sentences { get; }

    /// <summary>Sentences that follow each other, as one.</summary>
    public IReadOnlyList<SentenceTokens> Together { get; }
}
