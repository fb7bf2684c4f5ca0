using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Checking;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>The parts of an answer that a model may word: the text that answers the question, then the article's other sections.</summary>
/// <param name="ClosingLine">The line on validity, which is never changed.</param>
internal sealed partial record WordingSource(IReadOnlyList<SupportPassage> Passages, string ClosingLine)
{
    private const int MaxPassages = 6;
    private const int MaxCharacters = 6000;

    /// <returns>
    /// Null for answers that are not worded: other outcomes, unconfirmed statements, texts with instructions for a model.
    /// </returns>
    public static WordingSource? Create(Answer answer)
    {
        if (answer is not Answer.Answered { Trace.Candidates.Count: > 0 } answered || IsHedged(answered.Text))
        {
            return null;
        }

        List<string> paragraphs = [.. answered.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)];
        var closingLine = paragraphs.Count > 1 && EmphasisedRegex().IsMatch(paragraphs[^1]) ? paragraphs[^1] : "";
        if (closingLine.Length > 0)
        {
            paragraphs.RemoveAt(paragraphs.Count - 1);
        }

        var firstPassage = string.Join("\n\n", paragraphs);
        if (PromptInjection.IsContainedIn(firstPassage))
        {
            return null;
        }

        var passages = new List<SupportPassage>();
        var length = 0;
        foreach (
            var text in answered
                .OtherSections.Where(section =>
                    section.Id != AnswerSections.Unconfirmed && !PromptInjection.IsContainedIn(section.Markdown)
                )
                .Select(section => section.Markdown)
                .Prepend(firstPassage)
        )
        {
            var plainText = string.Join('\n', PlainSentences.Split(text));
            length += plainText.Length;
            if (passages.Count == MaxPassages || length > MaxCharacters)
            {
                break;
            }

            if (plainText.Length > 0 && !IsHedged(plainText))
            {
                passages.Add(new SupportPassage($"p{passages.Count + 1}", plainText));
            }
        }

        return passages.Count == 0 ? null : new(passages, closingLine);
    }

    private static bool IsHedged(string text) => HedgeRegex().IsMatch(VietnameseText.Fold(text));

    [GeneratedRegex(@"^\*[^*\n]+\*(\n\*[^*\n]+\*)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex EmphasisedRegex();

    [GeneratedRegex(@"\b(?:xac nhan lai|chua (?:duoc )?xac nhan|chua doi chieu|check before|not confirmed|unconfirmed)\b")]
    private static partial Regex HedgeRegex();
}
