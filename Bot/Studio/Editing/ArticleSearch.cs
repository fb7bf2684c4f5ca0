using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Studio.Pages;

namespace PolicyAssistantBot.Studio.Editing;

/// <summary>Finds articles by words of their key and title, with or without diacritics.</summary>
internal static class ArticleSearch
{
    public static bool Matches(ArticleLine line, string words) =>
        line.Key.Contains(words, StringComparison.OrdinalIgnoreCase)
        || Fold($"{line.Title.Vi} {line.Title.En}").Contains(Fold(words), StringComparison.Ordinal);

    private static string Fold(string text) => VietnameseText.FoldWords(text);
}
