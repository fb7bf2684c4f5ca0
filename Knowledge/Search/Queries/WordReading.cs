namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>A candidate correction of a typed word, as one or more words of the vocabulary.</summary>
/// <param name="First">The id of the first word; -1 for a word that is not in the vocabulary.</param>
/// <param name="Second">The id of the second word; <see cref="None"/> when the reading is one word.</param>
/// <param name="More">The ids of further words; null when there are none.</param>
/// <param name="Cost">The negative log probability, up to a constant, that this reading was typed as it was.</param>
internal readonly record struct WordReading(int First, int Second, int[]? More, double Cost)
{
    public const int None = -2;

    public static WordReading Word(int id, double cost) => new(id, None, null, cost);

    public int Last =>
        More is { Length: > 0 } ? More[^1]
        : Second == None ? First
        : Second;

    public IEnumerable<int> Words => Second == None ? [First] : [First, Second, .. More ?? []];

    /// <summary>The language model's cost of the words within the reading.</summary>
    public double InnerCost(BigramModel model)
    {
        if (Second == None)
        {
            return 0;
        }

        var cost = model.Cost(First, Second);
        var previous = Second;
        foreach (var word in More ?? [])
        {
            cost += model.Cost(previous, word);
            previous = word;
        }

        return cost;
    }
}

/// <summary>The cost of each kind of typing error, as a negative natural logarithm.</summary>
internal sealed record DecoderCosts
{
    public static readonly DecoderCosts Default = new();

    /// <summary>A syllable with all typed diacritics and more.</summary>
    public double MoreMarks { get; init; } = 2;

    public double OtherMarks { get; init; } = 4;

    public double Telex { get; init; } = 1;

    /// <summary>Telex keys in a word that is also a word as typed.</summary>
    public double TelexKnown { get; init; } = 5;

    public double Slip { get; init; } = 6;

    /// <summary>Added to an edit when it also changes the typed tone.</summary>
    public double ToneChange { get; init; } = 2;

    public double Split { get; init; } = 5;

    public double Unknown { get; init; } = 3;

    public double Chat { get; init; } = 2;

    public double ChatKnown { get; init; } = 4;

    /// <summary>A phonetic spelling.</summary>
    public double Sound { get; init; } = 4;
}
