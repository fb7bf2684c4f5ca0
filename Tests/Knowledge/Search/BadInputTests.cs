using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

public class BadInputTests
{
    private static readonly SearchIndex Index = SearchIndex.Build([
        .. GeneratedPassages.Make(20, seed: 1),
        new Passage(
            "en",
            "en",
            "answer",
            Lang.En,
            "Loans for small enterprises",
            "",
            "A small enterprise may borrow working capital from the fund; DROP TABLE is not a loan.",
            []
        ),
    ]);

    private static readonly string[] Awkward =
    [
        "'; DROP TABLE passages; --",
        "\0\u0001\u0007\u001b[31m",
        "🙂",
        "\ud83d",
        "\udc00\ud800",
        "текст на русском",
        "漢字かな交じり文",
        "مرحبا",
        "e\u0301\u0323\u0302",
        "<script>alert(1)</script>",
        "%s%n{0}",
        "\uffff\ufffe",
        "\u200b\u200d\u202e",
        "½ ² Ⅻ",
        "a1 b2 c3 1000000000000000000000",
        "ﬃ ǆ İ ß",
    ];

    [Fact]
    public void Any_text_gets_a_result_and_never_an_exception() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(10_000),
            Prop.ForAll(
                Texts().ToArbitrary(),
                text =>
                {
                    var result = Index.Search(text);
                    return result.Hits.Count <= 10
                        && result.Confidence is >= 0 and <= 1
                        && result.Relevance is >= 0 and <= 1
                        && result.Hits.Zip(result.Hits.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score);
                }
            )
        );

    [Fact]
    public void Any_text_as_a_question_gets_an_answer_and_never_an_exception()
    {
        var pipeline = TestArticles.Pipeline();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_000),
            Prop.ForAll(Texts().ToArbitrary(), text => pipeline.AskEach(new Question(text)).All(answer => answer is not Answer.Fault))
        );
    }

    [Fact]
    public void Any_texts_as_passages_are_indexed_and_searched()
    {
        var texts = Texts().Sample(600, 30);
        var index = SearchIndex.Build([
            .. texts
                .Chunk(3)
                .Select((t, i) => new Passage($"p{i}", $"a{i / 2}", "answer", i % 2 == 0 ? Lang.Vi : Lang.En, t[0], t[1], t[2], [.. t])),
        ]);
        Assert.All(texts, text => Assert.All(index.Search(text).Hits, hit => Assert.True(double.IsFinite(hit.Score))));
    }

    [Theory]
    [InlineData("vay vốn lưu động cho doanh nghiệp nhỏ và vừa ", 1)]
    [InlineData("vay", 0)]
    [InlineData("🙂\0漢字 '; DROP TABLE x; -- e\u0301\u0323 ", 0)]
    public void A_passage_of_5_MB_is_indexed_and_searched_in_bounded_time(string piece, int hits)
    {
        var clock = Stopwatch.StartNew();
        var index = SearchIndex.Build([
            new Passage(
                "long",
                "long",
                "answer",
                Lang.Vi,
                "Dài",
                "",
                string.Concat(Enumerable.Repeat(piece, 5_000_000 / piece.Length)),
                []
            ),
            .. GeneratedPassages.Make(3, seed: 2),
        ]);
        Assert.Equal(hits, index.Search("vốn lưu động của doanh nghiệp nhỏ").Hits.Count(hit => hit.Passage.Id == "long"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), clock.Elapsed.ToString());
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(5_000_000)]
    public void A_document_as_a_question_is_answered_in_bounded_time(int characters)
    {
        var text = string.Concat(Enumerable.Repeat("vay vốn lưu động cho doanh nghiệp nhỏ và vừa ", (characters / 45) + 1));
        var clock = Stopwatch.StartNew();
        Assert.NotNull(Index.Search(text));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), clock.Elapsed.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_search_for_zero_hits_finds_nothing(int count) =>
        Assert.Empty(Index.Search("vay vốn", new SearchOptions { Count = count }).Hits);

    [Fact]
    public void An_empty_index_finds_nothing() => Assert.Empty(SearchIndex.Build([]).Search("vay vốn").Hits);

    private static Gen<string> Texts() =>
        Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
            Gen.Elements(Awkward),
            from parts in Gen.ArrayOf(
                Gen.OneOf(
                    ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
                    Gen.Elements(Awkward),
                    Gen.Elements("vay", "vốn", "doanh", "nghiệp", "thue", "ko", "dc", "vaatj", "loan")
                ),
                6
            )
            select string.Join(' ', parts)
        );
}
