using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Answers.Citing;

/// <summary>A sentence of an answer that may carry the mark of a source.</summary>
/// <param name="End">Where a mark goes: before the closing punctuation.</param>
internal readonly record struct Claim(string Text, int End, HashSet<(FigureKind Kind, string Value)> Figures)
{
    /// <summary>The sentences and list items of a Markdown text; headings, tables and the closing line in italics state no rule.</summary>
    public static IReadOnlyList<Claim> In(string text, Lang lang)
    {
        var claims = new List<Claim>();
        text = WithoutClosingLine(text);
        var parts = TextSplitter.SplitIntoSentences(text);
        for (var i = 0; i < parts.Count; i++)
        {
            var start = parts[i].Start;
            var end = EndOf(parts, i, text);
            // A semicolon inside brackets, as in "(Điều 3; Điều 5)", ends a list item of a law but no sentence here.
            while (i + 1 < parts.Count && IsBracketOpen(text.AsSpan(start, end - start)))
            {
                end = EndOf(parts, ++i, text);
            }

            var sentence = text[start..end].Trim();
            if (sentence.Length > 0 && !IsFurniture(sentence))
            {
                claims.Add(new Claim(sentence, BeforePunctuation(text, start, end), FiguresOf(sentence, lang)));
            }
        }

        return claims;
    }

    public static HashSet<(FigureKind Kind, string Value)> FiguresOf(string text, Lang lang) =>
        [.. FigureReader.Read(text, lang).Select(figure => figure.Identity)];

    /// <summary>The text without its last paragraph when that is in italics: it says how long the rules are in force.</summary>
    private static string WithoutClosingLine(string text)
    {
        var last = text.LastIndexOf("\n\n", StringComparison.Ordinal) + 2;
        return last > 1 && last + 1 < text.Length && text[last] == '*' && text[last + 1] is not ('*' or ' ') ? text[..last] : text;
    }

    private static int EndOf(IReadOnlyList<TextPart> parts, int i, string text) => i + 1 < parts.Count ? parts[i + 1].Start : text.Length;

    private static bool IsBracketOpen(ReadOnlySpan<char> sentence) => sentence.Count('(') > sentence.Count(')') && !sentence.Contains('\n');

    private static bool IsFurniture(string sentence) =>
        sentence.StartsWith('|')
        || sentence.StartsWith('#')
        || (
            sentence.StartsWith("**", StringComparison.Ordinal)
            && sentence.IndexOf("**", 2, StringComparison.Ordinal) == sentence.Length - 2
        )
        || sentence.EndsWith(':');

    private static int BeforePunctuation(string text, int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '.' or ';' or '!' or '?' or '…'))
        {
            end--;
        }

        return end;
    }
}
