namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// The two forms in which a language's words are compared. Vietnamese: the canonical syllable, and the syllable
/// without marks. English: the word, and its stem.
/// </summary>
internal static class WordForms
{
    public static string Exact(Lang lang, string word) => lang == Lang.Vi ? VietnameseText.Canonical(word) : word;

    public static string Loose(Lang lang, string word) =>
        lang == Lang.Vi ? VietnameseText.Canonical(VietnameseText.Fold(word)) : EnglishStemmer.Stem(VietnameseText.Fold(word));
}
