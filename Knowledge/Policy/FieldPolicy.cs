using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Content.Patterns;
using PolicyAssistantBot.Knowledge.Language;
using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>
/// Questions that name a wish or a whole field ("hỗ trợ doanh nghiệp", "luật mới", "tôi muốn vay vốn") and nothing that tells one article
/// from another, and what is asked back; see <c>fields.yaml</c>.
/// </summary>
internal sealed record FieldPolicy
{
    /// <summary>More words of the field than these begin to tell what is meant.</summary>
    private const int MaxFieldWords = 9;

    private FrozenSet<string>? fillerWords;
    private FrozenSet<string>? fieldWords;
    private FrozenDictionary<string, string>? keyByLabel;

    /// <summary>Who asks, how politely, and words that only hold a sentence together.</summary>
    [YamlMember(Alias = "filler")]
    public string FillerWords { get; init; } = "";

    /// <summary>The fields themselves: half of all articles could be meant.</summary>
    public string FieldWords { get; init; } = "";

    /// <summary>Words of a field that together do tell the matter.</summary>
    [YamlMember(Alias = "telling")]
    public WordPatterns TellingPhrases { get; init; } = WordPatterns.None;

    public List<VagueField> Fields { get; init; } = [];

    /// <param name="folded">Folded words, separated by single spaces.</param>
    public bool IsVague(string folded)
    {
        var words = folded.Split(' ');
        return words.Length > 0
            && words.All(IsGeneralWord)
            && words.Any(IsFieldWord)
            && words.Count(IsFieldWord) <= MaxFieldWords
            && !TellingPhrases.IsMatch(folded);
    }

    /// <summary>Whether a word names a field: half of all articles could be meant.</summary>
    public bool IsFieldWord(string word) => (fieldWords ??= ToSet(FieldWords)).Contains(word);

    /// <summary>Whether a text holds a word of a field.</summary>
    public bool NamesField(string folded) => folded.Split(' ').Any(IsFieldWord);

    /// <summary>Whether a word says who asks or names a field, and is no word of the matter itself.</summary>
    public bool IsGeneralWord(string word) => (fillerWords ??= ToSet(FillerWords)).Contains(word) || IsFieldWord(word);

    /// <summary>The field that folded words name; null when they name none of these.</summary>
    public VagueField? FindField(string folded) => Fields.Find(field => field.Words.IsMatch(folded));

    /// <summary>The article of a choice said in its own words; null when no choice is.</summary>
    public string? FindArticleKey(string folded) => (keyByLabel ??= CreateKeysByLabel()).GetValueOrDefault(folded);

    private FrozenDictionary<string, string> CreateKeysByLabel() =>
        Fields
            .SelectMany(field => field.Choices)
            .SelectMany(
                choice => new[] { choice.Label.Vi, choice.Label.En },
                (choice, label) => (Label: NormalizeWords(label), choice.ArticleKey)
            )
            .DistinctBy(pair => pair.Label)
            .ToFrozenDictionary(pair => pair.Label, pair => pair.ArticleKey, StringComparer.Ordinal);

    private static string NormalizeWords(string text) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));

    private static FrozenSet<string> ToSet(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>A field, and what is asked back when it is named and nothing more.</summary>
internal sealed record VagueField
{
    public required WordPatterns Words { get; init; }

    /// <summary>The question that is asked back.</summary>
    [YamlMember(Alias = "ask")]
    public required LocalizedText Question { get; init; }

    public List<VagueChoice> Choices { get; init; } = [];
}

internal sealed record VagueChoice
{
    /// <summary>The article that answers.</summary>
    [YamlMember(Alias = "key")]
    public required string ArticleKey { get; init; }

    public required LocalizedText Label { get; init; }
}
