namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// Decides the language of a conversation. It follows the language that the person writes in, never the locale of the client; a single word
/// or term of the other language (<c>supplier audit là gì</c>, <c>What is a giấy phép con?</c>) does not change it.
/// </summary>
public static class ConversationLanguage
{
    /// <summary>Texts with fewer words are names, commands or terms and do not change the language.</summary>
    private const int MinWords = 3;

    /// <summary>A text of at least this many words is a sentence even when it has no function words.</summary>
    private const int MinSentenceWords = 5;

    /// <summary>
    /// Function words that also occur inside terms (<c>letter of credit</c>), so they do not show that a text is a sentence.
    /// </summary>
    private static readonly HashSet<string> FunctionWordsInTerms =
    [
        .. "of in on at to for from by with and or as into about của và các những với theo về từ đến ra vào bằng do tại"
            .Split(' ')
            .Select(VietnameseText.Canonicalize),
    ];

    /// <param name="current">Null until a clear text or an explicit choice has set the language.</param>
    /// <returns>The language from this text on; <paramref name="current"/> when the text is not clear.</returns>
    public static Lang? Update(Lang? current, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = VietnameseText.SplitIntoWords(text).Take(200).ToList();
        var detected = LanguageDetector.Detect(text);
        if (words.Count < MinWords || !detected.IsCertain)
        {
            return current;
        }

        var (vietnameseCount, englishCount) = (words.Count(IsVietnamese), words.Count(IsEnglish));
        if (detected.IsMixed)
        {
            return vietnameseCount > englishCount ? Lang.Vi
                : englishCount > vietnameseCount ? Lang.En
                : current;
        }

        var isSentence = (detected.Lang == Lang.En ? englishCount : vietnameseCount) > 0 || words.Count >= MinSentenceWords;
        return current is null || isSentence ? detected.Lang : current;
    }

    private static bool IsEnglish(string word) =>
        !VietnameseSyllables.CommonWithoutDiacritics.Contains(word) && IsFunctionWord(Lang.En, word);

    private static bool IsVietnamese(string word) =>
        VietnameseSyllables.CommonWithoutDiacritics.Contains(word) || IsFunctionWord(Lang.Vi, word);

    private static bool IsFunctionWord(Lang lang, string word)
    {
        var exact = VietnameseText.Canonicalize(word);
        return StopWords.GetWeight(lang, exact) < 1 && !FunctionWordsInTerms.Contains(exact);
    }
}
