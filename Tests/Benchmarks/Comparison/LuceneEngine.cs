using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Shingle;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace PolicyAssistantBot.Benchmarks.Comparison;

/// <summary>Lucene.NET in memory, ranked by BM25; any word of the question may match.</summary>
/// <param name="folds">Whether letters lose their marks and pairs of neighbouring words are terms too.</param>
internal sealed class LuceneEngine(string name, bool folds) : ISearchEngine
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Id = "id";
    private const string Body = "body";

    private readonly RAMDirectory directory = new();
    private readonly Analyzer analyzer = Analyzer.NewAnonymous(
        (_, reader) =>
        {
            var tokenizer = new StandardTokenizer(Version, reader);
            TokenStream words = new LowerCaseFilter(Version, tokenizer);
            return new(tokenizer, folds ? new ShingleFilter(new ASCIIFoldingFilter(words), 2, 2) : words);
        }
    );

    private DirectoryReader? reader;
    private IndexSearcher? searcher;

    public string Name => name;

    public Task BuildAsync(IReadOnlyList<PlainPassage> passages)
    {
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Version, analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var passage in passages)
            {
                writer.AddDocument([
                    new StoredField(Id, passage.Id),
                    new TextField(Body, $"{passage.Title}\n{passage.Text}", Field.Store.NO),
                ]);
            }
        }

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> SearchAsync(string question)
    {
        var query = new BooleanQuery();
        using (var words = analyzer.GetTokenStream(Body, question))
        {
            var term = words.GetAttribute<ICharTermAttribute>();
            words.Reset();
            while (words.IncrementToken())
            {
                query.Add(new TermQuery(new Term(Body, term.ToString())), Occur.SHOULD);
            }

            words.End();
        }

        IReadOnlyList<string> ids =
        [
            .. searcher!.Search(query, 10).ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Get(Id, CultureInfo.InvariantCulture)),
        ];
        return Task.FromResult(ids);
    }

    public ValueTask DisposeAsync()
    {
        reader?.Dispose();
        analyzer.Dispose();
        directory.Dispose();
        return ValueTask.CompletedTask;
    }
}
