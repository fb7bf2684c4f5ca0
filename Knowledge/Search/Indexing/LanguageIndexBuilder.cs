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
    private readonly Dictionary<string, int> idByWord = new(StringComparer.Ordinal);
    private readonly TokenBuffer tokens = new();
    private readonly TokenBuffer titles = new();
    private readonly SentenceBuffer sentences = new();
    private readonly List<ushort> titleLengths = [];

    public LanguageIndex Build(IEnumerable<Passage> passages)
    {
        foreach (var passage in passages)
        {
            AddPassage(passage);
        }

        var docCount = tokens.DocCount;
        var lengths = new int[docCount];
        for (var doc = 0; doc < docCount; doc++)
        {
            lengths[doc] = tokens.GetWords(doc).Length;
        }

        var floors = PostingCode.ComputeClassFloors(lengths);
        var lengthClasses = Array.ConvertAll(lengths, length => (byte)PostingCode.FindLengthClass(length, floors));
        var gramLengths = docCount <= MaxPassagesForGrams ? new int[docCount] : [];
        GramTable? grams = null;
        PostingLists? exact = null;
        PairTable? pairs = null,
            titlePairs = null,
            bigrams = null;
        int[] looseFrequencies = [],
            titleFrequencies = [];
        var looseByWord = vocabulary.LooseIds.ToArray();
        var identity = Enumerable.Range(0, vocabulary.Count).ToArray();
        var sample = SampleTokens();
        ParallelWork.Invoke(
            () => pairs = PairTable.Build(tokens, docCount, looseByWord, vocabulary.LooseCount, lengthClasses),
            () => exact = BuildPostings(lengthClasses),
            () => grams = gramLengths.Length == 0 ? null : GramTable.Build(vocabulary, tokens, gramLengths),
            () => bigrams = PairTable.Build(sample, sample.DocCount, identity, vocabulary.Count, lengthClasses: null),
            () => looseFrequencies = CountDocuments(tokens, looseByWord, vocabulary.LooseCount),
            () => titleFrequencies = CountDocuments(titles, identity, vocabulary.Count),
            () => titlePairs = PairTable.Build(titles, docCount, identity, vocabulary.Count, lengthClasses: null)
        );
        return new LanguageIndex
        {
            Vocabulary = vocabulary,
            Tokens = TokenStore.Create(tokens, vocabulary.Count),
            Sentences = sentences.Build(),
            TitleLengths = [.. titleLengths],
            LengthClassFloors = floors,
            ExactPostings = exact!,
            LooseDocumentFrequencies = looseFrequencies,
            TitleDocumentFrequencies = titleFrequencies,
            Pairs = pairs!,
            TitlePairs = titlePairs!,
            Grams = grams,
            GramLengths = gramLengths,
            LanguageModel = new BigramModel(CountOccurrences(sample), bigrams!, sample.WordCount),
            MeanPassageLength = Math.Max(1, lengths.DefaultIfEmpty(1).Average()),
            MeanTitleLength = Math.Max(1, titleLengths.Select(l => (double)l).DefaultIfEmpty(1).Average()),
            MeanGramLength = Math.Max(1, gramLengths.DefaultIfEmpty(1).Average()),
            MaxPassageLength = lengths.DefaultIfEmpty(0).Max(),
        };
    }

    private void AddPassage(Passage passage)
    {
        AddText(passage.Title);
        AddText(passage.Heading);
        var title = Math.Min(tokens.CurrentLength, ushort.MaxValue);
        titleLengths.Add((ushort)title);
        foreach (var phrasing in passage.Phrasings)
        {
            AddText(phrasing);
        }

        AddText(passage.Text);
        tokens.EndDoc();
        sentences.EndDoc();
        foreach (var word in tokens.GetWords(tokens.DocCount - 1)[..title])
        {
            titles.Add(word);
        }

        titles.EndDoc();
    }

    private void AddText(string text)
    {
        var normal = VietnameseText.Normalize(text);
        var idBySpan = idByWord.GetAlternateLookup<ReadOnlySpan<char>>();
        var (start, end) = (0, -1);
        foreach (var range in new WordRanges(normal))
        {
            var word = normal.AsSpan(range);
            if (
                end >= 0
                && SentenceBoundary.IsBoundary(
                    normal.AsSpan(start, end - start),
                    normal.AsSpan(end, range.Start.Value - end),
                    word[0],
                    sentences.CurrentLength == 1,
                    hasCase: false
                )
            )
            {
                sentences.EndSentence();
            }

            (start, end) = (range.Start.Value, range.End.Value);
            if (!idBySpan.TryGetValue(word, out var id))
            {
                id = vocabulary.Add(word.ToString());
                idBySpan[word] = id;
            }

            tokens.Add(id);
            sentences.AddWord();
        }

        sentences.EndSentence();
    }

    private PostingLists BuildPostings(byte[] lengthClasses)
    {
        var builder = new PostingBuilder(vocabulary.Count, tokens.DocCount);
        var (counts, inTitle) = (new int[vocabulary.Count], new bool[vocabulary.Count]);
        for (var doc = 0; doc < tokens.DocCount; doc++)
        {
            var words = tokens.GetWords(doc);
            foreach (var word in words)
            {
                counts[word]++;
            }

            foreach (var word in titles.GetWords(doc))
            {
                inTitle[word] = true;
            }

            foreach (var word in words)
            {
                if (counts[word] == 0)
                {
                    continue;
                }

                builder.Add(word, doc, PostingCode.Encode(counts[word], lengthClasses[doc], inTitle[word]));
                counts[word] = 0;
                inTitle[word] = false;
            }
        }

        return builder.Build();
    }

    /// <summary>The document frequency of each term.</summary>
    private static int[] CountDocuments(TokenBuffer tokens, int[] toTerm, int terms)
    {
        var counts = new int[terms];
        var lastSeen = new int[terms];
        for (var doc = 0; doc < tokens.DocCount; doc++)
        {
            foreach (var word in tokens.GetWords(doc))
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

    private TokenBuffer SampleTokens()
    {
        if (tokens.DocCount <= MaxTrainingPassages)
        {
            return tokens;
        }

        var sample = new TokenBuffer();
        for (var i = 0; i < MaxTrainingPassages; i++)
        {
            foreach (var word in tokens.GetWords((int)((long)i * tokens.DocCount / MaxTrainingPassages)))
            {
                sample.Add(word);
            }

            sample.EndDoc();
        }

        return sample;
    }

    private int[] CountOccurrences(TokenBuffer sample)
    {
        var counts = new int[vocabulary.Count];
        foreach (var word in sample.AllWords)
        {
            counts[word]++;
        }

        return counts;
    }
}
