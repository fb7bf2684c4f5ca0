using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>An article with the lines of its file, so that a finding can have a line number.</summary>
internal sealed class CheckedArticle(Article article, string text)
{
    /// <summary>The lines of the file with references to amounts written out, as the figures are read.</summary>
    private readonly string[] lines = AmountReferences
        .ExpandInArticle(article.Path, text.ReplaceLineEndings("\n"), (amount, lang) => amount.Format(lang), [])
        .Split('\n');

    public Article Article => article;

    /// <summary>The file as it is written.</summary>
    public string Text => text;

    public Problem ReportAtReference(string id, string rule, string vi, string en) =>
        Report(text[..Math.Max(0, text.IndexOf($"{{{{{id}}}}}", StringComparison.Ordinal))].Count(c => c == '\n'), rule, vi, en);

    public Problem ReportInFrontMatter(string field, string rule, string vi, string en) => ReportInFrontMatter(field, field, rule, vi, en);

    /// <param name="field">The field from which on <paramref name="searchText"/> is searched.</param>
    public Problem ReportInFrontMatter(string field, string searchText, string rule, string vi, string en)
    {
        var start = Math.Max(0, Array.FindIndex(lines, line => line.TrimStart().StartsWith($"{field}:", StringComparison.Ordinal)));
        var found = Array.FindIndex(lines, start, line => line.Contains(searchText, StringComparison.OrdinalIgnoreCase));
        return Report(found < 0 ? start : found, rule, vi, en);
    }

    /// <param name="searchText">
    /// The text to find in the section; when it is null or not found, the finding has the line of the heading.
    /// </param>
    public Problem ReportInSection(Lang lang, string sectionId, string? searchText, string rule, string vi, string en)
    {
        var body = Array.FindIndex(lines, line => line == (lang == Lang.En ? "# English" : "# Tiếng Việt"));
        var heading = Array.FindIndex(lines, Math.Max(0, body), line => line.Contains($"{{#{sectionId}}}", StringComparison.Ordinal));
        heading = Math.Max(0, heading);
        var end = Array.FindIndex(lines, heading + 1, line => line.StartsWith('#'));
        var found = searchText is null
            ? -1
            : Array.FindIndex(
                lines,
                heading,
                (end < 0 ? lines.Length : end) - heading,
                line => line.Contains(searchText, StringComparison.OrdinalIgnoreCase)
            );
        return Report(found < 0 ? heading : found, rule, vi, en);
    }

    private Problem Report(int index, string rule, string vi, string en) => new(article.Path, index + 1, rule, new LocalizedText(vi, en));
}
