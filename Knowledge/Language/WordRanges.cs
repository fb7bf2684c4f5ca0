namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>Enumerates the ranges of the words in a normalised text without copying them.</summary>
internal ref struct WordRanges(string text)
{
    private int end;

    public Range Current { get; private set; }

    public readonly WordRanges GetEnumerator() => this;

    public bool MoveNext()
    {
        var start = end;
        while (start < text.Length && !VietnameseText.IsWordLetter(text[start]))
        {
            start++;
        }

        if (start == text.Length)
        {
            return false;
        }

        end = start + 1;
        while (end < text.Length && VietnameseText.IsWordLetter(text[end]))
        {
            end++;
        }

        Current = start..end;
        return true;
    }
}
