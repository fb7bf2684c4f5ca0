namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>A passage, prepared for the comparison with worded sentences.</summary>
internal sealed class PreparedPassage
{
    /// <param name="maxJoined">The number of consecutive sentences that may support one sentence of the answer together.</param>
    public PreparedPassage(string text, Lang lang, int maxJoined)
    {
        List<string> sentences = [.. PlainSentences.Split(text).Where(sentence => !PromptInjection.IsContainedIn(sentence))];
        NormalizedWords = ProperNames.NormalizeWords(string.Join(" . ", sentences));
        Addresses = sentences.SelectMany(Checking.Addresses.FindAll).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<SentenceTokens> tokens = [.. sentences.Select(sentence => SentenceTokens.Create(sentence, lang))];
        Sentences = tokens;
        JoinedSentences =
        [
            .. from length in Enumerable.Range(2, maxJoined - 1)
            from start in Enumerable.Range(0, Math.Max(0, tokens.Count - length + 1))
            select SentenceTokens.Join(tokens.Skip(start).Take(length)),
        ];
    }

    /// <summary>The words in the form of <see cref="ProperNames.NormalizeWords"/>.</summary>
    public string NormalizedWords { get; }

    /// <summary>The addresses in the passage.</summary>
    public IReadOnlySet<string> Addresses { get; }

    public IReadOnlyList<SentenceTokens> Sentences { get; }

    /// <summary>Consecutive sentences, joined into one.</summary>
    public IReadOnlyList<SentenceTokens> JoinedSentences { get; }
}
