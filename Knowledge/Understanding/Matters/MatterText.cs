using System.Buffers;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding.Matters;

/// <summary>Reads words, pairs and names off a text, as hashes.</summary>
internal static class MatterText
{
    /// <summary>Characters after which a sentence or a quotation can begin.</summary>
    private static readonly SearchValues<char> SentenceStarts = SearchValues.Create(".?!:\n\"“(");

    private const int MinNumberLength = 4;
    private const int MaxNumberLength = 6;
    private const int FirstYear = 1980;
    private const int LastYear = 2040;

    /// <summary>A shorter word that is no Vietnamese syllable is more often a spelling of the chat.</summary>
    private const int MinForeignLength = 3;

    /// <summary>The exact form of a Vietnamese word, the stem of an English one.</summary>
    public static uint HashWord(Lang lang, string word) =>
        TextHash32(lang == Lang.Vi ? WordForms.ToExact(lang, word) : WordForms.ToLoose(lang, word));

    public static uint HashFolded(string word) => TextHash32(VietnameseText.Fold(word));

    public static uint Pair(uint first, uint second) => (first * 31) ^ second;

    /// <summary>The words and the pairs of adjacent words.</summary>
    public static IEnumerable<uint> GetUnits(Lang lang, string text)
    {
        uint previous = 0;
        foreach (var word in VietnameseText.SplitIntoWords(text))
        {
            var hash = HashWord(lang, word);
            yield return hash;
            if (previous != 0)
            {
                yield return Pair(previous, hash);
            }

            previous = hash;
        }
    }

    /// <summary>Whether a word tells something of the matter.</summary>
    public static bool IsContent(Lang lang, string word) =>
        word.Length > 1
        && !word.All(char.IsAsciiDigit)
        && StopWords.GetWeight(lang, WordForms.ToExact(lang, word)) >= 1
        && !(lang == Lang.Vi && IsShortForm(word));

    public static bool IsForeign(Lang lang, string word) =>
        lang == Lang.Vi && word.Length >= MinForeignLength && !VietnameseSyllables.IsPossible(VietnameseText.Fold(word));

    /// <summary>"cty", "đc", "BHXH": what is meant stands in the articles, the form may not.</summary>
    private static bool IsShortForm(string word) =>
        ChatSpelling.FindExpansions(word).Length > 0 || Glossary.Default.FindMeanings([word], Lang.Vi).Count > 0;

    /// <summary>
    /// The names in a message: capitalised words within a sentence, words in capitals, numbers of standards, and in Vietnamese words that
    /// are no syllables.
    /// </summary>
    public static List<uint> FindNames(Lang lang, string message)
    {
        var hasCase = message.Any(char.IsLower);
        var previousEnd = 0;
        List<uint> names = [];
        foreach (var range in new WordRanges(message))
        {
            var (start, end) = (range.Start.Value, range.End.Value);
            var isFirst = start == 0 || previousEnd == 0 || message.AsSpan(previousEnd, start - previousEnd).ContainsAny(SentenceStarts);
            previousEnd = end;
            if (IsName(lang, message, start, end, hasCase, isFirst))
            {
                names.Add(HashFolded(message[start..end]));
            }
        }

        return names;
    }

    private static bool IsName(Lang lang, string message, int start, int end, bool hasCase, bool isFirst)
    {
        var word = message[start..end];
        if (word.All(char.IsAsciiDigit))
        {
            var isPart = (start > 0 && IsJoint(message[start - 1])) || (end < message.Length && IsJoint(message[end]));
            return word.Length is >= MinNumberLength and <= MaxNumberLength
                && !isPart
                && int.Parse(word, System.Globalization.CultureInfo.InvariantCulture) is < FirstYear or > LastYear;
        }

        if (word.Length < 2 || word.Any(char.IsAsciiDigit))
        {
            return false;
        }

        var isCapital = hasCase && (word.All(char.IsUpper) || (!isFirst && char.IsUpper(word[0])));
        var normal = VietnameseText.Normalize(word);
        return (isCapital || (IsForeign(lang, normal) && word.Length > MinForeignLength)) && !IsShortForm(normal);
    }

    /// <summary>A part of a document's number or of an amount.</summary>
    private static bool IsJoint(char c) => c is '/' or '.' or ',' or '-';

    /// <summary>FNV-1a.</summary>
    private static uint TextHash32(string word)
    {
        var hash = 2166136261;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash;
    }
}
