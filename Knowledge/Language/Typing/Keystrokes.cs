using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Language.Typing;

/// <summary>
/// Vietnamese typed while the input method was off, or mailed in ASCII: VNI ("vo61n"), Telex ("voosn") and VIQR ("vo^'n"). Converted where
/// at least two words have such keys and become possible Vietnamese syllables, and none of them is a word without the conversion.
/// </summary>
internal static partial class Keystrokes
{
    private const int FewestWords = 2;
    private const double LeastShare = 0.25;

    private static readonly (string Keys, string Letter)[] VniLetters = [("6", "aâeêoô"), ("7", "oơuư"), ("8", "aă"), ("9", "dđ")];

    public static string Decode(string text)
    {
        if (!text.Any(char.IsAsciiLetter))
        {
            return text;
        }

        return Convert(text, VniWord(), FromVni)
            ?? (text.All(char.IsAscii) ? Convert(text, ViqrWord(), FromViqr) : null)
            ?? (LanguageDetector.Detect(text).Lang == Lang.Vi ? Convert(text, TelexWord(), FromTelex) : null)
            ?? text;
    }

    private static string? Convert(string text, Regex pattern, Func<string, string?> decode)
    {
        var (words, decoded) = (AnyWord().Count(text), 0);
        var result = pattern.Replace(
            text,
            match =>
            {
                if (decode(match.Value) is not { } meant)
                {
                    return match.Value;
                }

                decoded++;
                return Cased(match.Value, meant);
            }
        );
        return decoded >= FewestWords && decoded >= words * LeastShare ? result : null;
    }

    private static string Cased(string typed, string meant) =>
        typed.Where(char.IsAsciiLetter).All(char.IsAsciiLetterUpper) && typed.Count(char.IsAsciiLetter) > 1 ? meant.ToUpperInvariant()
        : char.IsAsciiLetterUpper(typed[0]) ? char.ToUpperInvariant(meant[0]) + meant[1..]
        : meant;

    private static string? FromVni(string word)
    {
        var (bare, tone) = ("", 0);
        foreach (var c in word.ToLowerInvariant())
        {
            if (!char.IsAsciiDigit(c))
            {
                bare += c;
            }
            else if (c is >= '1' and <= '5')
            {
                if (tone > 0)
                {
                    return null;
                }

                tone = c - '0';
            }
            else if (Quality(bare, c) is { } marked)
            {
                bare = marked;
            }
            else
            {
                return null;
            }
        }

        return Possible(bare, tone);
    }

    /// <summary>The last letters that take the mark take it: "u" and "o" both in "nguoi72".</summary>
    private static string? Quality(string bare, char key)
    {
        var letters = VniLetters.FirstOrDefault(entry => entry.Keys[0] == key).Letter;
        if (letters is null)
        {
            return null;
        }

        if (key == '7' && bare.LastIndexOf("uo", StringComparison.Ordinal) is >= 0 and var pair)
        {
            return $"{bare[..pair]}ươ{bare[(pair + 2)..]}";
        }

        if (key == '7' && bare.LastIndexOf("ưo", StringComparison.Ordinal) is >= 0 and var half)
        {
            return $"{bare[..half]}ươ{bare[(half + 2)..]}";
        }

        for (var i = bare.Length - 1; i >= 0; i--)
        {
            var at = letters.IndexOf(bare[i], StringComparison.Ordinal);
            if (at >= 0 && at % 2 == 0 && (key != '9' || i == 0))
            {
                return $"{bare[..i]}{letters[at + 1]}{bare[(i + 1)..]}";
            }
        }

        return null;
    }

    private static string? FromViqr(string word)
    {
        var text = word.ToLowerInvariant().Replace("dd", "đ", StringComparison.Ordinal);
        var (bare, tone) = ("", 0);
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                bare += c;
                continue;
            }

            var mark = "'`?~.".IndexOf(c, StringComparison.Ordinal);
            if (mark >= 0)
            {
                if (tone > 0)
                {
                    return null;
                }

                tone = mark + 1;
            }
            else if (
                Quality(
                    bare,
                    c switch
                    {
                        '^' => '6',
                        '+' => '7',
                        '(' => '8',
                        _ => '0',
                    }
                ) is
                { } marked
            )
            {
                bare = marked;
            }
            else
            {
                return null;
            }
        }

        return Possible(bare, tone);
    }

    private static string? FromTelex(string word)
    {
        var lower = word.ToLowerInvariant();
        if (
            VietnameseSyllables.CouldBe(lower)
            || EnglishWords.Common.Contains(lower)
            || EnglishWords.OfTheField.Contains(lower)
            || Telex.Decode(lower) is not { } canonical
        )
        {
            return null;
        }

        var tone = canonical[^1] is >= '1' and <= '5' ? canonical[^1] - '0' : 0;
        return Possible(tone == 0 ? canonical : canonical[..^1], tone);
    }

    private static string? Possible(string bare, int tone)
    {
        var syllable = SyllableWriter.Write(bare, tone);
        return SyllableWriter.IsPossible(syllable) && (tone == 0 || syllable != bare) ? syllable : null;
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}/.\-_@])[A-Za-z]{1,5}[1-9][A-Za-z1-9]{0,6}(?![\p{L}\p{N}/\-_@]|[.,][0-9])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex VniWord();

    // A tone sign at the end of a word is one only where a small letter follows: otherwise it ends a sentence.
    [GeneratedRegex(
        @"(?<![A-Za-z0-9])(?:[A-Za-z]+[\^+(][a-zA-Z]*[`'~?.]?[a-zA-Z]*(?:(?<=[`'~])|(?<=[a-zA-Z\^+(])"
            + @"|(?=\s+[a-z]))|[A-Za-z]*[aeiouyAEIOUY][`~'][a-zA-Z]*|[A-Za-z]*[aeiouyAEIOUY][?.](?=\s+[a-z]"
            + @"|[a-z])[a-zA-Z]*|[Dd][Dd][a-zA-Z]*)(?![A-Za-z0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ViqrWord();

    [GeneratedRegex(@"(?<![\p{L}\p{N}@._/\-])[A-Za-z]{2,10}(?![\p{L}\p{N}@_]|[./\-][\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex TelexWord();

    [GeneratedRegex(@"\p{L}[\p{L}\p{N}]*", RegexOptions.CultureInvariant)]
    private static partial Regex AnyWord();
}
