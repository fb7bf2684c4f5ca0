namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>The passages of one language, inverted: number arrays only.</summary>
internal sealed class LanguageIndex
{
    public required Vocabulary Words { get; init; }

    public required TokenStore Tokens { get; init; }

    /// <summary>Words of each passage, its title and heading included.</summary>
    public required int[] Lengths { get; init; }

    /// <summary>How many of a passage's first words are its title and heading.</summary>
    public required ushort[] TitleLengths { get; init; }

    /// <summary>Character runs of each passage; empty when that channel is left out.</summary>
    public required int[] GramLengths { get; init; }

    public required PostingLists Exact { get; init; }

    public required PostingLists Loose { get; init; }

    public required PostingLists Title { get; init; }

    /// <summary>Neighbouring loose forms.</summary>
    public required PairTable Pairs { get; init; }

    public required PairTable TitlePairs { get; init; }

    public GramTable? Grams { get; init; }

    public PostingLists? GramPostings { get; init; }

    /// <summary>What the decoder knows of how words follow each other.</summary>
    public required SyllableModel Model { get; init; }

    /// <summary>Null when fewer than two articles have enough phrasings.</summary>
    public PhrasingClassifier? Classifier { get; set; }

    public double MeanLength { get; init; }

    public double MeanTitleLength { get; init; }

    public double MeanGramLength { get; init; }

    public int MaxLength { get; init; }

    public int Count => Lengths.Length;

    public long Bytes => Tokens.Bytes + (4L * Lengths.Length) + (2L * TitleLengths.Length) + (4L * GramLengths.Length)
        + Exact.Bytes + Loose.Bytes + Title.Bytes + Pairs.Bytes + TitlePairs.Bytes + (GramPostings?.Bytes ?? 0) + Model.Bytes + (Classifier?.Bytes ?? 0)
        + (Words.Count * 120L) + ((Grams?.Count ?? 0) * 60L);
}
