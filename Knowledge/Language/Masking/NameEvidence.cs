namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>What is known about one word of a text, from itself and from the words before it.</summary>
internal readonly record struct NameEvidence
{
    /// <summary>The word itself.</summary>
    public required NameFact Word { get; init; }

    /// <summary>Its capitals, the capitals of the sentence, and whether one begins.</summary>
    public required NameFact Shape { get; init; }

    /// <summary>Which parts of a Vietnamese name it can be.</summary>
    public required NameFact Parts { get; init; }

    /// <summary>Whether it can be a family name.</summary>
    public bool IsFamilyName => Parts.Text[^3] != '-';

    /// <summary>Whether it is one of the words that stand in the middle of a name and hardly anywhere else: "thị", "văn".</summary>
    public bool IsMiddleName => Parts.Text[^2] == '1';

    /// <summary>Which names of other languages it can be, or how it is built.</summary>
    public required NameFact Foreign { get; init; }

    /// <summary>How frequent it is in texts without names.</summary>
    public required NameFact Level { get; init; }

    /// <summary>How frequent the pair of the word before and this word is.</summary>
    public required NameFact Pair { get; init; }

    /// <summary>Whether the word before it and this word are one word or a phrase in texts without names.</summary>
    public bool IsFirm => Pair.Text is "2" or "3";

    /// <summary>What the phrase that ends before it announces.</summary>
    public required NameFact Cue { get; init; }

    /// <summary>Whether it belongs to a phrase that is no person: a street, a company, a place, a country.</summary>
    public required NameFact Other { get; init; }

    public required NameFact Gap { get; init; }

    /// <summary>The last letters of a word that is no Vietnamese syllable.</summary>
    public required NameFact Ending { get; init; }

    /// <summary>Whether it can belong to the same name as the word before it.</summary>
    public required bool CanContinue { get; init; }
}
