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

    /// <summary>Of Vietnamese text two words of three have diacritics; where far fewer have, the writer leaves them out.</summary>
    private const double MinMarkedWords = 0.5;

    private readonly Vocabulary vocabulary = new(lang);
    private readonly Dictionary<string, int> idByWord = new(StringComparer.Ordinal);
    private readonly TokenBuffer tokens = new();
    private readonly TokenBuffer titles = new();
    private readonly SentenceBuffer sentences = new();
    private readonly List<ushort> titleLengths = [];

    /// <summary>Where the phrasings of a passage are among its words.</summary>
    private readonly Dictionary<int, Range> phrasingsByDoc = [];

    /// <summary>The ways of asking that the decoder learns from.</summary>
    private readonly List<string> questions = [];

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
        var modelWords = Enumerable.Range(0, vocabulary.Count + BigramModel.Marks).ToArray();
        var training = CollectTrainingTexts();
        ParallelWork.Invoke(
            () => pairs = PairTable.Build(tokens, docCount, looseByWord, vocabulary.LooseCount, lengthClasses),
            () => exact = BuildPostings(lengthClasses),
            () => grams = gramLengths.Length == 0 ? null : GramTable.Build(vocabulary, tokens, gramLengths),
            () => bigrams = PairTable.Build(training, training.DocCount, modelWords, modelWords.Length, lengthClasses: null),
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
            LanguageModel = new BigramModel(CountOccurrences(training), bigrams!),
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
        var phrasings = tokens.CurrentLength;
        foreach (var phrasing in passage.Phrasings)
        {
            AddText(phrasing);
        }

        if (tokens.CurrentLength > phrasings)
        {
            phrasingsByDoc[tokens.DocCount] = phrasings..tokens.CurrentLength;
        }

        questions.AddRange(passage.Phrasings.Where(IsWrittenWithDiacritics));
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

    private bool IsWrittenWithDiacritics(string text)
    {
        if (vocabulary.Lang != Lang.Vi)
        {
            return true;
        }

        var words = VietnameseText.SplitIntoWords(text);
        return words.Count(word => !string.Equals(word, VietnameseText.Fold(word), StringComparison.Ordinal))
            >= MinMarkedWords * words.Count;
    }

    /// <summary>
    /// What the decoder's language model is estimated from: the passages, and each way of asking behind a mark for its start. What
    /// was typed without diacritics would teach the model to leave them out.
    /// </summary>
    private TokenBuffer CollectTrainingTexts()
    {
        var texts = new TokenBuffer();
        var count = Math.Min(tokens.DocCount, MaxTrainingPassages);
        for (var i = 0; i < count; i++)
        {
            var doc = (int)((long)i * tokens.DocCount / count);
            var words = tokens.GetWords(doc);
            var (start, length) = phrasingsByDoc.GetValueOrDefault(doc).GetOffsetAndLength(words.Length);
            AddTrainingText(texts, words[..start]);
            AddTrainingText(texts, words[(start + length)..]);
        }

        foreach (
            var question in questions.Concat(TypedMessages.Of(vocabulary.Lang).Where(IsWrittenWithDiacritics)).Take(MaxTrainingPassages)
        )
        {
            texts.Add(BigramModel.GetStart(vocabulary.Count));
            foreach (var word in VietnameseText.SplitIntoWords(question))
            {
                if (char.IsAsciiDigit(word[0]))
                {
                    texts.Add(BigramModel.GetNumber(vocabulary.Count));
                }
                else if (vocabulary.FindExact(WordForms.ToExact(vocabulary.Lang, word)) is var id and >= 0)
                {
                    texts.Add(id);
                }
                else
                {
                    texts.EndDoc(); // Its neighbours do not follow each other.
                }
            }

            texts.EndDoc();
        }

        return texts;
    }

    private void AddTrainingText(TokenBuffer texts, ReadOnlySpan<int> words)
    {
        foreach (var word in words)
        {
            texts.Add(char.IsAsciiDigit(vocabulary.GetExactForm(word)[0]) ? BigramModel.GetNumber(vocabulary.Count) : word);
        }

        texts.EndDoc();
    }

    /// <summary>The marks of the language model come last.</summary>
    private int[] CountOccurrences(TokenBuffer texts)
    {
        var counts = new int[vocabulary.Count + BigramModel.Marks];
        foreach (var word in texts.AllWords)
        {
            counts[word]++;
        }

        return counts;
    }
}
