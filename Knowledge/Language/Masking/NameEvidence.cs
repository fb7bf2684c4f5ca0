namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>What is known about one word of a text, from itself and from the words before it.</summary>
internal readonly record struct NameEvidence
{
    /// <summary>The word itself.</summary>
    public required NameFact Word { get; init; }

    /// <summary>Its capitals, the capitals of the text, and whether a sentence begins.</summary>
    public required NameFact Shape { get; init; }

    /// <summary>Which parts of a Vietnamese name it can be.</summary>
    public required NameFact Parts { get; init; }

    /// <summary>Which names of other languages it can be, or how it is built.</summary>
    public required NameFact Foreign { get; init; }

    /// <summary>How frequent it is in texts without names.</summary>
    public required NameFact Level { get; init; }

    /// <summary>How frequent the pair of the word before and this word is.</summary>
    public required NameFact Pair { get; init; }

    /// <summary>What the phrase that ends before it announces.</summary>
    public required NameFact Cue { get; init; }

    /// <summary>Whether it belongs to a phrase that is no name.</summary>
    public required NameFact Ordinary { get; init; }

    public required NameFact Gap { get; init; }

    /// <summary>The last letters of a word that is no Vietnamese syllable.</summary>
    public required NameFact Ending { get; init; }

    /// <summary>Whether it can belong to the same name as the word before it.</summary>
    public required bool CanContinue { get; init; }
}
