using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>How a word is built: as a syllable of Vietnamese, or as names of other languages are.</summary>
internal static class NameForm
{
    public static readonly NameFact Syllable = new("v");
    private static readonly NameFact Pinyin = new("p");
    private static readonly NameFact Kana = new("z");
    private static readonly NameFact Unknown = new("?");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KanaOnsets = ToLookup(
        "k g s z t d n h f b p m y r w j sh ch ts ky gy ry ny hy my kk tt pp nn"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PinyinOnsets = ToLookup(
        "b p m f d t n l g k h j q x zh ch sh r z c s y w"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PinyinRhymes = ToLookup(
        "a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ue er"
    );

    /// <summary>How a word is built that no list has.</summary>
    public static NameFact Find(string folded) =>
        VietnameseSyllables.IsPossible(folded) ? Syllable
        : folded.Length >= 5 && IsKana(folded) ? Kana
        : folded.Length >= 5 && IsPinyin(folded) ? Pinyin
        : Unknown;

    /// <summary>Open syllables alone, as in Japanese.</summary>
    private static bool IsKana(string word)
    {
        for (var i = 0; i < word.Length; )
        {
            var onset = i;
            while (i < word.Length && !"aeiou".Contains(word[i], StringComparison.Ordinal))
            {
                i++;
            }

            var consonants = word.AsSpan(onset, i - onset);
            if (i == word.Length)
            {
                return consonants is "n";
            }

            if (!KanaOnsets.Contains(consonants) && !(consonants.Length > 1 && consonants[0] is 'n' or 'm'))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    /// <summary>Two syllables that are both possible in Chinese: "xiaoming".</summary>
    private static bool IsPinyin(string word)
    {
        for (var split = 2; split <= word.Length - 2; split++)
        {
            if (IsPinyinSyllable(word.AsSpan(0, split)) && IsPinyinSyllable(word.AsSpan(split)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPinyinSyllable(ReadOnlySpan<char> syllable)
    {
        var vowel = syllable.IndexOfAny("aeiou");
        return vowel >= 0 && PinyinOnsets.Contains(syllable[..vowel]) && PinyinRhymes.Contains(syllable[vowel..]);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ToLookup(string words) =>
        words.Split(' ').Append("").ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
