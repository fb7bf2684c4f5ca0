using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>The content words of a text in the form in which questions and articles are compared.</summary>
internal static class ContentWords
{
    public static IEnumerable<string> Extract(string text, Lang lang)
    {
        foreach (var word in VietnameseText.SplitIntoWords(text))
        {
            if (word.All(char.IsAsciiDigit) || StopWords.GetWeight(lang, WordForms.ToExact(lang, word)) < 1)
            {
                continue;
            }

            yield return WordForms.ToLoose(lang, word);
        }
    }

    /// <summary>The content words of a question without interrogative phrases.</summary>
    public static IEnumerable<string> ExtractFromQuestion(string text, Lang lang)
    {
        var words = VietnameseText.SplitIntoWords(text);
        var askingWords = WantedAnswerReader.FindAskingWords([.. words.Select(VietnameseText.Fold)]);
        return words
            .Where(
                (word, i) =>
                    !askingWords.Contains(i)
                    && !word.All(char.IsAsciiDigit)
                    && StopWords.GetWeight(lang, WordForms.ToExact(lang, word)) >= 1
            )
            .Select(word => WordForms.ToLoose(lang, word));
    }

    /// <summary>The words and the pairs of adjacent words.</summary>
    public static IEnumerable<string> AddPairs(IEnumerable<string> words)
    {
        string? previous = null;
        foreach (var word in words)
        {
            yield return word;
            if (previous is not null)
            {
                yield return $"{previous} {word}";
            }

            previous = word;
        }
    }
}
