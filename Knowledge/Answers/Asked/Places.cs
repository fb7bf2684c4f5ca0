using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules.Places;

namespace PolicyAssistantBot.Knowledge.Answers.Asked;

/// <summary>
/// Finds place names (wards, communes, former districts), because the place of an enterprise says nothing about its matter.
/// </summary>
internal static class Places
{
    private const int MaxNameWords = 5;

    private static readonly FrozenSet<string> Names = Wards
        .All.SelectMany(ward =>
            ward.FormerDistricts.Select(district => district[(district.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Append(ward.Name)
        )
        .Select(name => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(name))))
        .Where(name => name.Contains(' ', StringComparison.Ordinal))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Folded words without the places that a word of place leads to: <c>cong ty moi mo o dong anh</c> is <c>cong ty moi
    /// mo</c>.</summary>
    public static string RemoveFrom(string folded)
    {
        var words = folded.Split(' ');
        var places = FindIn(words);
        return places.Count == 0 ? folded : string.Join(' ', words.Where((_, i) => !places.Contains(i)));
    }

    /// <summary>The indices of folded words that name a place, including the preposition or type word before it.</summary>
    /// <param name="onlyWithPreposition">
    /// Only places after a preposition ("ở quận Cầu Giấy"); without one, the place itself may be asked about.
    /// </param>
    public static HashSet<int> FindIn(string[] words, bool onlyWithPreposition = false)
    {
        var places = new HashSet<int>();
        for (var i = 0; i < words.Length; i++)
        {
            var leadsToPlace =
                words[i] is "o" or "tai" or "in" || (!onlyWithPreposition && words[i] is "phuong" or "xa" or "quan" or "huyen");
            var length = leadsToPlace ? CountNameWords(words, i + 1) : 0;
            if (length > 0)
            {
                places.UnionWith(Enumerable.Range(i, length + 1));
            }

            i += length;
        }

        return places;
    }

    /// <summary>The number of words from here on, with or without a type word, that name a place; 0 when none do.</summary>
    private static int CountNameWords(string[] words, int start)
    {
        var typeWordCount = start < words.Length && words[start] is "phuong" or "xa" or "quan" or "huyen" ? 1 : 0;
        for (var length = Math.Min(MaxNameWords, words.Length - start - typeWordCount); length > 1; length--)
        {
            if (Names.Contains(string.Join(' ', words, start + typeWordCount, length)))
            {
                return length + typeWordCount;
            }
        }

        return 0;
    }
}
