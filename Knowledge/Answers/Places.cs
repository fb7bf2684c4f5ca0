using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules.Places;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>Names of wards, communes and former districts. Where an enterprise is says nothing of the matter it asks about.</summary>
internal static class Places
{
    private const int LongestName = 5;

    private static readonly FrozenSet<string> Names = Wards
        .All.SelectMany(ward =>
            ward.FormerDistricts.Select(district => district[(district.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Append(ward.Name)
        )
        .Select(name => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(name))))
        .Where(name => name.Contains(' ', StringComparison.Ordinal))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Folded words without the places that a word of place leads to: <c>cong ty moi mo o dong anh</c> is <c>cong ty moi
    /// mo</c>.</summary>
    public static string Without(string folded)
    {
        var words = folded.Split(' ');
        var places = In(words);
        return places.Count == 0 ? folded : string.Join(' ', words.Where((_, i) => !places.Contains(i)));
    }

    /// <summary>Where in folded words places stand, with the word of place that leads to them.</summary>
    /// <param name="onlyWhere">Only what says where something is ("ở quận Cầu Giấy"): without such a word the place itself may be asked
    /// about.</param>
    public static HashSet<int> In(string[] words, bool onlyWhere = false)
    {
        var places = new HashSet<int>();
        for (var i = 0; i < words.Length; i++)
        {
            var leads = words[i] is "o" or "tai" or "in" || (!onlyWhere && words[i] is "phuong" or "xa" or "quan" or "huyen");
            var length = leads ? NameAt(words, i + 1) : 0;
            if (length > 0)
            {
                places.UnionWith(Enumerable.Range(i, length + 1));
            }

            i += length;
        }

        return places;
    }

    /// <summary>How many words from here on, with a type word before them or not, name a place.</summary>
    private static int NameAt(string[] words, int start)
    {
        var typed = start < words.Length && words[start] is "phuong" or "xa" or "quan" or "huyen" ? 1 : 0;
        for (var length = Math.Min(LongestName, words.Length - start - typed); length > 1; length--)
        {
            if (Names.Contains(string.Join(' ', words, start + typed, length)))
            {
                return length + typed;
            }
        }

        return 0;
    }
}
