using System.Globalization;
using System.Text;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>The normal forms of Vietnamese text that search compares: normalised, folded and canonical.</summary>
public static class VietnameseText
{
    /// <summary>NFC and lower case. Never throws: broken surrogates become U+FFFD first.</summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (VietnameseLetters.IsComposed(text))
        {
            return Map(text, VietnameseLetters.ToLower);
        }

        try
        {
            return text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return RemoveInvalidCharacters(text).Normalize(NormalizationForm.FormC).ToLowerInvariant();
        }
    }

    /// <summary>
    /// The text as typed without diacritics: NFC, lower case, diacritics removed, đ → d. <c>Nghị định</c> becomes <c>nghi dinh</c>.
    /// </summary>
    public static string Fold(string text) => Map(Normalize(text), VietnameseLetters.Fold);

    /// <summary>The folded words, separated by single spaces.</summary>
    public static string FoldWords(string text) => string.Join(' ', SplitIntoWords(Fold(text)));

    /// <summary>Maps each character; the same string when none changes.</summary>
    private static string Map(string text, Func<char, char> map)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (map(text[i]) != text[i])
            {
                return string.Create(
                    text.Length,
                    (text, map),
                    static (to, from) =>
                    {
                        for (var i = 0; i < to.Length; i++)
                        {
                            to[i] = from.map(from.text[i]);
                        }
                    }
                );
            }
        }

        return text;
    }

    /// <summary>The words of a text, <c>[\p{L}\p{N}]+</c> of its normalised form, in order.</summary>
    public static IReadOnlyList<string> SplitIntoWords(string text)
    {
        var normal = Normalize(text);
        var words = new List<string>(normal.Length / 5);
        for (var start = 0; start < normal.Length; start++)
        {
            if (!IsWordLetter(normal[start]))
            {
                continue;
            }

            var end = start + 1;
            while (end < normal.Length && IsWordLetter(normal[end]))
            {
                end++;
            }

            words.Add(normal[start..end]);
            start = end;
        }

        return words;
    }

    /// <summary>
    /// One spelling for one syllable: the tone as a digit at the end (<c>hoà</c> and <c>hòa</c> are <c>hoa2</c>) and a final <c>y</c> after
    /// a single onset written <c>i</c> (<c>kỹ</c> and <c>kĩ</c> are <c>ki4</c>).
    /// </summary>
    /// <param name="word">A normalised word, as <see cref="SplitIntoWords"/> returns it.</param>
    public static string Canonicalize(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        Span<char> letters = word.Length <= 64 ? stackalloc char[word.Length + 1] : new char[word.Length + 1];
        var tone = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var (bare, mark) = VietnameseLetters.SplitTone(word[i]);
            letters[i] = bare;
            tone = mark > 0 ? mark : tone;
        }

        var length = word.Length;
        if (length >= 2 && letters[length - 1] == 'y' && IsSingleOnset(letters[..(length - 1)]))
        {
            letters[length - 1] = 'i';
        }

        if (tone > 0)
        {
            letters[length++] = (char)('0' + tone);
        }

        var canonical = letters[..length];
        return canonical.SequenceEqual(word) ? word : canonical.ToString();
    }

    /// <summary>Whether a character belongs to a word: a letter or a number of any script.</summary>
    public static bool IsWordLetter(char c) =>
        char.IsAsciiLetterOrDigit(c)
        || (
            c >= 128
            && char.GetUnicodeCategory(c)
                is <= UnicodeCategory.OtherLetter
                    or UnicodeCategory.DecimalDigitNumber
                    or UnicodeCategory.LetterNumber
                    or UnicodeCategory.OtherNumber
        );

    private static bool IsSingleOnset(ReadOnlySpan<char> onset) =>
        onset is "h" or "k" or "l" or "m" or "s" or "t" or "v" or "b" or "d" or "đ" or "g" or "n" or "p" or "r" or "x" or "c" or "qu";

    private static string RemoveInvalidCharacters(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            repaired.Append(rune);
        }

        // Normalisation throws for noncharacters such as U+FFFF as well.
        return repaired.Replace('\uFFFF', '\uFFFD').Replace('\uFFFE', '\uFFFD').ToString();
    }
}
