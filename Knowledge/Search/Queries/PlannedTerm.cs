namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>A query term of one retriever, with the contribution of one full match to the fused score.</summary>
internal readonly record struct PlannedTerm(string Text, int Id, double Idf, double UnitScore);

/// <summary>A pair of adjacent words in the question.</summary>
/// <param name="Id">The id of the pair of loose forms; -1 when no passage contains it.</param>
/// <param name="First">The index of the first word among the exact terms.</param>
/// <param name="LooseFirst">The index of its loose form among the loose terms.</param>
/// <param name="LoosePair">The index of the first pair with the same loose forms.</param>
internal readonly record struct PlannedPair(
    int Id,
    int First,
    int Second,
    int LooseFirst,
    int LooseSecond,
    int LoosePair,
    double Idf,
    double UnitScore
);
