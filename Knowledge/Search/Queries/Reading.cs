namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>One way to read a typed word.</summary>
/// <param name="First">The number of the reading's first word in the vocabulary, -1 for an unknown word.</param>
/// <param name="Second">Of its second word; -2 when it is one word.</param>
/// <param name="More">The words after the second, when there are.</param>
/// <param name="Cost">The negative logarithm of how likely this was typed for it, up to a constant.</param>
internal readonly record struct Reading(int First, int Second, int[]? More, double Cost)
{
    public const int None = -2;

    public static Reading Word(int id, double cost) => new(id, None, null, cost);

    public int Last =>
        More is { Length: > 0 } ? More[^1]
        : Second == None ? First
        : Second;

    public IEnumerable<int> Words => Second == None ? [First] : [First, Second, .. More ?? []];

    /// <summary>What its own words cost, following each other.</summary>
    public double Inner(SyllableModel model)
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

/// <summary>What each kind of slip costs, in natural logarithms.</summary>
internal sealed record DecoderCosts
{
    public static readonly DecoderCosts Default = new();

    /// <summary>A syllable that has all the typed marks and more.</summary>
    public double MoreMarks { get; init; } = 2;

    public double OtherMarks { get; init; } = 4;

    public double Telex { get; init; } = 1;

    /// <summary>Telex keys in a word that is also a word without conversion.</summary>
    public double TelexKnown { get; init; } = 5;

    public double Slip { get; init; } = 6;

    /// <summary>On top of a slip, when the typed tone changes.</summary>
    public double ToneChange { get; init; } = 2;

    public double Split { get; init; } = 5;

    public double Unknown { get; init; } = 3;

    public double Chat { get; init; } = 2;

    public double ChatKnown { get; init; } = 4;

    /// <summary>A spelling by sound.</summary>
    public double Sound { get; init; } = 4;
}
