using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Learning;
using PolicyAssistantBot.Knowledge.Search.Queries;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

public class PruningTests
{
    /// <summary>Many questions over few passages, and few over so many that most posting lists and passages are skipped.</summary>
    [Theory]
    [InlineData(150, 10_000)]
    [InlineData(3_000, 250)]
    public void Pruning_gives_the_same_hits_as_scoring_every_passage(int size, int questions)
    {
        var passages = GeneratedPassages.Make(size, seed: 3);
        var index = SearchIndex.Build(passages).GetLanguageIndex(Lang.Vi)!;
        Parallel.For(
            0,
            questions,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            i =>
            {
                var random = new Random(i);
                var question = GeneratedPassages.Question(passages, random);
                var (words, _) = QueryAnalyzer.Analyze(
                    index,
                    TranslationModel.Empty,
                    question,
                    LanguageDetector.Detect(question) with
                    {
                        IsCertain = false,
                    }
                );
                var plan = QueryPlan.Create(index, words, Fusion.Default.Vi);
                var count = random.Next(1, 12);
                Assert.Equal(TopKSearch.Run(index, plan, count, exhaustive: true), TopKSearch.Run(index, plan, count, exhaustive: false));
            }
        );
    }

    [Fact]
    public void No_passage_scores_more_than_its_bound()
    {
        var passages = GeneratedPassages.Make(400, seed: 4);
        var index = SearchIndex.Build(passages).GetLanguageIndex(Lang.Vi)!;
        var random = new Random(1);
        for (var i = 0; i < 60; i++)
        {
            var plan = QueryPlan.Create(
                index,
                QueryAnalyzer.SplitIntoWords(Lang.Vi, GeneratedPassages.Question(passages, random)),
                Fusion.Default.Vi
            );
            var scratch = new SearchBuffers();
            var lists = TermBounds.Create(index, plan, scratch);
            using var characters = new CharacterBound(index, plan, scratch);
            var bounds = new float[index.PassageCount];
            foreach (var list in lists)
            {
                if (list.Codes is { } codes)
                {
                    PostingLists.AddScores(codes, scratch.GetTable(list.TableOffset), bounds, firstDoc: 0);
                }
                else
                {
                    list.Lists.AddScores(list.Lists.CreateCursor(list.Term), scratch.GetTable(list.TableOffset), bounds, firstDoc: 0);
                }
            }

            using var scorer = new PassageScorer(index, plan, scratch);
            for (var doc = 0; doc < index.PassageCount; doc++)
            {
                Assert.True(scorer.ComputeScore(doc, double.NegativeInfinity) <= bounds[doc] + characters.GetBound(doc) + 1e-4);
            }
        }
    }

    [Fact]
    public void Every_score_can_be_explained()
    {
        var passages = GeneratedPassages.Make(120, seed: 5);
        var index = SearchIndex.Build(passages);
        var random = new Random(9);
        for (var i = 0; i < 100; i++)
        {
            var question = GeneratedPassages.Question(passages, random);
            foreach (var hit in index.Search(question, new SearchOptions { Count = 3 }).Hits)
            {
                var explanation = index.Explain(question, hit.Passage.Id)!;
                Assert.InRange(explanation.Score - hit.Score, -1e-9, 1e-9);
                Assert.All(explanation.Retrievers, c => Assert.Equal(c.Share, c.Terms.Sum(t => t.Share), 6));
            }
        }
    }
}
