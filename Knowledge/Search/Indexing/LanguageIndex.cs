using PolicyAssistantBot.Knowledge.Search.Learning;
using PolicyAssistantBot.Knowledge.Search.Queries;
using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>The passages of one language, inverted: number arrays only.</summary>
internal sealed class LanguageIndex
{
    private CodeTables? codes;

    public required Vocabulary Words { get; init; }

    public required TokenStore Tokens { get; init; }

    public required SentenceStore Sentences { get; init; }

    /// <summary>How many of a passage's first words are its title and heading.</summary>
    public required ushort[] TitleLengths { get; init; }

    /// <summary>The lower bounds of the classes of length in postings, see <see cref="PostingCode"/>.</summary>
    public required int[] LengthFloors { get; init; }

    /// <summary>The maximum contributions of posting codes.</summary>
    public CodeTables Codes => codes ??= new CodeTables(LengthFloors, MeanLength);

    public required PostingLists Exact { get; init; }

    /// <summary>The number of passages with each loose form.</summary>
    public required int[] LooseCounts { get; init; }

    /// <summary>The number of titles with each exact form.</summary>
    public required int[] TitleCounts { get; init; }

    /// <summary>Neighbouring loose forms.</summary>
    public required PairTable Pairs { get; init; }

    public required PairTable TitlePairs { get; init; }

    /// <summary>Null when the channel of character runs is left out.</summary>
    public GramTable? Grams { get; init; }

    /// <summary>Character runs of each passage; empty when that channel is left out.</summary>
    public required int[] GramLengths { get; init; }

    /// <summary>What the decoder knows of how words follow each other.</summary>
    public required SyllableModel Model { get; init; }

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
        + (4L * (GramLengths.Length + LooseCounts.Length + TitleCounts.Length))
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
        to.Write<int>(LooseCounts);
        to.Write<int>(TitleCounts);
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

    /// <exception cref="InvalidDataException">What is read is not an index.</exception>
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
        var grams = from.One<bool>() ? GramTable.Load(from) : null;
        var gramLengths = from.Read<int>();
        var model = SyllableModel.Load(from);
        var classifier = from.One<bool>() ? PhrasingClassifier.Load(from) : null;
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
            LooseCounts = loose,
            TitleCounts = title,
            Pairs = pairs,
            TitlePairs = titlePairs,
            Grams = grams,
            GramLengths = gramLengths,
            Model = model,
            Classifier = classifier,
            MeanLength = mean,
            MeanTitleLength = meanTitle,
            MeanGramLength = meanGrams,
            MaxLength = from.One<int>(),
        };
    }
}
