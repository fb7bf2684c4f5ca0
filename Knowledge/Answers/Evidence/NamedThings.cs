using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>
/// The brands, programmes and standards that a text names ("Samsung", "FDA", "IATF"), so that a statement about one is not told to who
/// asks about another. Vietnamese words and the abbreviations of everyday business name none.
/// </summary>
internal static partial class NamedThings
{
    private static readonly FrozenSet<string> Everyday = "TNHH VND USD EUR DNNVV SME SMEs VAT CIT PIT BHXH MST HTX HKD TNDN TNCN GTGT VN EU"
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names in an article's text, which is written with capitals.</summary>
    public static HashSet<string> Find(string text, Lang lang) =>
        NameRegex()
            .Matches(text)
            .Select(match => match.Value)
            .Where(word => !Everyday.Contains(word) && IsName(word, lang))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a statement names things, and none of those that a question asks about.</summary>
    /// <param name="asked">From <see cref="FindAsked"/>.</param>
    public static bool NamesOthersOnly(string statement, IReadOnlySet<string> asked, Lang lang) =>
        asked.Count > 0 && Find(statement, lang) is { Count: > 0 } named && !named.Overlaps(asked);

    /// <summary>The names of an article that a message contains, in whatever case it is typed.</summary>
    public static HashSet<string> FindAsked(string message, Article article, Lang lang)
    {
        var named = NamesOfArticles.GetValue(article, FindIn)[lang];
        return VietnameseText.SplitIntoWords(message).Where(named.Contains).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static Dictionary<Lang, HashSet<string>> FindIn(Article article) =>
        new Lang[] { Lang.Vi, Lang.En }.ToDictionary(
            lang => lang,
            lang => Find($"{article.Title[lang]} {string.Join(' ', article.GetSections(lang).Select(section => section.Markdown))}", lang)
        );

    /// <summary>Read once for each article, until another version takes its place.</summary>
    private static readonly ConditionalWeakTable<Article, Dictionary<Lang, HashSet<string>>> NamesOfArticles = [];

    private static bool IsName(string word, Lang lang) =>
        word.Count(char.IsAsciiLetterUpper) > 1 || (lang == Lang.Vi && !VietnameseSyllables.IsPossible(VietnameseText.Fold(word)));

    // Not a part of a document's number: "80/2021/NĐ-CP".
    [GeneratedRegex(@"(?<![\p{L}\p{N}/-])[A-Z][A-Za-z0-9+&]+(?![\p{L}\p{N}/-])")]
    private static partial Regex NameRegex();
}
