using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Upkeep;
using PolicyAssistantBot.Tests.Knowledge.Content;

namespace PolicyAssistantBot.Tests.Knowledge.Upkeep;

public sealed class DueListTests
{
    private static readonly DateOnly Checked = new(2026, 11, 21);

    [Theory]
    [InlineData("support", "B1-tech", 60)]
    [InlineData("support", "B9-tax-vat8", 30)]
    [InlineData("definitions", "A7-hkd-over", 30)]
    [InlineData("definitions", "A8-hkd-to-dn", 180)]
    [InlineData("organisation", "E1-sotc", 90)]
    [InlineData("financing", "C1-guarantee", 180)]
    public void The_interval_follows_the_topic(string topic, string key, int days)
    {
        var article = Article() with { Topic = topic, Key = key };
        Assert.Equal(days, ReviewSchedule.Default.GetMaxDays(article));
        Assert.Equal(Checked.AddDays(days), ReviewSchedule.Default.GetNextReview(article));
    }

    [Fact]
    public void An_article_is_reviewed_a_month_before_it_ends_or_on_the_day_its_editor_chose_if_that_is_earlier()
    {
        var ending = Article() with { InForce = new ValidityPeriod(null, new DateOnly(2026, 12, 31)) };
        Assert.Equal(new DateOnly(2026, 12, 1), ReviewSchedule.Default.GetNextReview(ending));
        var chosen = new DateOnly(2026, 11, 25);
        Assert.Equal(chosen, ReviewSchedule.Default.GetNextReview(ending with { ReviewOn = chosen }));
        Assert.Equal(new DateOnly(2026, 12, 1), ReviewSchedule.Default.GetNextReview(ending with { ReviewOn = new DateOnly(2027, 6, 1) }));
    }

    [Theory]
    [InlineData("2026-10-01", 90, null)]
    [InlineData("2026-10-02", 90, DueKind.Ends)]
    [InlineData("2026-12-31", 90, DueKind.Ends)]
    [InlineData("2026-12-31", 0, DueKind.Ends)]
    [InlineData("2027-01-01", 90, DueKind.Ended)]
    public void What_ends_is_told_before_and_after(string today, int days, DueKind? expected)
    {
        var until = new ValidityPeriod(null, new DateOnly(2026, 12, 31));
        Assert.Equal(expected, Find(Article() with { InForce = until }, today, days, "article"));
        var clause = Article().Basis[0] with { InForce = until };
        Assert.Equal(expected, Find(Article() with { Basis = [clause] }, today, days, "80/2021/NĐ-CP Article 11"));
    }

    [Fact]
    public void A_clause_that_had_ended_before_the_check_is_history()
    {
        var clause = Article().Basis[0] with { InForce = new ValidityPeriod(null, Checked.AddDays(-1)) };
        Assert.DoesNotContain(Due(Article() with { Basis = [clause] }, "2026-11-29", 90), item => item.Kind <= DueKind.Ends);
    }

    [Theory]
    [InlineData("2027-01-20", DueKind.Review)]
    [InlineData("2027-01-21", DueKind.Overdue)]
    [InlineData("2026-11-29", null)]
    public void A_check_is_due_when_the_interval_of_its_topic_has_passed(string today, DueKind? expected)
    {
        var items = Due(Article(), today, days: 10);
        Assert.Equal(expected, items.Count == 0 ? null : Assert.Single(items).Kind);
    }

    [Fact]
    public void What_rests_on_a_document_that_changed_since_the_check_is_told()
    {
        var document = new LegalDocument { Number = "80/2021/NĐ-CP", Confidence = ConfidenceText.Parse("V1-high")!.Value };
        Assert.Empty(Due(Article(), "2026-11-29", 10, document with { Changed = Checked }));
        var changed = Assert.Single(Due(Article(), "2026-11-29", 10, document with { Changed = new DateOnly(2026, 11, 25) }));
        Assert.Equal((DueKind.Changed, new DateOnly(2026, 11, 25)), (changed.Kind, changed.Day));
        Assert.Contains("25/11/2026", changed.Reason.Vi, StringComparison.Ordinal);

        var amendment = new LegalDocument { Number = "1/2026/NĐ-CP", From = new DateOnly(2026, 12, 1) };
        var amended = Assert.Single(Due(Article(), "2026-11-29", 10, document with { AmendedBy = [amendment.Number] }, amendment));
        Assert.Equal(DueKind.Changed, amended.Kind);
        Assert.Contains("1/2026/NĐ-CP", amended.Reason.En, StringComparison.Ordinal);
        Assert.Empty(
            Due(
                Article(),
                "2026-11-29",
                10,
                document with
                {
                    AmendedBy = [amendment.Number],
                },
                amendment with
                {
                    From = Checked.AddDays(-30),
                }
            )
        );
    }

    [Fact]
    public void A_statement_ends_by_its_own_period_and_is_not_late_when_it_is_written_what_holds_after_it()
    {
        var then = new LocalizedText("Nay đã qua.", "It has passed.");
        var own = new OwnPeriod("quarter-3", new ValidityPeriod(null, new DateOnly(2026, 12, 30)), then);
        var told = List(Article() with { Periods = [own] }, "2026-12-31", 10);
        var item = Assert.Single(told.Items);
        Assert.Equal((DueKind.Ended, true), (item.Kind, item.HasSuccessorText));
        Assert.Contains("quarter-3", item.Reason.Vi, StringComparison.Ordinal);
        Assert.False(told.HasLate);
        Assert.True(List(Article() with { Periods = [own with { Then = null }] }, "2026-12-31", 10).HasLate);
    }

    [Fact]
    public void Only_what_is_late_counts_as_late()
    {
        var ending = Article() with { InForce = new ValidityPeriod(null, new DateOnly(2026, 12, 31)) };
        Assert.False(List(ending, "2026-11-30", 90).HasLate);
        Assert.True(List(ending, "2026-12-02", 90).HasLate);
        Assert.True(List(ending, "2027-01-01", 90).HasLate);
    }

    private static DueKind? Find(Article article, string today, int days, string reason) =>
        Due(article, today, days)
            .FirstOrDefault(item => item.Reason.En.Contains(reason, StringComparison.Ordinal) && item.Kind <= DueKind.Ends)
            ?.Kind;

    private static IReadOnlyList<DueItem> Due(Article article, string today, int days, params LegalDocument[] documents) =>
        List(article, today, days, documents).Items;

    private static DueList List(Article article, string today, int days, params LegalDocument[] documents) =>
        DueList.Of(
            [article],
            new LegalRegister(documents),
            ReviewSchedule.Default,
            DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            days
        );

    private static Article Article() => Assert.IsType<ArticleReadResult.Valid>(ArticleReader.Read(Sample.Path, Sample.Article)).Article;
}
