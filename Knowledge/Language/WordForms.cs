namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// The two forms in which words are compared. Vietnamese: the canonical syllable (exact) and the syllable without marks (loose). English:
/// the word (exact) and its stem (loose).
/// </summary>
internal static class WordForms
{
    public static string Exact(Lang lang, string word) => lang == Lang.Vi ? VietnameseText.Canonical(word) : word;

    public static string Loose(Lang lang, string word) =>
        lang == Lang.Vi ? VietnameseText.Canonical(VietnameseText.Fold(word)) : EnglishStemmer.Stem(VietnameseText.Fold(word));
}
