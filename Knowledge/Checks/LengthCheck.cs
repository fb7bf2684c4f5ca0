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
        // What is not known is told by a line of its own instead of a section.
        if (article.Article.SectionsVi.Count + (article.Article.OwnGap is null ? 0 : 1) < MinSections)
        {
            yield return article.InSection(
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
            foreach (var section in article.Article.Sections(lang))
            {
                if (FirstViolation(section, bounds) is { } reason)
                {
                    yield return article.InSection(lang, section.Id, reason.Written, "length", reason.Text.Vi, reason.Text.En);
                }
            }
        }
    }

    private static (string? Written, LocalizedText Text)? FirstViolation(Section section, Bounds bounds)
    {
        var prose = string.Join('\n', section.Markdown.Split('\n').Where(line => !line.TrimStart().StartsWith('|')));
        var words = Count(prose);
        var max = section.Id == "answer" ? bounds.Answer : bounds.Section;
        if (words > max)
        {
            return (
                null,
                new($"Mục “{section.Id}” có {words} từ, nhiều nhất {max}.", $"The section “{section.Id}” has {words} words; at most {max}.")
            );
        }

        var sentences = Sentences().Split(prose).Where(sentence => Count(sentence) > 0).ToList();
        if (sentences.Find(sentence => Count(sentence) > bounds.Sentence) is { } longest)
        {
            var start = longest.Trim().Split('\n')[0];
            return (
                start.Length > 40 ? start[..40] : start,
                new(
                    $"Câu dài {Count(longest)} từ, nhiều nhất {bounds.Sentence}.",
                    $"A sentence has {Count(longest)} words; at most {bounds.Sentence}."
                )
            );
        }

        var mean = sentences.Count == 0 ? 0 : words / sentences.Count;
        return sentences.Count > 1 && mean > bounds.Mean
            ? (
                null,
                new(
                    $"Câu dài trung bình {mean} từ, nhiều nhất {bounds.Mean}.",
                    $"Sentences have {mean} words on average; at most {bounds.Mean}."
                )
            )
            : null;
    }

    private static int Count(string text) => Word().Count(text);

    private sealed record Bounds(int Answer, int Section, int Sentence, int Mean);

    [GeneratedRegex(@"\S*[\p{L}\p{N}]\S*")]
    private static partial Regex Word();

    // Only a full stop before white space ends a sentence; a line break always does.
    [GeneratedRegex(@"(?<=[.!?:;][”"")]?)\s+|\n")]
    private static partial Regex Sentences();
}
