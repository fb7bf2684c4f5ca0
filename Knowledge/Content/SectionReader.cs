using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>
/// Splits an article's body into the sections of each language by the headings
/// <c># Tiếng Việt</c>, <c># English</c> and <c>## Heading {#id}</c>.
/// </summary>
internal static partial class SectionReader
{
    /// <param name="firstLine">The line number of the body's first line in the file, counted from 1.</param>
    public static (IReadOnlyList<Section> Vi, IReadOnlyList<Section> En) Read(
        string path,
        string body,
        int firstLine,
        List<Problem> problems
    )
    {
        var vi = new List<Section>();
        var en = new List<Section>();
        List<Section>? currentSections = null;
        (int Line, string Id, string Heading, List<string> Lines)? currentSection = null;
        var line = firstLine - 1;
        var isInCodeBlock = false;

        foreach (var text in body.Split('\n'))
        {
            line++;
            isInCodeBlock ^= text.StartsWith("```", StringComparison.Ordinal);
            if (isInCodeBlock || !text.StartsWith('#'))
            {
                if (currentSection is null && text.Trim().Length > 0)
                {
                    Report("Chữ đứng trước tiêu đề mục đầu tiên.", "There is text before the heading of the first section.");
                }

                currentSection?.Lines.Add(text);
            }
            else if (text.StartsWith("# ", StringComparison.Ordinal))
            {
                CloseSection();
                currentSections = SelectLanguage(text[2..].Trim());
            }
            else if (SectionHeadingRegex().Match(text) is { Success: true } heading)
            {
                CloseSection();
                currentSection = (line, heading.Groups["id"].Value, heading.Groups["text"].Value.Trim(), []);
            }
            else
            {
                Report(
                    "Tiêu đề mục phải có dạng “## Tên mục {#ma-muc}”, không sâu hơn hai dấu #.",
                    "A section's heading must be written “## Heading {#id}”, no deeper than two #."
                );
            }
        }

        CloseSection();
        return (vi, en);

        List<Section>? SelectLanguage(string heading)
        {
            switch (heading)
            {
                case "Tiếng Việt" when vi.Count == 0 && en.Count == 0:
                    return vi;
                case "English" when en.Count == 0:
                    return en;
                default:
                    Report(
                        "Tiêu đề ngôn ngữ phải là “# Tiếng Việt” rồi “# English”, mỗi thứ một lần.",
                        "The languages' headings must be “# Tiếng Việt”, then “# English”, once each."
                    );
                    return null;
            }
        }

        void CloseSection()
        {
            if (currentSection is not { } section)
            {
                return;
            }

            currentSection = null;
            var markdown = string.Join('\n', section.Lines).Trim();
            if (currentSections is null)
            {
                Report("Mục không nằm dưới ngôn ngữ nào.", "The section is not under a language heading.", section.Line);
            }
            else if (currentSections.Any(other => other.Id == section.Id))
            {
                Report(
                    $"Mã mục “{section.Id}” dùng hai lần trong một ngôn ngữ.",
                    $"The section id “{section.Id}” is used twice in one language.",
                    section.Line
                );
            }
            else
            {
                if (markdown.Length == 0)
                {
                    Report($"Mục “{section.Id}” trống.", $"The section “{section.Id}” is empty.", section.Line);
                }

                var (text, marks) = PeriodMarks.Extract(markdown);
                currentSections.Add(new Section(section.Id, section.Heading, text) { Marks = marks });
            }
        }

        void Report(string reasonVi, string reasonEn, int? reportedLine = null) =>
            problems.Add(new Problem(path, reportedLine ?? line, "sections", new LocalizedText(reasonVi, reasonEn)));
    }

    [GeneratedRegex(@"^##\s+(?<text>[^#{].*?)\s*\{#(?<id>[a-z][a-z0-9-]*)\}\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex SectionHeadingRegex();
}
