using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Search.Learning;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>The inverted index of the passages of one language, as arrays of numbers.</summary>
internal sealed class LanguageIndex
{
    private PostingCodeBounds? codeBounds;

    public required Vocabulary Vocabulary { get; init; }

    public required TokenStore Tokens { get; init; }

    public required SentenceStore Sentences { get; init; }

    /// <summary>For each passage the number of words in its title and heading, which come first.</summary>
    public required ushort[] TitleLengths { get; init; }

    /// <summary>The shortest length of each length class of <see cref="PostingCode"/>, in words.</summary>
    public required int[] LengthClassFloors { get; init; }

    /// <summary>The upper bounds of posting codes, computed when they are first needed.</summary>
    public PostingCodeBounds CodeBounds => codeBounds ??= new PostingCodeBounds(LengthClassFloors, MeanPassageLength);

    public required PostingLists ExactPostings { get; init; }

    /// <summary>The number of passages that contain each loose form.</summary>
    public required int[] LooseDocumentFrequencies { get; init; }

    /// <summary>The number of titles that contain each exact form.</summary>
    public required int[] TitleDocumentFrequencies { get; init; }

    /// <summary>Pairs of adjacent loose forms.</summary>
    public required PairTable Pairs { get; init; }

    public required PairTable TitlePairs { get; init; }

    /// <summary>Null when the index has no character n-grams.</summary>
    public GramTable? Grams { get; init; }

    /// <summary>The number of character n-grams of each passage; empty without that retriever.</summary>
    public required int[] GramLengths { get; init; }

    /// <summary>The language model of the query decoder.</summary>
    public required BigramModel LanguageModel { get; init; }

    /// <summary>Null when fewer than two articles have enough phrasings.</summary>
    public PhrasingClassifier? Classifier { get; set; }

    public double MeanPassageLength { get; init; }

    public double MeanTitleLength { get; init; }

    public double MeanGramLength { get; init; }

    public int MaxPassageLength { get; init; }

    public int PassageCount => TitleLengths.Length;

    public long ByteSize =>
        Tokens.ByteSize
        + Sentences.ByteSize
        + (2L * TitleLengths.Length)
        + (4L * (GramLengths.Length + LooseDocumentFrequencies.Length + TitleDocumentFrequencies.Length))
        + ExactPostings.ByteSize
        + Pairs.ByteSize
        + TitlePairs.ByteSize
        + LanguageModel.ByteSize
        + (Grams?.Bytes ?? 0)
        + (Classifier?.ByteSize ?? 0)
        + (Vocabulary.Count * 200L);

    /// <summary>The same index with another classifier.</summary>
    public LanguageIndex WithClassifier(PhrasingClassifier? classifier)
    {
        var copy = (LanguageIndex)MemberwiseClone();
        copy.Classifier = classifier;
        return copy;
    }

    public void Save(SnapshotWriter writer)
    {
        Vocabulary.Save(writer);
        Tokens.Save(writer);
        Sentences.Save(writer);
        writer.Write<ushort>(TitleLengths);
        writer.Write<int>(LengthClassFloors);
        ExactPostings.Save(writer);
        writer.Write<int>(LooseDocumentFrequencies);
        writer.Write<int>(TitleDocumentFrequencies);
        Pairs.Save(writer);
        TitlePairs.Save(writer);
        writer.Write(Grams is not null);
        Grams?.Save(writer);
        writer.Write<int>(GramLengths);
        LanguageModel.Save(writer);
        writer.Write(Classifier is not null);
        Classifier?.Save(writer);
        writer.Write<double>([MeanPassageLength, MeanTitleLength, MeanGramLength]);
        writer.Write(MaxPassageLength);
    }

    /// <exception cref="InvalidDataException">The data is not an index.</exception>
    public static LanguageIndex Load(Lang lang, SnapshotReader reader)
    {
        var words = Vocabulary.Load(lang, reader);
        var tokens = TokenStore.Load(reader);
        var sentences = SentenceStore.Load(reader);
        var titles = reader.Read<ushort>();
        var floors = reader.Read<int>();
        var exact = PostingLists.Load(reader);
        var (loose, title) = (reader.Read<int>(), reader.Read<int>());
        var (pairs, titlePairs) = (PairTable.Load(reader), PairTable.Load(reader));
        var grams = reader.ReadValue<bool>() ? GramTable.Load(reader) : null;
        var gramLengths = reader.Read<int>();
        var model = BigramModel.Load(reader);
        var classifier = reader.ReadValue<bool>() ? PhrasingClassifier.Load(reader) : null;
        if (reader.Read<double>() is not [var mean, var meanTitle, var meanGrams])
        {
            throw new InvalidDataException("The means are missing.");
        }

        return new LanguageIndex
        {
            Vocabulary = words,
            Tokens = tokens,
            Sentences = sentences,
            TitleLengths = titles,
            LengthClassFloors = floors,
            ExactPostings = exact,
            LooseDocumentFrequencies = loose,
            TitleDocumentFrequencies = title,
            Pairs = pairs,
            TitlePairs = titlePairs,
            Grams = grams,
            GramLengths = gramLengths,
            LanguageModel = model,
            Classifier = classifier,
            MeanPassageLength = mean,
            MeanTitleLength = meanTitle,
            MeanGramLength = meanGrams,
            MaxPassageLength = reader.ReadValue<int>(),
        };
    }
}
