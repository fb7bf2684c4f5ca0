using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Answers.Citing;

/// <summary>A sentence of an answer that can have a citation mark.</summary>
/// <param name="End">The offset at which a citation mark is inserted: before the closing punctuation.</param>
internal readonly record struct CitableSentence(string Text, int End, HashSet<(FigureKind Kind, string Value)> Figures)
{
    /// <summary>The sentences and list items of a Markdown text; headings, tables and the closing line in italics state no rule.</summary>
    public static IReadOnlyList<CitableSentence> FindAll(string text, Lang lang)
    {
        var claims = new List<CitableSentence>();
        text = RemoveClosingLine(text);
        var parts = TextSplitter.SplitIntoSentences(text);
        for (var i = 0; i < parts.Count; i++)
        {
            var start = parts[i].Start;
            var end = GetEnd(parts, i, text);
            // A semicolon inside brackets, as in "(Điều 3; Điều 5)", ends a list item of a law but no sentence here.
            while (i + 1 < parts.Count && IsBracketOpen(text.AsSpan(start, end - start)))
            {
                end = GetEnd(parts, ++i, text);
            }

            var sentence = text[start..end].Trim();
            if (sentence.Length > 0 && !IsHeadingOrTable(sentence))
            {
                claims.Add(new CitableSentence(sentence, FindPunctuationStart(text, start, end), ReadFigures(sentence, lang)));
            }
        }

        return claims;
    }

    public static HashSet<(FigureKind Kind, string Value)> ReadFigures(string text, Lang lang) =>
        [.. FigureReader.Read(text, lang).Select(figure => figure.Identity)];

    /// <summary>The text without its last paragraph when that is in italics: it says how long the rules are in force.</summary>
    private static string RemoveClosingLine(string text)
    {
        var lastParagraph = text.LastIndexOf("\n\n", StringComparison.Ordinal) + 2;
        return
            lastParagraph > 1
            && lastParagraph + 1 < text.Length
            && text[lastParagraph] == '*'
            && text[lastParagraph + 1] is not ('*' or ' ')
            ? text[..lastParagraph]
            : text;
    }

    private static int GetEnd(IReadOnlyList<TextPart> parts, int i, string text) => i + 1 < parts.Count ? parts[i + 1].Start : text.Length;

    private static bool IsBracketOpen(ReadOnlySpan<char> sentence) => sentence.Count('(') > sentence.Count(')') && !sentence.Contains('\n');

    private static bool IsHeadingOrTable(string sentence) =>
        sentence.StartsWith('|')
        || sentence.StartsWith('#')
        || (
            sentence.StartsWith("**", StringComparison.Ordinal)
            && sentence.IndexOf("**", 2, StringComparison.Ordinal) == sentence.Length - 2
        )
        || sentence.EndsWith(':');

    private static int FindPunctuationStart(string text, int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '.' or ';' or '!' or '?' or '…'))
        {
            end--;
        }

        return end;
    }
}
