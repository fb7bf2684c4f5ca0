using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>
/// Questions that name a wish or a whole field ("hỗ trợ doanh nghiệp", "luật mới", "tôi muốn vay vốn") and nothing that tells one article
/// from another, and what is asked back; see <c>fields.yaml</c>.
/// </summary>
internal sealed record FieldPolicy
{
    /// <summary>More words of the field than these begin to tell what is meant.</summary>
    private const int MostFieldWords = 9;

    private FrozenSet<string>? filler;
    private FrozenSet<string>? named;
    private FrozenDictionary<string, string>? keys;

    /// <summary>Who asks, how politely, and words that only hold a sentence together.</summary>
    public string Filler { get; init; } = "";

    /// <summary>The fields themselves: half of all articles could be meant.</summary>
    public string FieldWords { get; init; } = "";

    /// <summary>Words of a field that together do tell the matter.</summary>
    public WordPatterns Telling { get; init; } = WordPatterns.None;

    public List<VagueField> Fields { get; init; } = [];

    /// <param name="folded">Folded words, separated by single spaces.</param>
    public bool IsVague(string folded)
    {
        var words = folded.Split(' ');
        return words.Length > 0
            && words.All(IsGeneral)
            && words.Any(IsField)
            && words.Count(IsField) <= MostFieldWords
            && !Telling.IsIn(folded);
    }

    /// <summary>Whether a word names a field: half of all articles could be meant.</summary>
    public bool IsField(string word) => (named ??= Words(FieldWords)).Contains(word);

    /// <summary>Whether a text holds a word of a field.</summary>
    public bool NamesField(string folded) => folded.Split(' ').Any(IsField);

    /// <summary>Whether a word says who asks or names a field, and is no word of the matter itself.</summary>
    public bool IsGeneral(string word) => (filler ??= Words(Filler)).Contains(word) || IsField(word);

    /// <summary>The field that folded words name; null when they name none of these.</summary>
    public VagueField? Of(string folded) => Fields.Find(field => field.Words.IsIn(folded));

    /// <summary>The article of a choice said in its own words; null when no choice is.</summary>
    public string? KeyOf(string folded) => (keys ??= KeysByLabel()).GetValueOrDefault(folded);

    private FrozenDictionary<string, string> KeysByLabel() =>
        Fields
            .SelectMany(field => field.Choices)
            .SelectMany(choice => new[] { choice.Label.Vi, choice.Label.En }, (choice, label) => (Label: Fold(label), choice.Key))
            .DistinctBy(pair => pair.Label)
            .ToFrozenDictionary(pair => pair.Label, pair => pair.Key, StringComparer.Ordinal);

    private static string Fold(string text) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>A field, and what is asked back when it is named and nothing more.</summary>
internal sealed record VagueField
{
    public required WordPatterns Words { get; init; }

    /// <summary>The question that is asked back.</summary>
    public required LocalizedText Ask { get; init; }

    public List<VagueChoice> Choices { get; init; } = [];
}

internal sealed record VagueChoice
{
    /// <summary>The article that answers.</summary>
    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }
}
