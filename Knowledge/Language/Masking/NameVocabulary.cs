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

    private static readonly NameFact[] LevelFacts = [new("0"), new("1"), new("2"), new("3")];

    public static ulong GetPairKey(ulong first, ulong second) => NameHash.Combine(NameHash.Combine(2, first), second);

    /// <param name="leftOut">How often it was counted in the text itself, which is left out when the weights are learnt.</param>
    public NameFact GetLevel(ulong word, int leftOut) =>
        LevelFacts[
            (counts.GetValueOrDefault(word) - leftOut) switch
            {
                < Seldom => 0,
                < Sometimes => 1,
                < Often => 2,
                _ => 3,
            }
        ];

    /// <param name="leftOut">How often the pair was counted in the text itself.</param>
    public NameFact GetPairLevel(ulong first, ulong second, int leftOut)
    {
        var count = counts.GetValueOrDefault(GetPairKey(first, second)) - leftOut;
        if (count < Seldom)
        {
            return LevelFacts[0];
        }

        var byChance = (long)counts.GetValueOrDefault(first) * counts.GetValueOrDefault(second);
        return count * total < FirmRatio * byChance ? LevelFacts[1]
            : count < Sometimes ? LevelFacts[2]
            : LevelFacts[3];
    }
}
