namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Marker">
/// What numbers it: <c>1.</c>, <c>a)</c>, <c>đ)</c>, <c>-</c>; empty when nothing does. Not part of <paramref name="Text"/>.
/// </param>
public readonly record struct TextPart(int Start, string Marker, string Text);

/// <summary>Takes Vietnamese and English prose apart into sentences and clauses as laws write them.</summary>
public static class TextSplitter
{
    /// <summary>Sentences and the items of lists; a semicolon ends an item, an abbreviation's stop ends nothing.</summary>
    public static IReadOnlyList<TextPart> Sentences(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = new List<TextPart>();
        int start = 0,
            words = 0,
            end = -1;
        var word = "";
        foreach (var range in new WordRanges(text))
        {
            if (
                end >= 0
                && SentenceEnds.Between(word, text.AsSpan(end, range.Start.Value - end), text[range.Start.Value], words == 1, hasCase: true)
            )
            {
                Add(parts, text, start, BreakIn(text, end, range.Start.Value));
                start = BreakIn(text, end, range.Start.Value);
                words = 0;
            }

            word = text[range].ToLowerInvariant();
            if (
                word == "v"
                && range.Start.Value >= 2
                && text.AsSpan(range.Start.Value - 2, 2).Equals("v.", StringComparison.OrdinalIgnoreCase)
            )
            {
                word = "vv";
            }

            end = range.End.Value;
            words++;
        }

        Add(parts, text, start, text.Length);
        return parts;
    }

    /// <summary>
    /// Numbered clauses and points with what belongs to them: <c>1. …</c>, <c>a) …</c>; text
    /// without numbers is one part for each paragraph.
    /// </summary>
    public static IReadOnlyList<TextPart> Clauses(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clauses = new List<TextPart>();
        foreach (var part in Sentences(text))
        {
            var opens =
                part.Marker.Length > 0
                || clauses.Count == 0
                || text.AsSpan(clauses[^1].Start, part.Start - clauses[^1].Start).TrimEnd(" \t").EndsWith("\n");
            if (opens)
            {
                clauses.Add(part);
            }
            else
            {
                clauses[^1] = clauses[^1] with { Text = clauses[^1].Text + " " + part.Text };
            }
        }

        return clauses;
    }

    /// <summary>Where between two words the first ends: after the closing punctuation.</summary>
    private static int BreakIn(string text, int from, int to)
    {
        var line = text.IndexOf('\n', from, to - from);
        if (line >= 0)
        {
            return line + 1;
        }

        var at = text.AsSpan(from, to - from).IndexOfAny(".;?!…") + from;
        while (at < to && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static void Add(List<TextPart> parts, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var marker = MarkerLength(text.AsSpan(start, end - start));
        if (!text.AsSpan(start + marker, end - start - marker).ContainsWord())
        {
            marker = 0;
        }

        var said = text.AsSpan(start + marker, end - start - marker);
        if (said.ContainsWord())
        {
            parts.Add(new TextPart(start, text.Substring(start, marker).TrimEnd(), said.Trim().ToString()));
        }
    }

    private static bool ContainsWord(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (VietnameseText.IsWordLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The length of <c>1.</c>, <c>12.3.</c>, <c>a)</c>, <c>đ)</c>, <c>-</c> and the space after it at a text's beginning.
    /// </summary>
    private static int MarkerLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        if (text is ['-' or '–' or '•' or '*' or '+', ' ', ..])
        {
            at = 1;
        }
        else if (text is [var letter, ')', ..] && char.IsLetter(letter))
        {
            at = 2;
        }
        else
        {
            while (at < text.Length && at < 8 && (char.IsAsciiDigit(text[at]) || (at > 0 && text[at] is '.' or ')')))
            {
                at++;
            }

            if (at == 0 || text[at - 1] is not ('.' or ')') || (at < text.Length && !char.IsWhiteSpace(text[at])))
            {
                return 0;
            }
        }

        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }
}
