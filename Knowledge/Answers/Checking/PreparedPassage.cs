namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>A passage, prepared for the comparison with worded sentences.</summary>
internal sealed class PreparedPassage
{
    /// <param name="maxJoined">The number of consecutive sentences that may support one sentence of the answer together.</param>
    public PreparedPassage(string text, Lang lang, int maxJoined)
    {
        List<string> sentences = [.. PlainSentences.Of(text).Where(sentence => !PromptInjection.IsIn(sentence))];
        Words = Names.Words(string.Join(" . ", sentences));
        Addresses = sentences.SelectMany(Checking.Addresses.In).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<SentenceTokens> tokens = [.. sentences.Select(sentence => SentenceTokens.Of(sentence, lang))];
        Sentences = tokens;
        Joined =
        [
            .. from length in Enumerable.Range(2, maxJoined - 1)
            from start in Enumerable.Range(0, Math.Max(0, tokens.Count - length + 1))
            select SentenceTokens.Join(tokens.Skip(start).Take(length)),
        ];
    }

    /// <summary>The words in the form of <see cref="Names.Words"/>.</summary>
    public string Words { get; }

    /// <summary>The addresses in the passage.</summary>
    public IReadOnlySet<string> Addresses { get; }

    public IReadOnlyList<SentenceTokens> Sentences { get; }

    /// <summary>Consecutive sentences, joined into one.</summary>
    public IReadOnlyList<SentenceTokens> Joined { get; }
}
