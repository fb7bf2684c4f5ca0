namespace PolicyAssistantBot.Knowledge.Evaluation.Names;

/// <summary>How many sentences of each kind are made, and how the weights are learnt from them.</summary>
internal sealed record NameTrainingOptions
{
    /// <summary>Sentences made from templates.</summary>
    public int Templates { get; init; } = 100_000;

    /// <summary>Sentences without names.</summary>
    public int Plain { get; init; } = 90_000;

    /// <summary>Ordinary sentences in which a name replaces a pronoun.</summary>
    public int Replaced { get; init; } = 35_000;

    /// <summary>Ordinary sentences with a name at any place.</summary>
    public int Inserted { get; init; } = 10_000;

    /// <summary>How often each written message is typed.</summary>
    public int Variants { get; init; } = 20;

    public int Epochs { get; init; } = 6;

    /// <summary>A feature that occurs less often is not learnt.</summary>
    public int LeastOccurrences { get; init; } = 15;

    /// <summary>
    /// A smaller weight, in tenths, is left out of the file. From 15 to 70 the names found and the messages touched differ by less than one
    /// in a hundred, and the file shrinks to a third; at 100 names are lost.
    /// </summary>
    public int LeastWeight { get; init; } = 50;

    /// <summary>In how many of a hundred cases the words themselves, or the words beside them, are ignored.</summary>
    public int WordDropout { get; init; } = 30;

    public int NeighbourDropout { get; init; } = 30;

    /// <summary>By how much a word of a name has to be one, and any other word none.</summary>
    public int MarginOfNames { get; init; } = 60;

    public int MarginOfOthers { get; init; } = 40;
}
