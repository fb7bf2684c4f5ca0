using PolicyAssistantBot.Knowledge.Content.Gaps;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>The result of reading one article file.</summary>
public abstract record ArticleReadResult
{
    private ArticleReadResult() { }

    public sealed record Valid(Article Article) : ArticleReadResult;

    /// <param name="Problems">At least one.</param>
    public sealed record Invalid(IReadOnlyList<Problem> Problems) : ArticleReadResult;
}

/// <summary>Reads an article: YAML front matter between two lines <c>---</c>, then the sections in both languages.</summary>
public static class ArticleReader
{
    private static readonly string[] Topics = ["definitions", "support", "financing", "supplier-standards", "organisation", "request-form"];

    /// <param name="path">The file relative to the articles' folder, with <c>/</c> as separator: <c>support/B1-tech.md</c>.</param>
    public static ArticleReadResult Read(string path, string text) => Read(path, text, (amount, lang) => amount.Format(lang));

    /// <param name="formatAmount">How a reference to an amount of the rule tables is written out.</param>
    internal static ArticleReadResult Read(string path, string text, Func<DefinedAmount, Lang, string> formatAmount)
    {
        var (article, problems) = ReadDraft(path, text, formatAmount);
        return article is not null && problems.Count == 0 ? new ArticleReadResult.Valid(article) : new ArticleReadResult.Invalid(problems);
    }

    /// <summary>Reads what can be read of a text that may be incomplete; null when its front matter cannot be read at all.</summary>
    internal static (Article? Article, IReadOnlyList<Problem> Problems) ReadDraft(
        string path,
        string text,
        Func<DefinedAmount, Lang, string> formatAmount
    )
    {
        var problems = new List<Problem>();
        text = AmountReferences.ExpandInArticle(path, text.ReplaceLineEndings("\n").TrimStart('\uFEFF'), formatAmount, problems);
        var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            problems.Add(
                new Problem(
                    path,
                    1,
                    "front-matter",
                    new LocalizedText(
                        "Tệp phải bắt đầu bằng phần khai báo giữa hai dòng “---”.",
                        "The file must begin with front matter between two lines “---”."
                    )
                )
            );
            return (null, problems);
        }

        var yaml = text[4..Math.Max(4, end)];
        var body = text[(end + 5)..];
        var bodyLine = text.AsSpan(0, end + 5).Count('\n') + 1;
        if (ParseFrontMatter(path, yaml, problems) is not { } frontMatter)
        {
            return (null, problems);
        }

        var (vi, en) = SectionReader.Read(path, body, bodyLine, problems);
        CheckAnswerSection(path, bodyLine, vi, "Tiếng Việt", problems);
        CheckAnswerSection(path, bodyLine, en, "English", problems);
        return (ReadFields(path, new YamlReader(frontMatter, path, 2, problems), vi, en), problems);
    }

    private static YamlMappingNode? ParseFrontMatter(string path, string yaml, List<Problem> problems)
    {
        try
        {
            if (BoundedYaml.Load(yaml).Documents.FirstOrDefault()?.RootNode is YamlMappingNode map)
            {
                return map;
            }

            problems.Add(
                new Problem(
                    path,
                    2,
                    "front-matter",
                    new LocalizedText(
                        "Phần khai báo phải gồm các trường “tên: giá trị”.",
                        "The front matter must consist of fields “name: value”."
                    )
                )
            );
        }
        catch (YamlException e)
        {
            problems.Add(
                new Problem(
                    path,
                    1 + (int)e.Start.Line,
                    "front-matter",
                    (e as YamlLimitException)?.Reason
                        ?? new LocalizedText(
                            $"Phần khai báo sai cú pháp YAML: {e.Message}",
                            $"The front matter is not valid YAML: {e.Message}"
                        )
                )
            );
        }

        return null;
    }

    private static void CheckAnswerSection(string path, int line, IReadOnlyList<Section> sections, string language, List<Problem> problems)
    {
        if (sections.Count == 0 || sections[0].Id != "answer")
        {
            problems.Add(
                new Problem(
                    path,
                    line,
                    "sections",
                    new LocalizedText(
                        $"Phần “# {language}” phải bắt đầu bằng mục {{#answer}}.",
                        $"The part “# {language}” must begin with the section {{#answer}}."
                    )
                )
            );
        }
    }

    private static Article ReadFields(string path, YamlReader frontMatter, IReadOnlyList<Section> vi, IReadOnlyList<Section> en)
    {
        frontMatter.ReportUnknownFields(
            "key",
            "topic",
            "title",
            "questions",
            "basis",
            "validity",
            "checked",
            "confidence",
            "source",
            "owner",
            "audience",
            "followUps",
            "related",
            "formerly",
            "review",
            "periods",
            "filing",
            "unknown"
        );
        var key = frontMatter.ReadRequired("key");
        var topic = frontMatter.ReadRequired("topic");
        if (!Topics.Contains(topic))
        {
            frontMatter.Report("topic", $"Không có chủ đề “{topic}”.", $"There is no topic “{topic}”.");
        }

        if (!path.EndsWith($"{topic}/{key}.md", StringComparison.Ordinal))
        {
            frontMatter.Report("key", $"Tệp phải nằm ở “{topic}/{key}.md”.", $"The file must be at “{topic}/{key}.md”.");
        }

        var title = frontMatter.ReadMap("title");
        var questions = frontMatter.ReadMap("questions");
        var basis = frontMatter.ReadMaps("basis");
        if (basis.Count == 0)
        {
            frontMatter.Report("basis", "Bài phải có ít nhất một căn cứ.", "An article must have at least one basis.");
        }

        var checkedOn = frontMatter.ReadOptionalDate("checked");
        if (checkedOn is null)
        {
            frontMatter.ReadRequired("checked");
        }

        var validity = frontMatter.ReadMap("validity");
        var periods = frontMatter.Has("periods") ? frontMatter.ReadMaps("periods") : [];
        var gap = FilingReader.ReadGap(frontMatter);
        return new Article(
            key,
            topic,
            new LocalizedText(title.ReadRequired("vi"), title.ReadRequired("en")),
            questions.ReadList("vi"),
            questions.ReadList("en"),
            [.. basis.Select(ReadBasis)],
            ReadPeriod(validity),
            checkedOn ?? default,
            frontMatter.ReadConfidence("confidence"),
            frontMatter.ReadRequired("source"),
            frontMatter.ReadRequired("owner"),
            frontMatter.ReadList("audience"),
            frontMatter.ReadList("followUps"),
            frontMatter.ReadList("related"),
            vi,
            en,
            path
        )
        {
            FormerKeys = frontMatter.ReadList("formerly"),
            ReviewOn = frontMatter.ReadOptionalDate("review"),
            Then = ReadThen(validity),
            Periods = [.. periods.Select(ReadOwnPeriod)],
            Filing = FilingReader.ReadFiling(frontMatter),
            OwnGap = gap,
            Gap = gap,
        };
    }

    private static LegalBasis ReadBasis(YamlReader basis)
    {
        basis.ReportUnknownFields("document", "clause", "from", "until", "replacedBy", "confidence", "figures", "examples", "id", "then");
        return new LegalBasis(
            basis.ReadRequired("document"),
            basis.ReadOptional("clause"),
            ReadPeriod(basis),
            basis.ReadOptional("replacedBy"),
            basis.ReadConfidence("confidence"),
            [.. basis.ReadList("figures"), .. basis.ReadList("examples")]
        )
        {
            Examples = basis.ReadList("examples"),
            Id = basis.ReadOptional("id"),
            Then = ReadThen(basis),
        };
    }

    private static OwnPeriod ReadOwnPeriod(YamlReader period)
    {
        period.ReportUnknownFields("id", "from", "until", "then");
        return new OwnPeriod(period.ReadRequired("id"), ReadPeriod(period), ReadThen(period));
    }

    /// <summary>What holds after the last day, in both languages.</summary>
    private static LocalizedText? ReadThen(YamlReader fields)
    {
        if (!fields.Has("then"))
        {
            return null;
        }

        var then = fields.ReadMap("then");
        then.ReportUnknownFields("vi", "en");
        if (fields.ReadOptionalDate("until") is null)
        {
            fields.Report("then", "“then” chỉ dùng khi có “until”.", "“then” needs a last day in “until”.");
        }

        return new LocalizedText(then.ReadRequired("vi"), then.ReadRequired("en"));
    }

    private static ValidityPeriod ReadPeriod(YamlReader fields)
    {
        var period = new ValidityPeriod(fields.ReadOptionalDate("from"), fields.ReadOptionalDate("until"));
        if (period.Until < period.From)
        {
            fields.Report("until", "Ngày cuối đứng trước ngày đầu.", "The last day is before the first day.");
        }

        return period;
    }
}
