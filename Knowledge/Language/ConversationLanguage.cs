namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// In which language a conversation goes on. It follows the person who writes, never the language of their screen; a word or a term of the
/// other language (<c>supplier audit là gì</c>, <c>What is a giấy phép con?</c>) changes nothing.
/// </summary>
public static class ConversationLanguage
{
    /// <summary>Fewer words are a name, a command or a term.</summary>
    private const int LeastWords = 3;

    /// <summary>A text with at least this many words is more than a term, even without function words.</summary>
    private const int LongText = 5;

    /// <summary>Words that join the parts of a term as well as those of a sentence: <c>letter of credit</c>.</summary>
    private static readonly HashSet<string> Joining =
    [
        .. "of in on at to for from by with and or as into about của và các những với theo về từ đến ra vào bằng do tại"
            .Split(' ')
            .Select(VietnameseText.Canonical),
    ];

    /// <param name="current">Null until a clear text or a choice has decided it.</param>
    /// <returns>The language from this text on; <paramref name="current"/> where the text does not decide it.</returns>
    public static Lang? After(Lang? current, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = VietnameseText.Words(text).Take(200).ToList();
        var detected = LanguageDetector.Detect(text);
        if (words.Count < LeastWords || !detected.Certain)
        {
            return current;
        }

        var (vietnamese, english) = (words.Count(IsVietnamese), words.Count(IsEnglish));
        if (detected.Mixed)
        {
            return vietnamese > english ? Lang.Vi
                : english > vietnamese ? Lang.En
                : current;
        }

        var isSentence = (detected.Lang == Lang.En ? english : vietnamese) > 0 || words.Count >= LongText;
        return current is null || isSentence ? detected.Lang : current;
    }

    private static bool IsEnglish(string word) => !VietnameseSyllables.CommonUnmarked.Contains(word) && IsOfSentences(Lang.En, word);

    private static bool IsVietnamese(string word) => VietnameseSyllables.CommonUnmarked.Contains(word) || IsOfSentences(Lang.Vi, word);

    private static bool IsOfSentences(Lang lang, string word)
    {
        var exact = VietnameseText.Canonical(word);
        return StopWords.Weight(lang, exact) < 1 && !Joining.Contains(exact);
    }
}
