namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>
/// How frequent words are in texts without names, and how firmly two words belong together there: "thanh toan" is a word, "thanh hoan" is
/// unknown, and "le co" (of "điều lệ có") was seen, but not more often than by chance.
/// </summary>
/// <param name="total">The number of words that were counted.</param>
internal sealed class NameVocabulary(Dictionary<ulong, int> counts, long total)
{
    private const int Seldom = 2;
    private const int Sometimes = 6;
    private const int Often = 30;

    /// <summary>A pair that is so many times as frequent as by chance is a word or a phrase.</summary>
    private const int FirmRatio = 5;

    /// <summary>A word that is so many times as frequent when the marks of all texts are removed is mostly written with marks.</summary>
    private const int MarkedRatio = 20;

    private static readonly NameFact[] LevelFacts = [new("0"), new("1"), new("2"), new("3")];

    public static ulong GetPairKey(ulong first, ulong second) => NameHash.Combine(NameHash.Combine(2, first), second);

    /// <summary>Whether a word that has no marks is mostly one whose marks were left out: "duoc", "toi".</summary>
    /// <param name="word">The key of the word in a text with marks.</param>
    /// <param name="unmarked">Its key in a text without marks.</param>
    public bool IsMostlyMarked(ulong word, ulong unmarked)
    {
        var count = Count(unmarked);
        return count >= Sometimes && Count(word) * MarkedRatio < count;
    }

    /// <param name="leftOut">How often it was counted in the text itself, which is left out when the weights are learnt.</param>
    public NameFact GetLevel(ulong word, int leftOut) =>
        LevelFacts[
            Count(word, leftOut) switch
            {
                < Seldom => 0,
                < Sometimes => 1,
                < Often => 2,
                _ => 3,
            }
        ];

    /// <param name="leftOut">How often the pair was counted in the text itself.</param>
    public NameFact GetPairLevel(ReadOnlySpan<ulong> pair, int leftOut)
    {
        var (first, second) = (pair[0], pair[1]);
        var count = Count(GetPairKey(first, second), leftOut);
        if (count < Seldom)
        {
            return LevelFacts[0];
        }

        var byChance = (long)Count(first) * Count(second);
        return count * total < FirmRatio * byChance ? LevelFacts[1]
            : count < Sometimes ? LevelFacts[2]
            : LevelFacts[3];
    }

    /// <summary>The count as the model's file has it, so that the weights are learnt from what is read later.</summary>
    private int Count(ulong key, int leftOut = 0) =>
        counts.TryGetValue(key, out var count) && count - leftOut >= Seldom ? Round(count - leftOut) : 0;

    /// <summary>2, 3, 4, 6, 8, 12, 16, 24 …</summary>
    public static int Round(int count)
    {
        var power = 1 << System.Numerics.BitOperations.Log2((uint)count);
        return count >= power + (power / 2) ? power + (power / 2) : power;
    }
}
