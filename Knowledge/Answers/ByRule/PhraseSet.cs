namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>Words and phrases that are looked for in folded text, as wholes.</summary>
internal sealed class PhraseSet(params IEnumerable<string> phrases)
{
    private readonly List<string> phrases = [.. phrases.Select(phrase => $" {phrase} ")];

    public bool IsIn(string folded) => LongestIn(folded) > 0;

    /// <summary>The length of the longest phrase that the text holds; 0 when it holds none.</summary>
    public int LongestIn(string folded)
    {
        var text = $" {folded} ";
        return phrases
            .Where(phrase => text.Contains(phrase, StringComparison.Ordinal))
            .Select(phrase => phrase.Length - 2)
            .DefaultIfEmpty()
            .Max();
    }
}
