namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>A part of a text.</summary>
/// <param name="Start">Its offset in the text, in UTF-16 code units.</param>
/// <param name="Marker">
/// The number or bullet of the item, such as <c>1.</c>, <c>a)</c>, <c>đ)</c>, <c>-</c>; empty when it has none.
/// Not part of <paramref name="Text"/>.
/// </param>
public readonly record struct TextPart(int Start, string Marker, string Text);

/// <summary>Splits Vietnamese and English prose into sentences and into numbered clauses as they are written in laws.</summary>
public static class TextSplitter
{
    /// <summary>Sentences and list items. A semicolon ends an item; the full stop of an abbreviation does not end a sentence.</summary>
    public static IReadOnlyList<TextPart> SplitIntoSentences(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = new List<TextPart>();
        int start = 0,
            wordCount = 0,
            end = -1;
        var word = "";
        foreach (var range in new WordRanges(text))
        {
            if (
                end >= 0
                && SentenceBoundary.IsBoundary(
                    word,
                    text.AsSpan(end, range.Start.Value - end),
                    text[range.Start.Value],
                    wordCount == 1,
                    hasCase: true
                )
            )
            {
                AddPart(parts, text, start, FindBoundary(text, end, range.Start.Value));
                start = FindBoundary(text, end, range.Start.Value);
                wordCount = 0;
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
            wordCount++;
        }

        AddPart(parts, text, start, text.Length);
        return parts;
    }

    /// <summary>
    /// Numbered clauses and points with their sentences: <c>1. …</c>, <c>a) …</c>. Text without numbers gives one part for each paragraph.
    /// </summary>
    public static IReadOnlyList<TextPart> SplitIntoClauses(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clauses = new List<TextPart>();
        foreach (var part in SplitIntoSentences(text))
        {
            var startsClause =
                part.Marker.Length > 0
                || clauses.Count == 0
                || text.AsSpan(clauses[^1].Start, part.Start - clauses[^1].Start).TrimEnd(" \t").EndsWith("\n");
            if (startsClause)
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

    /// <summary>The offset of the boundary between two words: after the closing punctuation.</summary>
    private static int FindBoundary(string text, int gapStart, int gapEnd)
    {
        var line = text.IndexOf('\n', gapStart, gapEnd - gapStart);
        if (line >= 0)
        {
            return line + 1;
        }

        var index = text.AsSpan(gapStart, gapEnd - gapStart).IndexOfAny(".;?!…") + gapStart;
        while (index < gapEnd && !char.IsWhiteSpace(text[index]))
        {
            index++;
        }

        return index;
    }

    private static void AddPart(List<TextPart> parts, string text, int start, int end)
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

        var content = text.AsSpan(start + marker, end - start - marker);
        if (content.ContainsWord())
        {
            parts.Add(new TextPart(start, text.Substring(start, marker).TrimEnd(), content.Trim().ToString()));
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
    /// The length of the marker at the beginning of a text (<c>1.</c>, <c>12.3.</c>, <c>a)</c>, <c>đ)</c>, <c>-</c>), with the space
    /// after it; 0 when there is none.
    /// </summary>
    private static int MarkerLength(ReadOnlySpan<char> text)
    {
        var index = 0;
        if (text is ['-' or '–' or '•' or '*' or '+', ' ', ..])
        {
            index = 1;
        }
        else if (text is [var letter, ')', ..] && char.IsLetter(letter))
        {
            index = 2;
        }
        else
        {
            while (index < text.Length && index < 8 && (char.IsAsciiDigit(text[index]) || (index > 0 && text[index] is '.' or ')')))
            {
                index++;
            }

            if (index == 0 || text[index - 1] is not ('.' or ')') || (index < text.Length && !char.IsWhiteSpace(text[index])))
            {
                return 0;
            }
        }

        while (index < text.Length && text[index] is ' ' or '\t')
        {
            index++;
        }

        return index;
    }
}
