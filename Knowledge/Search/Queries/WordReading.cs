namespace PolicyAssistantBot.Knowledge.Search.Queries;

/// <summary>A candidate correction of a typed word, as one or more words of the vocabulary.</summary>
/// <param name="FirstWord">The id of the first word; -1 for a word that is not in the vocabulary.</param>
/// <param name="SecondWord">The id of the second word; <see cref="NoWord"/> when the reading is one word.</param>
/// <param name="FurtherWords">The ids of further words; null when there are none.</param>
/// <param name="Cost">The negative log probability, up to a constant, that this reading was typed as it was.</param>
internal readonly record struct WordReading(int FirstWord, int SecondWord, int[]? FurtherWords, double Cost)
{
    public const int NoWord = -2;

    public static WordReading ForWord(int id, double cost) => new(id, NoWord, null, cost);

    public int LastWord =>
        FurtherWords is { Length: > 0 } ? FurtherWords[^1]
        : SecondWord == NoWord ? FirstWord
        : SecondWord;

    public IEnumerable<int> Words => SecondWord == NoWord ? [FirstWord] : [FirstWord, SecondWord, .. FurtherWords ?? []];

    /// <summary>The language model's cost of the words within the reading.</summary>
    public double GetInnerCost(BigramModel model)
    {
        if (SecondWord == NoWord)
        {
            return 0;
        }

        var cost = model.GetCost(FirstWord, SecondWord);
        var previous = SecondWord;
        foreach (var word in FurtherWords ?? [])
        {
            cost += model.GetCost(previous, word);
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
    public double MissingDiacritics { get; init; } = 2;

    public double WrongDiacritics { get; init; } = 4;

    public double Telex { get; init; } = 1;

    /// <summary>Telex keys in a word that is also a word as typed.</summary>
    public double TelexInKnownWord { get; init; } = 5;

    public double SingleEdit { get; init; } = 6;

    /// <summary>Added to an edit when it also changes the typed tone.</summary>
    public double ToneChange { get; init; } = 2;

    public double SplitWord { get; init; } = 5;

    public double UnknownWord { get; init; } = 3;

    public double ChatSpelling { get; init; } = 2;

    public double ChatSpellingOfKnownWord { get; init; } = 4;

    /// <summary>A phonetic spelling.</summary>
    public double PhoneticSpelling { get; init; } = 4;
}
