using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>Builds a <see cref="LanguageIndex"/>; used once.</summary>
internal sealed class LanguageIndexBuilder(Lang lang)
{
    /// <summary>Above this the channel of character runs is left out: it costs the most there and adds the least.</summary>
    public const int CharactersUpTo = 100_000;

    /// <summary>The decoder learns from at most this many passages, spread evenly: more of the same field teaches it nothing new.</summary>
    private const int LearnFrom = 20_000;

    private readonly Vocabulary vocabulary = new(lang);
    private readonly Dictionary<string, int> surface = new(StringComparer.Ordinal);
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
        var gramLengths = docs <= CharactersUpTo ? new int[docs] : [];
        GramTable? grams = null;
        PostingLists? exact = null;
        PairTable? pairs = null,
            titlePairs = null,
            learnt = null;
        int[] looseCounts = [],
            titleCounts = [];
        var map = vocabulary.LooseOfAll.ToArray();
        var same = Enumerable.Range(0, vocabulary.Count).ToArray();
        var sample = Sample();
        Parallel.Invoke(
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            () => pairs = PairTable.Build(tokens, docs, map, vocabulary.LooseCount, classes),
            () => exact = Postings(classes),
            () => grams = gramLengths.Length == 0 ? null : GramTable.Build(vocabulary, tokens, gramLengths),
            () => learnt = PairTable.Build(sample, sample.Docs, same, vocabulary.Count, lengthClasses: null),
            () => looseCounts = Counts(tokens, map, vocabulary.LooseCount),
            () => titleCounts = Counts(titles, same, vocabulary.Count),
            () => titlePairs = PairTable.Build(titles, docs, same, vocabulary.Count, lengthClasses: null)
        );
        return new LanguageIndex
        {
            Words = vocabulary,
            Tokens = TokenStore.Of(tokens, vocabulary.Count),
            Sentences = sentences.Build(),
            TitleLengths = [.. titleLengths],
            LengthFloors = floors,
            Exact = exact!,
            LooseCounts = looseCounts,
            TitleCounts = titleCounts,
            Pairs = pairs!,
            TitlePairs = titlePairs!,
            Grams = grams,
            GramLengths = gramLengths,
            Model = new SyllableModel(Occurrences(sample), learnt!, sample.Total),
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
        var title = Math.Min(tokens.Open, ushort.MaxValue);
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
        var known = surface.GetAlternateLookup<ReadOnlySpan<char>>();
        var (start, end) = (0, -1);
        foreach (var range in new WordRanges(normal))
        {
            var word = normal.AsSpan(range);
            if (
                end >= 0
                && SentenceEnds.Between(
                    normal.AsSpan(start, end - start),
                    normal.AsSpan(end, range.Start.Value - end),
                    word[0],
                    sentences.Open == 1,
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

    /// <summary>The number of passages with each term.</summary>
    private static int[] Counts(TokenBuffer tokens, int[] map, int terms)
    {
        var counts = new int[terms];
        var lastSeen = new int[terms];
        for (var doc = 0; doc < tokens.Docs; doc++)
        {
            foreach (var word in tokens.Of(doc))
            {
                if (lastSeen[map[word]] == doc + 1)
                {
                    continue;
                }

                lastSeen[map[word]] = doc + 1;
                counts[map[word]]++;
            }
        }

        return counts;
    }

    private TokenBuffer Sample()
    {
        if (tokens.Docs <= LearnFrom)
        {
            return tokens;
        }

        var sample = new TokenBuffer();
        for (var i = 0; i < LearnFrom; i++)
        {
            foreach (var word in tokens.Of((int)((long)i * tokens.Docs / LearnFrom)))
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
