namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// The two forms in which words are compared. Vietnamese: the canonical syllable (exact) and the syllable without diacritics (loose).
/// English: the word (exact) and its stem (loose).
/// </summary>
internal static class WordForms
{
    public static string ToExact(Lang lang, string word) => lang == Lang.Vi ? VietnameseText.Canonicalize(word) : word;

    public static string ToLoose(Lang lang, string word) =>
        lang == Lang.Vi ? VietnameseText.Canonicalize(VietnameseText.Fold(word)) : EnglishStemmer.Stem(VietnameseText.Fold(word));
}
