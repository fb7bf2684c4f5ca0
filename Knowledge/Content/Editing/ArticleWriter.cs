using System.Text;

namespace PolicyAssistantBot.Knowledge.Content.Editing;

/// <summary>
/// Writes the fields of an article as the text of its file. Reading that text gives the same fields; see <see cref="ReadForEditing"/> for
/// articles that refer to amounts of the rule tables.
/// </summary>
public static class ArticleWriter
{
    /// <summary>Reads a file with its references to amounts as they are written, so that they survive a change of other fields.</summary>
    public static ArticleReadResult ReadForEditing(string path, string text) =>
        ArticleReader.Read(path, text, (amount, _) => $"{{{{{amount.Id}}}}}");

    /// <summary>
    /// Reads a text that may be incomplete, with its references to amounts; null when its front matter cannot be read at all.
    /// </summary>
    public static Article? ReadDraft(string path, string text) =>
        ArticleReader.ReadDraft(path, text, (amount, _) => $"{{{{{amount.Id}}}}}").Article;

    /// <summary>The whole file in the canonical layout.</summary>
    public static string Write(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return WriteFrontMatter(article) + WriteBody(article);
    }

    /// <summary>
    /// The file after a change: a part whose fields stay the same, the front matter or the sections, keeps its layout to the letter.
    /// </summary>
    /// <param name="before">The text of the file before the change.</param>
    /// <param name="article">The changed article, from <see cref="ReadForEditing"/>.</param>
    public static string Change(string before, Article article)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(article);
        var text = before.ReplaceLineEndings("\n").TrimStart('\uFEFF');
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        if (ReadForEditing(article.Path, before) is not ArticleReadResult.Valid { Article: var old } || end < 0)
        {
            return Write(article);
        }

        var (oldFrontMatter, oldBody) = (text[..(end + 5)], text[(end + 5)..]);
        var frontMatter = WriteFrontMatter(article);
        var body = WriteBody(article);
        return (frontMatter == WriteFrontMatter(old) ? oldFrontMatter : frontMatter) + (body == WriteBody(old) ? oldBody : body);
    }

    private static string WriteFrontMatter(Article article)
    {
        var writer = new FrontMatterWriter();
        writer.Line("---");
        writer.Field("key", article.Key);
        writer.Field("topic", article.Topic);
        writer.Line("title:");
        writer.Text("  ", article.Title);
        writer.Line("questions:");
        writer.Block("  vi", article.QuestionsVi);
        writer.Block("  en", article.QuestionsEn);
        writer.Line("basis:");
        foreach (var basis in article.Basis)
        {
            writer.Basis(basis);
        }

        writer.Validity(article.InForce, article.Then);
        writer.Periods(article.Periods);
        writer.Day("checked", article.Checked);
        writer.Day("review", article.ReviewOn);
        writer.Line($"confidence: {FrontMatterWriter.Label(article.Confidence)}");
        writer.Line($"source: {YamlItem.Quote(article.Source)}");
        writer.Line($"owner: {YamlItem.Quote(article.Owner)}");
        writer.Filing(article.Filing);
        writer.Gap(article.OwnGap);
        writer.Keys("audience", article.Audience);
        writer.Keys("followUps", article.FollowUps);
        writer.Keys("related", article.Related);
        if (article.FormerKeys.Count > 0)
        {
            writer.Keys("formerly", article.FormerKeys);
        }

        writer.Line("---");
        return writer.ToString();
    }

    private static string WriteBody(Article article)
    {
        var text = new StringBuilder();
        WriteSections(text, "# Tiếng Việt", article.SectionsVi);
        WriteSections(text, "# English", article.SectionsEn);
        return text.ToString();
    }

    private static void WriteSections(StringBuilder text, string heading, IReadOnlyList<Section> sections)
    {
        text.Append('\n').Append(heading).Append('\n');
        foreach (var section in sections)
        {
            text.Append("\n## ").Append(section.Heading).Append(" {#").Append(section.Id).Append("}\n\n");
            text.Append(WriteMarkdown(section)).Append('\n');
        }
    }

    /// <summary>The section's text as it is typed: with the marks of periods that the reader takes out.</summary>
    public static string WriteMarkdown(Section section)
    {
        ArgumentNullException.ThrowIfNull(section);
        if (section.Marks.Count == 0)
        {
            return section.Markdown;
        }

        var text = new StringBuilder();
        var end = 0;
        foreach (var mark in section.Marks)
        {
            text.Append(section.Markdown, end, mark.Offset - end);
            text.Append(mark.Offset == 0 ? "" : " ").Append("{@").Append(mark.Id).Append('}');
            end = mark.Offset;
        }

        return text.Append(section.Markdown, end, section.Markdown.Length - end).ToString();
    }
}
