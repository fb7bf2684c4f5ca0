using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search;

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

        var grams = docs <= CharactersUpTo ? new GramTable() : null;
        grams?.AddWords(vocabulary);
        var gramLengths = grams is null ? [] : new int[docs];
        PostingLists? exact = null, loose = null, title = null, gramPostings = null;
        PairTable? pairs = null, titlePairs = null, learnt = null;
        var map = vocabulary.LooseOfAll.ToArray();
        var same = Enumerable.Range(0, vocabulary.Count).ToArray();
        var sample = Sample();
        Parallel.Invoke(
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            () => pairs = PairTable.Build(tokens, docs, map, vocabulary.LooseCount, withPostings: true),
            () => exact = Postings(tokens, same, vocabulary.Count),
            () => loose = Postings(tokens, map, vocabulary.LooseCount),
            () => title = Postings(titles, same, vocabulary.Count),
            () => titlePairs = PairTable.Build(titles, docs, same, vocabulary.Count, withPostings: false),
            () => learnt = PairTable.Build(sample, sample.Docs, same, vocabulary.Count, withPostings: false),
            () => gramPostings = grams is null ? null : GramPostings(grams, gramLengths));
        return new LanguageIndex
        {
            Words = vocabulary,
            Tokens = new TokenStore(tokens),
            Lengths = lengths,
            TitleLengths = [.. titleLengths],
            GramLengths = gramLengths,
            Exact = exact!,
            Loose = loose!,
            Title = title!,
            Pairs = pairs!,
            TitlePairs = titlePairs!,
            Grams = grams,
            GramPostings = gramPostings,
            Model = new SyllableModel(Counts(sample), learnt!, sample.Total),
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
        foreach (var range in new WordRanges(normal))
        {
            var word = normal.AsSpan(range);
            if (!known.TryGetValue(word, out var id))
            {
                id = vocabulary.Add(word.ToString());
                known[word] = id;
            }

            tokens.Add(id);
        }
    }

    private static PostingLists Postings(TokenBuffer tokens, int[] map, int terms)
    {
        var builder = new PostingBuilder();
        var counts = new int[terms];
        for (var doc = 0; doc < tokens.Docs; doc++)
        {
            var words = tokens.Of(doc);
            foreach (var word in words)
            {
                counts[map[word]]++;
            }

            foreach (var word in words)
            {
                if (counts[map[word]] is var count and > 0)
                {
                    builder.Add(map[word], doc, count);
                    counts[map[word]] = 0;
                }
            }
        }

        return builder.Build(terms);
    }

    private PostingLists GramPostings(GramTable grams, int[] gramLengths)
    {
        var builder = new PostingBuilder();
        var counts = new int[grams.Count];
        for (var doc = 0; doc < tokens.Docs; doc++)
        {
            foreach (var word in tokens.Of(doc))
            {
                foreach (var gram in grams.Of(word))
                {
                    counts[gram]++;
                    gramLengths[doc]++;
                }
            }

            foreach (var word in tokens.Of(doc))
            {
                foreach (var gram in grams.Of(word))
                {
                    if (counts[gram] > 0)
                    {
                        builder.Add(gram, doc, counts[gram]);
                        counts[gram] = 0;
                    }
                }
            }
        }

        return builder.Build(grams.Count);
    }

    private TokenBuffer Sample()
    {
        if (tokens.Docs <= LearnFrom)
            return tokens;

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

    private int[] Counts(TokenBuffer sample)
    {
        var counts = new int[vocabulary.Count];
        for (var doc = 0; doc < sample.Docs; doc++)
        {
            foreach (var word in sample.Of(doc))
            {
                counts[word]++;
            }
        }

        return counts;
    }
}
