using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Knowledge.Content.Gaps;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Content;

/// <summary>What the writer writes, the reader reads: no field is lost, whatever it contains.</summary>
public sealed class ArticleWriterTests
{
    [Fact]
    public void Every_article_of_the_repository_reads_the_same_after_it_is_written()
    {
        foreach (var file in ArticleStore.ReadFolder(SourceTree.Combine("Knowledge", "Articles")))
        {
            var article = Read(file.Path, file.Text);
            var written = ArticleWriter.Write(article);
            Assert.Equal(ArticleDescriber.Describe(article), ArticleDescriber.Describe(Read(file.Path, written)));
            Assert.Equal(written, ArticleWriter.Write(Read(file.Path, written)));
        }
    }

    [Fact]
    public void References_to_amounts_survive_and_mean_the_same()
    {
        var file = ArticleStore
            .ReadFolder(SourceTree.Combine("Knowledge", "Articles"))
            .First(one => one.Path == "support/B1-tech-solutions.md");
        var written = ArticleWriter.Write(Read(file.Path, file.Text));

        Assert.Contains("{{support-amounts.digital-solutions-small.cap}}", written, StringComparison.Ordinal);
        Assert.Equal(MeaningOf(file.Path, file.Text), MeaningOf(file.Path, written));
    }

    [Fact]
    public void A_thousand_generated_articles_read_the_same_after_they_are_written()
    {
        var article = ArticleGenerator.Articles.ToArbitrary();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20261130, 7),
            Prop.ForAll(
                article,
                one => ArticleDescriber.Describe(one) == ArticleDescriber.Describe(Read(one.Path, ArticleWriter.Write(one)))
            )
        );
    }

    [Fact]
    public void A_change_of_a_section_keeps_the_front_matter_to_the_letter()
    {
        var file = ArticleStore
            .ReadFolder(SourceTree.Combine("Knowledge", "Articles"))
            .First(one => one.Path == "support/B0-procedure-duties.md");
        var article = Read(file.Path, file.Text);
        var changed = article with { SectionsVi = [article.SectionsVi[0] with { Markdown = "Khác." }, .. article.SectionsVi.Skip(1)] };
        var text = ArticleWriter.Change(file.Text, changed);

        var end = file.Text.IndexOf("\n---\n", StringComparison.Ordinal);
        Assert.Equal(file.Text[..end], text[..end]);
        Assert.Equal(ArticleDescriber.Describe(changed), ArticleDescriber.Describe(Read(file.Path, text)));
        Assert.Equal(file.Text, ArticleWriter.Change(file.Text, article));
    }

    [Fact]
    public void A_change_of_a_field_keeps_the_sections_to_the_letter()
    {
        var article = Read(Sample.Path, Sample.Article);
        var text = ArticleWriter.Change(Sample.Article, article with { Owner = "Chi cục Thuế" });

        Assert.EndsWith(
            Sample.Article[Sample.Article.IndexOf("\n# Tiếng Việt", StringComparison.Ordinal)..],
            text,
            StringComparison.Ordinal
        );
        Assert.Equal("Chi cục Thuế", Read(Sample.Path, text).Owner);
    }

    private static Article Read(string path, string text) =>
        ArticleWriter.ReadForEditing(path, text) switch
        {
            ArticleReadResult.Valid valid => valid.Article,
            ArticleReadResult.Invalid invalid => throw new InvalidDataException($"{invalid.Problems[0]}\n{text}"),
            _ => throw new InvalidOperationException(),
        };

    private static string MeaningOf(string path, string text) =>
        Assert.IsType<ArticleReadResult.Valid>(ArticleReader.Read(path, text)).Article.Revision;
}

/// <summary>Articles with every field, in texts that try YAML and Markdown.</summary>
internal static class ArticleGenerator
{
    private static readonly Gen<string> Texts = Gen.Elements(
        "Doanh nghiệp nhỏ: được hỗ trợ 50 %",
        "it's “quoted” and \"quoted\"",
        "- not a list",
        "# not a heading",
        "{ not: a map }",
        "[not, a list]",
        "yes",
        "null",
        "~",
        "2026-01-01",
        "tab\there",
        "a\\b",
        "two\nlines",
        "emoji 🏢",
        "Điều 11 khoản 1: “x”",
        "&anchor *alias !tag | > %",
        "'",
        "line\u2028separator",
        "100 triệu đồng"
    );

    private static readonly Gen<string> Markdown = Gen.Elements(
        "Một câu.",
        "Hai câu. Và nữa.\n\n- mục một\n- mục hai",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "```\n# trong khối mã\n```",
        "Chữ *nghiêng*, **đậm** và [liên kết](https://example.gov.vn)",
        "--- ba gạch",
        "dòng một\ndòng hai  với hai dấu cách"
    );

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 5000).Select(days => new DateOnly(2018, 1, 1).AddDays(days));

    private static readonly Gen<Confidence> Labels =
        from label in Gen.Elements(Enum.GetValues<VerificationLabel>())
        from level in Gen.Elements(Enum.GetValues<VerificationLevel>())
        select new Confidence(label, label == VerificationLabel.Unknown ? VerificationLevel.Low : level);

    private static readonly Gen<LocalizedText> Localized = from vi in Texts from en in Texts select new LocalizedText(vi, en);

    private static readonly Gen<(ValidityPeriod Period, LocalizedText? Then)> Periods =
        from start in Days
        from hasStart in Gen.Elements(true, false)
        from length in Gen.Choose(0, 900)
        from hasEnd in Gen.Elements(true, false)
        from then in Localized
        from hasThen in Gen.Elements(true, false)
        select (new ValidityPeriod(hasStart ? start : null, hasEnd ? start.AddDays(length) : null), hasEnd && hasThen ? then : null);

    private static readonly Gen<LegalBasis> Bases =
        from document in Texts
        from clause in Texts
        from hasClause in Gen.Elements(true, false)
        from period in Periods
        from label in Labels
        from figures in Texts.ListOf()
        from examples in Texts.ListOf()
        from id in Gen.Elements("a", "khoan-1")
        from hasId in Gen.Elements(true, false)
        select new LegalBasis(
            document,
            hasClause ? clause : null,
            period.Period,
            hasId ? document : null,
            label,
            [.. figures.Concat(examples)]
        )
        {
            Examples = [.. examples],
            Id = hasId ? id : null,
            Then = period.Then,
        };

    private static readonly Gen<Filing?> Filings =
        from kind in Gen.Choose(0, 3)
        from place in Localized
        from contact in Localized
        select kind switch
        {
            0 => (Filing?)null,
            1 => new Filing([], null, IsNone: true),
            2 => new Filing([new FilingLine(FilingFact.Where, place)], "B1-other", IsNone: false),
            _ => new Filing([new FilingLine(FilingFact.Where, place), new FilingLine(FilingFact.Contact, contact)], null, IsNone: false),
        };

    private static readonly Gen<KnowledgeGap?> Gaps =
        from kind in Gen.Choose(0, 2)
        from about in Localized
        from ask in Texts
        select kind switch
        {
            0 => (KnowledgeGap?)null,
            1 => new KnowledgeGap([FilingFact.Form, FilingFact.Deadline], null, ask),
            _ => new KnowledgeGap([], about, ask),
        };

    private static Gen<IReadOnlyList<Section>> Sections =>
        from texts in Markdown.ListOf(3)
        from marked in Gen.Elements(true, false)
        select (IReadOnlyList<Section>)
            [
                .. texts.Select(
                    (text, index) =>
                        new Section(index == 0 ? "answer" : $"s{index.ToString(CultureInfo.InvariantCulture)}", $"Mục {index}: “x”", text)
                        {
                            Marks = marked && index == 0 ? [new PeriodMark(text.IndexOf(' ', StringComparison.Ordinal), "khoan-1")] : [],
                        }
                ),
            ];

    public static Gen<Article> Articles =>
        from title in Localized
        from questionsVi in Texts.ListOf()
        from questionsEn in Texts.ListOf()
        from bases in Bases.NonEmptyListOf()
        from validity in Periods
        from own in Periods.ListOf()
        from checkedOn in Days
        from hasReview in Gen.Elements(true, false)
        from label in Labels
        from source in Texts
        from filing in Filings
        from gap in Gaps
        from vi in Sections
        from en in Sections
        select new Article(
            "B1-made",
            "support",
            title,
            [.. questionsVi],
            [.. questionsEn],
            [.. bases],
            validity.Period,
            checkedOn,
            label,
            source,
            title.Vi,
            [.. questionsEn],
            ["A1-size", "B1-tech"],
            [],
            vi,
            en,
            "support/B1-made.md"
        )
        {
            Then = validity.Then,
            ReviewOn = hasReview ? checkedOn.AddDays(30) : null,
            FormerKeys = hasReview ? ["B1-older"] : [],
            Periods = [.. own.Select((period, index) => new OwnPeriod($"p{index}", period.Period, period.Then))],
            Filing = filing,
            OwnGap = gap,
            Gap = gap,
        };
}
