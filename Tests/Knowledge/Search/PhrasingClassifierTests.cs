using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.Learning;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

public class PhrasingClassifierTests
{
    private static readonly List<Passage> Passages = [.. PhrasedPassages.Make()];

    private static readonly PhrasingClassifier Classifier = SearchIndex.Build(Passages).GetLanguageIndex(Lang.Vi)!.Classifier!;

    [Theory]
    [InlineData("doanh nghiệp muốn vay tiền để mở thêm xưởng", "loan")]
    [InlineData("thuế năm đầu nộp thế nào", "tax")]
    [InlineData("có khóa quản trị nào cho giám đốc không", "course")]
    public void A_question_is_recognised_as_another_phrasing_of_its_article(string question, string key)
    {
        var predicted = Classifier.Predict(QueryAnalyzer.SplitIntoWords(Lang.Vi, question));
        Assert.Equal(key, Passages[Classifier.Passages[Array.IndexOf(predicted, predicted.Max())][0]].ArticleKey);
        Assert.All(predicted, p => Assert.InRange(p, 0, 1));
    }

    [Fact]
    public void Words_that_occur_in_no_phrasing_score_zero() =>
        Assert.All(Classifier.Predict(QueryAnalyzer.SplitIntoWords(Lang.Vi, "7788 9911")), p => Assert.Equal(0, p));

    [Fact]
    public void The_same_phrasings_give_the_same_model()
    {
        var again = SearchIndex.Build(Passages).GetLanguageIndex(Lang.Vi)!.Classifier!;
        var words = QueryAnalyzer.SplitIntoWords(Lang.Vi, "vay tiền năm đầu");
        Assert.Equal(Classifier.Predict(words), again.Predict(words));
    }

    [Fact]
    public void There_is_no_classifier_for_few_phrasings_or_one_article()
    {
        Assert.Null(
            SearchIndex
                .Build([.. Passages.Select(p => p with { Phrasings = [.. p.Phrasings.Take(PhrasingClassifier.MinPhrasings - 1)] })])
                .GetLanguageIndex(Lang.Vi)!
                .Classifier
        );
        Assert.Null(SearchIndex.Build([Passages[0]]).GetLanguageIndex(Lang.Vi)!.Classifier);
    }

    [Fact]
    public void An_index_of_changed_passages_uses_what_was_learnt_before()
    {
        var passages = Passages;
        var learnt = SearchIndex.Build(passages);
        var added = passages[0] with
        {
            Id = "new#answer/vi",
            ArticleKey = "new",
            Title = "zorblax",
            Phrasings = ["zorblax"],
            Examples = [],
        };
        var removedKey = passages[^1].ArticleKey;

        var changed = SearchIndex.BuildUnlearnt([added, .. passages.Where(passage => passage.ArticleKey != removedKey)], learnt);

        Assert.Equal("new", changed.Search("zorblax").Hits[0].Passage.ArticleKey);
        foreach (var passage in passages.Where(passage => passage.Phrasings.Count > 0 && passage.ArticleKey != removedKey))
        {
            foreach (var phrasing in passage.Phrasings.Take(2))
            {
                var (before, after) = (learnt.Search(phrasing), changed.Search(phrasing));
                if (before.Hits[0].Passage.ArticleKey == passage.ArticleKey)
                {
                    Assert.Equal(passage.ArticleKey, after.Hits[0].Passage.ArticleKey);
                }
            }
        }

        Assert.DoesNotContain(changed.Search(passages[^1].Title).Hits, hit => hit.Passage.ArticleKey == removedKey);
    }
}
