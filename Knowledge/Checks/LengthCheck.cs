using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>
/// Checks the lengths of sections and sentences, so that articles can be read on a telephone. A Vietnamese word is written as one or more
/// syllables with spaces between them, so the bounds for Vietnamese count syllables and are wider.
/// </summary>
internal static partial class LengthCheck
{
    private const int MinSections = 3;

    public static IEnumerable<Problem> Check(CheckedArticle article)
    {
        // A line of its own states what is not known, so such an article needs one section less.
        if (article.Article.SectionsVi.Count + (article.Article.OwnGap is null ? 0 : 1) < MinSections)
        {
            yield return article.ReportInSection(
                Lang.Vi,
                "answer",
                null,
                "length",
                $"Bài cần ít nhất {MinSections} mục.",
                $"An article needs at least {MinSections} sections."
            );
        }

        foreach (var lang in new[] { Lang.Vi, Lang.En })
        {
            var bounds = lang == Lang.En ? new Bounds(90, 190, 34, 24) : new Bounds(120, 250, 45, 32);
            foreach (var section in article.Article.GetSections(lang))
            {
                if (FindFirstViolation(section, bounds) is { } reason)
                {
                    yield return article.ReportInSection(lang, section.Id, reason.Written, "length", reason.Text.Vi, reason.Text.En);
                }
            }
        }
    }

    private static (string? Written, LocalizedText Text)? FindFirstViolation(Section section, Bounds bounds)
    {
        var prose = string.Join('\n', section.Markdown.Split('\n').Where(line => !line.TrimStart().StartsWith('|')));
        var words = CountWords(prose);
        var max = section.Id == "answer" ? bounds.Answer : bounds.Section;
        if (words > max)
        {
            return (
                null,
                new($"Mục “{section.Id}” có {words} từ, nhiều nhất {max}.", $"The section “{section.Id}” has {words} words; at most {max}.")
            );
        }

        var sentences = SentenceEndRegex().Split(prose).Where(sentence => CountWords(sentence) > 0).ToList();
        if (sentences.Find(sentence => CountWords(sentence) > bounds.Sentence) is { } longSentence)
        {
            var firstLine = longSentence.Trim().Split('\n')[0];
            return (
                firstLine.Length > 40 ? firstLine[..40] : firstLine,
                new(
                    $"Câu dài {CountWords(longSentence)} từ, nhiều nhất {bounds.Sentence}.",
                    $"A sentence has {CountWords(longSentence)} words; at most {bounds.Sentence}."
                )
            );
        }

        var meanLength = sentences.Count == 0 ? 0 : words / sentences.Count;
        return sentences.Count > 1 && meanLength > bounds.Mean
            ? (
                null,
                new(
                    $"Câu dài trung bình {meanLength} từ, nhiều nhất {bounds.Mean}.",
                    $"Sentences have {meanLength} words on average; at most {bounds.Mean}."
                )
            )
            : null;
    }

    private static int CountWords(string text) => WordRegex().Count(text);

    private sealed record Bounds(int Answer, int Section, int Sentence, int Mean);

    [GeneratedRegex(@"\S*[\p{L}\p{N}]\S*")]
    private static partial Regex WordRegex();

    // Only a full stop before white space ends a sentence; a line break always does.
    [GeneratedRegex(@"(?<=[.!?:;][”"")]?)\s+|\n")]
    private static partial Regex SentenceEndRegex();
}
