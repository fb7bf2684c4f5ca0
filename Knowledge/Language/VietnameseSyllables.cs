using System.Collections.Frozen;
using System.Text;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>The structure of a Vietnamese syllable: a valid onset and a valid rhyme.</summary>
internal static class VietnameseSyllables
{
    /// <summary>Frequent syllables, typed without diacritics, that are not English words.</summary>
    public static readonly FrozenSet<string> CommonWithoutDiacritics = ToSet(
        "toi cua duoc nhung nguoi khong cho nay mot cac nhu vay von thue nghiep dang giay phep muon bao nhieu lam the nao "
            + "gi nao khi thi voi trong ngoai sau truoc ve cong ty doanh ho tro quy dinh luat nghi dinh dieu kien thu tuc hoac "
            + "ai dau bi phai nen can co la va ban minh em anh chi oi nhe duoc chua roi neu vi sao tai viec moi dung lai dong "
            + "xin hoi biet nhan noi nam thang ngay tien hang hoa kinh doanh ho so nop dau tu lao khach mua sieu vua nho "
            + "ko dc dk ntn cty dn hd sx kd gtgt tndn tncn mst dnnvv htx tnhh"
    );

    private static readonly FrozenSet<string> Onsets = ToSet("b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");

    private static readonly FrozenSet<string> Rhymes = ToSet(
        "a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu "
            + "o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot u ua uan uang "
            + "uat uay uc ue uech uenh "
            + "ui uia um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu y yem yen yet "
            + "yeu eng uanh uach uai ue uac"
    );

    /// <summary>Whether this word is a valid Vietnamese syllable once its diacritics are removed.</summary>
    public static bool IsPossible(string folded)
    {
        var (onsets, rhymes) = (Onsets.GetAlternateLookup<ReadOnlySpan<char>>(), Rhymes.GetAlternateLookup<ReadOnlySpan<char>>());
        for (var onset = 0; onset <= Math.Min(3, folded.Length - 1); onset++)
        {
            if ((onset == 0 || onsets.Contains(folded.AsSpan(0, onset))) && rhymes.Contains(folded.AsSpan(onset)))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> ToSet(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>Puts the tone mark on a syllable, and checks whether a syllable is valid in Vietnamese.</summary>
internal static class SyllableWriter
{
    private const string Vowels = "aăâeêioôơuưy";
    private static readonly char[] ToneMarks = ['\0', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

    /// <param name="bare">The syllable in lower case with its vowel and consonant marks but without a tone.</param>
    /// <param name="tone">1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng, 0 none.</param>
    public static string AddTone(string bare, int tone)
    {
        if (tone == 0 || FindToneIndex(bare) is not (>= 0 and var toneIndex))
        {
            return bare;
        }

        return $"{bare[..toneIndex]}{$"{bare[toneIndex]}{ToneMarks[tone]}".Normalize(NormalizationForm.FormC)}{bare[(toneIndex + 1)..]}";
    }

    /// <summary>Whether a syllable is valid: at most one tone, and only sắc or nặng before a final c, ch, p or t.</summary>
    public static bool IsValid(string word)
    {
        var lower = word.ToLowerInvariant();
        var (toneCount, tone) = (0, 0);
        var bare = new StringBuilder(lower.Length);
        foreach (var c in lower)
        {
            var (letter, mark) = VietnameseLetters.SplitTone(c);
            bare.Append(letter);
            (toneCount, tone) = mark > 0 ? (toneCount + 1, mark) : (toneCount, tone);
        }

        var folded = VietnameseText.Fold(lower);
        var isStopped = folded.Length > 1 && (folded[^1] is 'c' or 'p' or 't' || folded.EndsWith("ch", StringComparison.Ordinal));
        return toneCount <= 1
            && folded.All(char.IsAsciiLetterLower)
            && VietnameseSyllables.IsPossible(folded)
            && !(isStopped && tone is 2 or 3 or 4)
            && !(isStopped && toneCount == 0 && bare.ToString().Any(c => c is 'ă' or 'â' or 'ê' or 'ô' or 'ơ' or 'ư'));
    }

    private static int FindToneIndex(string bare)
    {
        var first = 0;
        while (first < bare.Length && !Vowels.Contains(bare[first], StringComparison.Ordinal))
        {
            first++;
        }

        if (
            first + 1 < bare.Length
            && Vowels.Contains(bare[first + 1], StringComparison.Ordinal)
            && (bare.StartsWith("qu", StringComparison.Ordinal) || bare.StartsWith("gi", StringComparison.Ordinal))
        )
        {
            first++;
        }

        var end = first;
        while (end < bare.Length && Vowels.Contains(bare[end], StringComparison.Ordinal))
        {
            end++;
        }

        if (first == end)
        {
            return -1;
        }

        for (var i = end - 1; i >= first; i--)
        {
            if (bare[i] is 'ă' or 'â' or 'ê' or 'ô' or 'ơ' || (bare[i] == 'ư' && !bare.AsSpan(first, end - first).Contains('ơ')))
            {
                return i;
            }
        }

        return (end - first) switch
        {
            1 => first,
            2 => end < bare.Length || bare[first..end] is "oa" or "oe" or "uy" ? first + 1 : first,
            _ => first + 1,
        };
    }
}
