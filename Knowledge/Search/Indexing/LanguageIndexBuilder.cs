using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>Builds a <see cref="LanguageIndex"/>. An instance builds one index.</summary>
internal sealed class LanguageIndexBuilder(Lang lang)
{
    /// <summary>
    /// The most passages for which character n-grams are indexed: in larger indexes they cost the most and improve results the least.
    /// </summary>
    public const int MaxPassagesForGrams = 100_000;

    /// <summary>
    /// The query decoder's language model is estimated from at most this many passages, spread evenly; more of the
    /// same domain do not improve it.
    /// </summary>
    private const int MaxTrainingPassages = 20_000;

    private readonly Vocabulary vocabulary = new(lang);
    private readonly Dictionary<string, int> idOf = new(StringComparer.Ordinal);
    private readonly TokenBuffer tokens = new();
    private readonly TokenBuffer titles = new();
    private readonly SentenceBuffer sentences = new();
    private readonly List<ushort> titleLengths = [];

    public LanguageIndex Build(IEnumerable<Passage> passages)
    {
        foreach (var passage in passages)
        {
            Read(passage);
        }

        var docs = tokens.Docs;
        var lengths = new int[docs];
        for (var doc = 0; doc < docs; doc++)
        {
            lengths[doc] = tokens.Of(doc).Length;
        }

        var floors = PostingCode.Floors(lengths);
        var classes = Array.ConvertAll(lengths, length => (byte)PostingCode.ClassOf(length, floors));
        var gramLengths = docs <= MaxPassagesForGrams ? new int[docs] : [];
        GramTable? grams = null;
        PostingLists? exact = null;
        PairTable? pairs = null,
            titlePairs = null,
            bigrams = null;
        int[] looseFrequencies = [],
            titleFrequencies = [];
        var toLoose = vocabulary.LooseOfAll.ToArray();
        var identity = Enumerable.Range(0, vocabulary.Count).ToArray();
        var sample = Sample();
        Parallel.Invoke(
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            () => pairs = PairTable.Build(tokens, docs, toLoose, vocabulary.LooseCount, classes),
            () => exact = Postings(classes),
            () => grams = gramLengths.Length == 0 ? null : GramTable.Build(vocabulary, tokens, gramLengths),
            () => bigrams = PairTable.Build(sample, sample.Docs, identity, vocabulary.Count, lengthClasses: null),
            () => looseFrequencies = DocumentFrequencies(tokens, toLoose, vocabulary.LooseCount),
            () => titleFrequencies = DocumentFrequencies(titles, identity, vocabulary.Count),
            () => titlePairs = PairTable.Build(titles, docs, identity, vocabulary.Count, lengthClasses: null)
        );
        return new LanguageIndex
        {
            Words = vocabulary,
            Tokens = TokenStore.Of(tokens, vocabulary.Count),
            Sentences = sentences.Build(),
            TitleLengths = [.. titleLengths],
            LengthFloors = floors,
            Exact = exact!,
            LooseDocumentFrequencies = looseFrequencies,
            TitleDocumentFrequencies = titleFrequencies,
            Pairs = pairs!,
            TitlePairs = titlePairs!,
            Grams = grams,
            GramLengths = gramLengths,
            Model = new BigramModel(Occurrences(sample), bigrams!, sample.Total),
            MeanLength = Math.Max(1, lengths.DefaultIfEmpty(1).Average()),
            MeanTitleLength = Math.Max(1, titleLengths.Select(l => (double)l).DefaultIfEmpty(1).Average()),
            MeanGramLength = Math.Max(1, gramLengths.DefaultIfEmpty(1).Average()),
            MaxLength = lengths.DefaultIfEmpty(0).Max(),
        };
    }

    private void Read(Passage passage)
    {
        Add(passage.Title);
        Add(passage.Heading);
        var title = Math.Min(tokens.OpenLength, ushort.MaxValue);
        titleLengths.Add((ushort)title);
        foreach (var phrasing in passage.Phrasings)
        {
            Add(phrasing);
        }

        Add(passage.Text);
        tokens.EndDoc();
        sentences.EndDoc();
        foreach (var word in tokens.Of(tokens.Docs - 1)[..title])
        {
            titles.Add(word);
        }

        titles.EndDoc();
    }

    private void Add(string text)
    {
        var normal = VietnameseText.Normalize(text);
        var known = idOf.GetAlternateLookup<ReadOnlySpan<char>>();
        var (start, end) = (0, -1);
        foreach (var range in new WordRanges(normal))
        {
            var word = normal.AsSpan(range);
            if (
                end >= 0
                && SentenceBoundary.Between(
                    normal.AsSpan(start, end - start),
                    normal.AsSpan(end, range.Start.Value - end),
                    word[0],
                    sentences.OpenLength == 1,
                    hasCase: false
                )
            )
            {
                sentences.EndSentence();
            }

            (start, end) = (range.Start.Value, range.End.Value);
            if (!known.TryGetValue(word, out var id))
            {
                id = vocabulary.Add(word.ToString());
                known[word] = id;
            }

            tokens.Add(id);
            sentences.AddWord();
        }

        sentences.EndSentence();
    }

    private PostingLists Postings(byte[] lengthClasses)
    {
        var builder = new PostingBuilder(vocabulary.Count, tokens.Docs);
        var (counts, inTitle) = (new int[vocabulary.Count], new bool[vocabulary.Count]);
        for (var doc = 0; doc < tokens.Docs; doc++)
        {
            var words = tokens.Of(doc);
            foreach (var word in words)
            {
                counts[word]++;
            }

            foreach (var word in titles.Of(doc))
            {
                inTitle[word] = true;
            }

            foreach (var word in words)
            {
                if (counts[word] == 0)
                {
                    continue;
                }

                builder.Add(word, doc, PostingCode.Of(counts[word], lengthClasses[doc], inTitle[word]));
                counts[word] = 0;
                inTitle[word] = false;
            }
        }

        return builder.Build();
    }

    /// <summary>The document frequency of each term.</summary>
    private static int[] DocumentFrequencies(TokenBuffer tokens, int[] toTerm, int terms)
    {
        var counts = new int[terms];
        var lastSeen = new int[terms];
        for (var doc = 0; doc < tokens.Docs; doc++)
        {
            foreach (var word in tokens.Of(doc))
            {
                if (lastSeen[toTerm[word]] == doc + 1)
                {
                    continue;
                }

                lastSeen[toTerm[word]] = doc + 1;
                counts[toTerm[word]]++;
            }
        }

        return counts;
    }

    private TokenBuffer Sample()
    {
        if (tokens.Docs <= MaxTrainingPassages)
        {
            return tokens;
        }

        var sample = new TokenBuffer();
        for (var i = 0; i < MaxTrainingPassages; i++)
        {
            foreach (var word in tokens.Of((int)((long)i * tokens.Docs / MaxTrainingPassages)))
            {
                sample.Add(word);
            }

            sample.EndDoc();
        }

        return sample;
    }

    private int[] Occurrences(TokenBuffer sample)
    {
        var counts = new int[vocabulary.Count];
        foreach (var word in sample.All)
        {
            counts[word]++;
        }

        return counts;
    }
}
