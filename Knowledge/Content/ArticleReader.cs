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
    public static ArticleReadResult Read(string path, string text) => Read(path, text, (amount, lang) => amount.Write(lang));

    /// <param name="write">How a reference to an amount of the rule tables is written out.</param>
    internal static ArticleReadResult Read(string path, string text, Func<DefinedAmount, Lang, string> write)
    {
        var problems = new List<Problem>();
        text = AmountReferences.InArticle(path, text.ReplaceLineEndings("\n").TrimStart('\uFEFF'), write, problems);
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
            return new ArticleReadResult.Invalid(problems);
        }

        var yaml = text[4..Math.Max(4, end)];
        var body = text[(end + 5)..];
        var bodyLine = text.AsSpan(0, end + 5).Count('\n') + 1;
        if (Parse(path, yaml, problems) is not { } front)
        {
            return new ArticleReadResult.Invalid(problems);
        }

        var (vi, en) = SectionReader.Read(path, body, bodyLine, problems);
        RequireAnswer(path, bodyLine, vi, "Tiếng Việt", problems);
        RequireAnswer(path, bodyLine, en, "English", problems);
        var article = ReadFields(path, new YamlReader(front, path, 2, problems), vi, en);
        return problems.Count == 0 ? new ArticleReadResult.Valid(article) : new ArticleReadResult.Invalid(problems);
    }

    private static YamlMappingNode? Parse(string path, string yaml, List<Problem> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.FirstOrDefault()?.RootNode is YamlMappingNode map)
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
                    new LocalizedText($"Phần khai báo sai cú pháp YAML: {e.Message}", $"The front matter is not valid YAML: {e.Message}")
                )
            );
        }

        return null;
    }

    private static void RequireAnswer(string path, int line, IReadOnlyList<Section> sections, string language, List<Problem> problems)
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

    private static Article ReadFields(string path, YamlReader front, IReadOnlyList<Section> vi, IReadOnlyList<Section> en)
    {
        front.RefuseOthers(
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
        var key = front.Required("key");
        var topic = front.Required("topic");
        if (!Topics.Contains(topic))
        {
            front.Report("topic", $"Không có chủ đề “{topic}”.", $"There is no topic “{topic}”.");
        }

        if (!path.EndsWith($"{topic}/{key}.md", StringComparison.Ordinal))
        {
            front.Report("key", $"Tệp phải nằm ở “{topic}/{key}.md”.", $"The file must be at “{topic}/{key}.md”.");
        }

        var title = front.Map("title");
        var questions = front.Map("questions");
        var basis = front.Maps("basis");
        if (basis.Count == 0)
        {
            front.Report("basis", "Bài phải có ít nhất một căn cứ.", "An article must have at least one basis.");
        }

        var checkedOn = front.OptionalDate("checked");
        if (checkedOn is null)
        {
            front.Required("checked");
        }

        var validity = front.Map("validity");
        var periods = front.Has("periods") ? front.Maps("periods") : [];
        var gap = FilingReader.ReadGap(front);
        return new Article(
            key,
            topic,
            new LocalizedText(title.Required("vi"), title.Required("en")),
            questions.List("vi"),
            questions.List("en"),
            [.. basis.Select(ReadBasis)],
            ReadPeriod(validity),
            checkedOn ?? default,
            front.RequiredConfidence("confidence"),
            front.Required("source"),
            front.Required("owner"),
            front.List("audience"),
            front.List("followUps"),
            front.List("related"),
            vi,
            en,
            path
        )
        {
            Formerly = front.List("formerly"),
            Review = front.OptionalDate("review"),
            Then = ReadThen(validity),
            Periods = [.. periods.Select(ReadOwnPeriod)],
            Filing = FilingReader.ReadFiling(front),
            OwnGap = gap,
            Gap = gap,
        };
    }

    private static LegalBasis ReadBasis(YamlReader basis)
    {
        basis.RefuseOthers("document", "clause", "from", "until", "replacedBy", "confidence", "figures", "examples", "id", "then");
        return new LegalBasis(
            basis.Required("document"),
            basis.Optional("clause"),
            ReadPeriod(basis),
            basis.Optional("replacedBy"),
            basis.RequiredConfidence("confidence"),
            [.. basis.List("figures"), .. basis.List("examples")]
        )
        {
            Examples = basis.List("examples"),
            Id = basis.Optional("id"),
            Then = ReadThen(basis),
        };
    }

    private static OwnPeriod ReadOwnPeriod(YamlReader period)
    {
        period.RefuseOthers("id", "from", "until", "then");
        return new OwnPeriod(period.Required("id"), ReadPeriod(period), ReadThen(period));
    }

    /// <summary>What holds after the last day, in both languages.</summary>
    private static LocalizedText? ReadThen(YamlReader fields)
    {
        if (!fields.Has("then"))
        {
            return null;
        }

        var then = fields.Map("then");
        then.RefuseOthers("vi", "en");
        if (fields.OptionalDate("until") is null)
        {
            fields.Report("then", "“then” chỉ dùng khi có “until”.", "“then” needs a last day in “until”.");
        }

        return new LocalizedText(then.Required("vi"), then.Required("en"));
    }

    private static ValidityPeriod ReadPeriod(YamlReader fields)
    {
        var period = new ValidityPeriod(fields.OptionalDate("from"), fields.OptionalDate("until"));
        if (period.Until < period.From)
        {
            fields.Report("until", "Ngày cuối đứng trước ngày đầu.", "The last day is before the first day.");
        }

        return period;
    }
}
