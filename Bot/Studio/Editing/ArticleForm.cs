using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Studio.Editing;

/// <summary>The form of an article: its fields as they are typed, and what was typed as an article again.</summary>
internal static class ArticleForm
{
    private static readonly Confidence NoLabel = new(VerificationLabel.Unknown, VerificationLevel.Low);

    /// <summary>The article with everything that the form has; what it lacks stays as it was.</summary>
    public static Article Apply(Article before, IFormCollection form)
    {
        var validity = ReadPeriod(form["from"], form["until"]);
        return before with
        {
            Title = new LocalizedText(Line(form["title-vi"]), Line(form["title-en"])),
            QuestionsVi = Lines(form["questions-vi"]),
            QuestionsEn = Lines(form["questions-en"]),
            Basis = ReadBasis(form),
            InForce = validity,
            Then = ReadThen(form["then-vi"], form["then-en"], validity),
            Checked = ReadDay(form["checked"]) ?? before.Checked,
            ReviewOn = ReadDay(form["review"]),
            Confidence = ConfidenceText.Parse(form["confidence"].ToString()) ?? NoLabel,
            Source = Line(form["source"]),
            Owner = Line(form["owner"]),
            FollowUps = Keys(form["follow-ups"]),
            Related = Keys(form["related"]),
            SectionsVi = ReadSections(form, "vi"),
            SectionsEn = ReadSections(form, "en"),
        };
    }

    /// <summary>A new article, with the two sections that every article has.</summary>
    public static Article Create(string key, string topic, LocalizedText title, DateOnly today) =>
        new(
            key,
            topic,
            title,
            [],
            [],
            [new LegalBasis("", null, new ValidityPeriod(null, null), null, NoLabel, [])],
            new ValidityPeriod(null, null),
            today,
            NoLabel,
            "",
            "Sở Tài chính Hà Nội",
            [],
            [],
            [],
            [new Section("answer", "Trả lời ngắn", "")],
            [new Section("answer", "In short", "")],
            $"{topic}/{key}.md"
        );

    public static string Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static IReadOnlyList<Section> ReadSections(IFormCollection form, string lang)
    {
        var (headings, texts) = (form[$"heading-{lang}"], form[$"text-{lang}"]);
        return
        [
            .. form["section"]
                .Select((id, index) => new Section(Line(id), Line(At(headings, index)), Text(At(texts, index))))
                .Where(section => section.Id.Length > 0 && (section.Heading.Length > 0 || section.Markdown.Length > 0)),
        ];
    }

    private static IReadOnlyList<LegalBasis> ReadBasis(IFormCollection form)
    {
        var documents = form["document"];
        return
        [
            .. Enumerable
                .Range(0, documents.Count)
                .Where(index => Line(documents[index]).Length > 0)
                .Select(index =>
                {
                    var period = ReadPeriod(At(form["basis-from"], index), At(form["basis-until"], index));
                    var examples = Lines(At(form["examples"], index));
                    return new LegalBasis(
                        Line(documents[index]),
                        OrNull(At(form["clause"], index)),
                        period,
                        OrNull(At(form["replaced-by"], index)),
                        ConfidenceText.Parse(At(form["basis-confidence"], index)) ?? NoLabel,
                        [.. Lines(At(form["figures"], index)), .. examples]
                    )
                    {
                        Examples = examples,
                        Id = OrNull(At(form["basis-id"], index)),
                        Then = ReadThen(At(form["basis-then-vi"], index), At(form["basis-then-en"], index), period),
                    };
                }),
        ];
    }

    private static LocalizedText? ReadThen(string? vi, string? en, ValidityPeriod period) =>
        period.Until is null || (Line(vi).Length == 0 && Line(en).Length == 0) ? null : new LocalizedText(Text(vi), Text(en));

    private static ValidityPeriod ReadPeriod(string? from, string? until) => new(ReadDay(from), ReadDay(until));

    private static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string At(Microsoft.Extensions.Primitives.StringValues values, int index) =>
        index < values.Count ? values[index] ?? "" : "";

    private static string? OrNull(string text) => Line(text) is { Length: > 0 } line ? line : null;

    private static string Line(string? text) => (text ?? "").ReplaceLineEndings(" ").Trim().Normalize();

    /// <summary>Vietnamese is stored composed, as it is searched: Macs send it decomposed.</summary>
    private static string Text(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim().Normalize();

    private static IReadOnlyList<string> Lines(string? text) =>
        [.. Text(text).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static IReadOnlyList<string> Keys(string? text) =>
        [.. (text ?? "").Split([',', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The sections of both languages by their ids, in the order of the Vietnamese ones.</summary>
    public static IReadOnlyList<(string Id, Section? Vi, Section? En)> PairSections(Article article) =>
        [
            .. article
                .SectionsVi.Select(section => section.Id)
                .Union(article.SectionsEn.Select(section => section.Id))
                .Select(id =>
                    (
                        id,
                        article.SectionsVi.FirstOrDefault(section => section.Id == id),
                        article.SectionsEn.FirstOrDefault(section => section.Id == id)
                    )
                ),
        ];
}
