using System.Text;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>
/// Splits Markdown into plain sentences: without markup, links reduced to their text, each list item and table row as one sentence.
/// </summary>
internal static partial class PlainSentences
{
    public static IReadOnlyList<string> Split(string markdown)
    {
        var sentences = new List<string>();
        foreach (
            var line in VisibleText
                .Clean(markdown, keepLines: true)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            if (TableRuleRegex().IsMatch(line))
            {
                continue;
            }

            var text = RemoveMarkup(line);
            var start = 0;
            foreach (Match end in SentenceEndRegex().Matches(text))
            {
                AddSentence(sentences, text[start..(end.Index + 1)]);
                start = end.Index + end.Length;
            }

            AddSentence(sentences, text[start..]);
        }

        return sentences;
    }

    /// <summary>The line without markup.</summary>
    public static string RemoveMarkup(string line)
    {
        line = LinkRegex().Replace(LineMarkRegex().Replace(line, ""), "${text}");
        var text = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            text.Append(
                c switch
                {
                    '*' or '`' or '_' or '~' => "",
                    '|' => ";",
                    _ => c.ToString(),
                }
            );
        }

        return text.ToString();
    }

    private static void AddSentence(List<string> sentences, string sentence)
    {
        sentence = sentence.Trim(' ', ';');
        if (sentence.Length > 0)
        {
            sentences.Add(sentence);
        }
    }

    [GeneratedRegex(@"^[\s|:-]+$")]
    private static partial Regex TableRuleRegex();

    [GeneratedRegex(@"^\s*(?:#{1,6}\s+|>\s*|[-*+]\s+|\d{1,2}\.\s+)")]
    private static partial Regex LineMarkRegex();

    [GeneratedRegex(@"!?\[(?<text>[^\]]*)\]\((?:[^)]*)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex LinkRegex();

    /// <summary>
    /// An end mark with the following blanks, before a capital, digit, bracket or quotation mark; not after a single letter or an
    /// abbreviation.
    /// </summary>
    [GeneratedRegex("(?<!\\b(?:\\p{L}|TP|No|Dr|Mr|Ms|Art|vs|tr))[.!?…](?:[\"”’)]?)\\s+(?=[\\p{Lu}\\d(\"“])")]
    private static partial Regex SentenceEndRegex();
}
