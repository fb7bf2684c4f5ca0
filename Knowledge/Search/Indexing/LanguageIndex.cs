using PolicyAssistantBot.Knowledge.Search.Learning;
using PolicyAssistantBot.Knowledge.Search.Queries;
using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>The inverted index of the passages of one language, as arrays of numbers.</summary>
internal sealed class LanguageIndex
{
    private PostingCodeBounds? codeBounds;

    public required Vocabulary Words { get; init; }

    public required TokenStore Tokens { get; init; }

    public required SentenceStore Sentences { get; init; }

    /// <summary>For each passage the number of words in its title and heading, which come first.</summary>
    public required ushort[] TitleLengths { get; init; }

    /// <summary>The shortest length of each length class of <see cref="PostingCode"/>, in words.</summary>
    public required int[] LengthFloors { get; init; }

    /// <summary>The upper bounds of posting codes, computed when they are first needed.</summary>
    public PostingCodeBounds CodeBounds => codeBounds ??= new PostingCodeBounds(LengthFloors, MeanLength);

    public required PostingLists Exact { get; init; }

    /// <summary>The number of passages that contain each loose form.</summary>
    public required int[] LooseDocumentFrequencies { get; init; }

    /// <summary>The number of titles that contain each exact form.</summary>
    public required int[] TitleDocumentFrequencies { get; init; }

    /// <summary>Pairs of adjacent loose forms.</summary>
    public required PairTable Pairs { get; init; }

    public required PairTable TitlePairs { get; init; }

    /// <summary>Null when the index has no character n-grams.</summary>
    public GramTable? Grams { get; init; }

    /// <summary>The number of character n-grams of each passage; empty without that channel.</summary>
    public required int[] GramLengths { get; init; }

    /// <summary>The language model of the query decoder.</summary>
    public required BigramModel Model { get; init; }

    /// <summary>Null when fewer than two articles have enough phrasings.</summary>
    public PhrasingClassifier? Classifier { get; set; }

    public double MeanLength { get; init; }

    public double MeanTitleLength { get; init; }

    public double MeanGramLength { get; init; }

    public int MaxLength { get; init; }

    public int Count => TitleLengths.Length;

    public long Bytes =>
        Tokens.Bytes
        + Sentences.Bytes
        + (2L * TitleLengths.Length)
        + (4L * (GramLengths.Length + LooseDocumentFrequencies.Length + TitleDocumentFrequencies.Length))
        + Exact.Bytes
        + Pairs.Bytes
        + TitlePairs.Bytes
        + Model.Bytes
        + (Grams?.Bytes ?? 0)
        + (Classifier?.Bytes ?? 0)
        + (Words.Count * 200L);

    public void Save(SnapshotWriter to)
    {
        Words.Save(to);
        Tokens.Save(to);
        Sentences.Save(to);
        to.Write<ushort>(TitleLengths);
        to.Write<int>(LengthFloors);
        Exact.Save(to);
        to.Write<int>(LooseDocumentFrequencies);
        to.Write<int>(TitleDocumentFrequencies);
        Pairs.Save(to);
        TitlePairs.Save(to);
        to.Write(Grams is not null);
        Grams?.Save(to);
        to.Write<int>(GramLengths);
        Model.Save(to);
        to.Write(Classifier is not null);
        Classifier?.Save(to);
        to.Write<double>([MeanLength, MeanTitleLength, MeanGramLength]);
        to.Write(MaxLength);
    }

    /// <exception cref="InvalidDataException">The data is not an index.</exception>
    public static LanguageIndex Load(Lang lang, SnapshotReader from)
    {
        var words = Vocabulary.Load(lang, from);
        var tokens = TokenStore.Load(from);
        var sentences = SentenceStore.Load(from);
        var titles = from.Read<ushort>();
        var floors = from.Read<int>();
        var exact = PostingLists.Load(from);
        var (loose, title) = (from.Read<int>(), from.Read<int>());
        var (pairs, titlePairs) = (PairTable.Load(from), PairTable.Load(from));
        var grams = from.ReadValue<bool>() ? GramTable.Load(from) : null;
        var gramLengths = from.Read<int>();
        var model = BigramModel.Load(from);
        var classifier = from.ReadValue<bool>() ? PhrasingClassifier.Load(from) : null;
        if (from.Read<double>() is not [var mean, var meanTitle, var meanGrams])
        {
            throw new InvalidDataException("The means are missing.");
        }

        return new LanguageIndex
        {
            Words = words,
            Tokens = tokens,
            Sentences = sentences,
            TitleLengths = titles,
            LengthFloors = floors,
            Exact = exact,
            LooseDocumentFrequencies = loose,
            TitleDocumentFrequencies = title,
            Pairs = pairs,
            TitlePairs = titlePairs,
            Grams = grams,
            GramLengths = gramLengths,
            Model = model,
            Classifier = classifier,
            MeanLength = mean,
            MeanTitleLength = meanTitle,
            MeanGramLength = meanGrams,
            MaxLength = from.ReadValue<int>(),
        };
    }
}
