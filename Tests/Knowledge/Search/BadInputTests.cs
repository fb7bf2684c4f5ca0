using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

public class BadInputTests
{
    private static readonly SearchIndex Index = SearchIndex.Build(
    [
        .. GeneratedPassages.Make(20, seed: 1),
        new Passage("en", "en", "answer", Lang.En, "Loans for small enterprises", "", "A small enterprise may borrow working capital from the fund; DROP TABLE is not a loan.", []),
    ]);

    private static readonly string[] Awkward =
    [
        "'; DROP TABLE passages; --", "\0\u0001\u0007\u001b[31m", "🙂", "\ud83d", "\udc00\ud800", "текст на русском", "漢字かな交じり文", "مرحبا", "e\u0301\u0323\u0302", "<script>alert(1)</script>",
        "%s%n{0}", "\uffff\ufffe", "\u200b\u200d\u202e", "½ ² Ⅻ", "a1 b2 c3 1000000000000000000000", "ﬃ ǆ İ ß",
    ];

    [Fact]
    public void Any_text_gets_a_result_and_never_an_exception() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(10_000),
            Prop.ForAll(Texts().ToArbitrary(), text =>
            {
                var result = Index.Search(text);
                return result.Hits.Count <= 10 && result.Confidence is >= 0 and <= 1 && result.Relevance is >= 0 and <= 1
                    && result.Hits.Zip(result.Hits.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score);
            }));

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
    public void No_hits_can_be_asked_for(int count) => Assert.Empty(Index.Search("vay vốn", new SearchOptions { Count = count }).Hits);

    [Fact]
    public void An_empty_index_finds_nothing() => Assert.Empty(SearchIndex.Build([]).Search("vay vốn").Hits);

    private static Gen<string> Texts() => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
        Gen.Elements(Awkward),
        from parts in Gen.ArrayOf(Gen.OneOf(ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""), Gen.Elements(Awkward), Gen.Elements("vay", "vốn", "doanh", "nghiệp", "thue", "ko", "dc", "vaatj", "loan")), 6)
        select string.Join(' ', parts));
}
