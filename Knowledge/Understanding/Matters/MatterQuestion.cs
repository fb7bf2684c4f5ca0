namespace PolicyAssistantBot.Knowledge.Understanding.Matters;

/// <summary>A word of a question in its place.</summary>
/// <param name="Hash">Of its exact form.</param>
/// <param name="Folded">The hash of the word without diacritics where it is no Vietnamese syllable, 0 otherwise: articles may hold such a
/// word in either language.</param>
/// <param name="IsContent">Whether it tells anything of the matter: a function word, a number or a spelling of the chat does not.</param>
/// <param name="Weight">How rare it is in articles and in messages of any matter, 0 to 1.</param>
/// <param name="IsUnknown">Whether no article contains it.</param>
internal readonly record struct MatterWord(uint Hash, uint Folded, bool IsContent, double Weight, bool IsUnknown);

/// <summary>A question, prepared by <see cref="MatterCoverage.Prepare"/> to be compared with several articles.</summary>
/// <param name="Pairs">The pairs of adjacent content words.</param>
/// <param name="Names">The hashes of the names in it, without diacritics.</param>
internal sealed record MatterQuestion(Lang Lang, MatterWord[] Words, MatterWord[] Pairs, uint[] Names);

/// <summary>How an article speaks about the matter of a question.</summary>
/// <param name="Words">The share of its words, by weight, that the article contains.</param>
/// <param name="InContext">The share of those that it contains next to a neighbour of the question.</param>
/// <param name="LostKnown">The weightiest word that the article lacks and another contains.</param>
/// <param name="LostUnknown">The weightiest word that no article contains.</param>
/// <param name="Held">The weightiest word that it contains.</param>
/// <param name="Names">The number of names in the question that it contains.</param>
/// <param name="OtherNames">The number of those that it lacks.</param>
/// <param name="UnknownPairs">The share of the pairs of words, by weight, that no article contains.</param>
internal readonly record struct MatterShares(
    double Words,
    double InContext,
    double LostKnown,
    double LostUnknown,
    double Held,
    int Names,
    int OtherNames,
    double UnknownPairs
)
{
    private const int MaxNames = 2;

    public double[] Features =>
        [Words, InContext, LostKnown, LostUnknown, Held, Math.Min(MaxNames, Names), Math.Min(MaxNames, OtherNames), UnknownPairs];
}
