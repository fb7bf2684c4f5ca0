namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>Phrases to find in folded text as whole words.</summary>
internal sealed class PhraseSet(params IEnumerable<string> phrases)
{
    private readonly List<string> phrases = [.. phrases.Select(phrase => $" {phrase} ")];

    public bool IsContainedIn(string folded) => FindLongestMatch(folded) > 0;

    /// <summary>The length of the longest phrase that the text contains; 0 when it contains none.</summary>
    public int FindLongestMatch(string folded)
    {
        var text = $" {folded} ";
        return phrases
            .Where(phrase => text.Contains(phrase, StringComparison.Ordinal))
            .Select(phrase => phrase.Length - 2)
            .DefaultIfEmpty()
            .Max();
    }
}
