using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>The words of a text that tell what it is about, as they are compared between questions and articles.</summary>
internal static class ContentWords
{
    public static IEnumerable<string> Of(string text, Lang lang)
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

    /// <summary>The same of a question, without the words that only ask.</summary>
    public static IEnumerable<string> OfQuestion(string text, Lang lang)
    {
        var words = VietnameseText.SplitIntoWords(text);
        var asking = WantedAnswer.AskingWords([.. words.Select(VietnameseText.Fold)]);
        return words
            .Where(
                (word, i) =>
                    !asking.Contains(i) && !word.All(char.IsAsciiDigit) && StopWords.GetWeight(lang, WordForms.ToExact(lang, word)) >= 1
            )
            .Select(word => WordForms.ToLoose(lang, word));
    }

    /// <summary>Words and the neighbouring pairs of them.</summary>
    public static IEnumerable<string> WithPairs(IEnumerable<string> words)
    {
        string? before = null;
        foreach (var word in words)
        {
            yield return word;
            if (before is not null)
            {
                yield return $"{before} {word}";
            }

            before = word;
        }
    }
}
