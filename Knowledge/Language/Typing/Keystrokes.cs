using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Language.Typing;

/// <summary>
/// Decodes Vietnamese that was typed with the input method switched off, or sent as ASCII: VNI ("vo61n"), Telex ("voosn") and
/// VIQR ("vo^'n"). A text is converted when at least two of its words decode to valid Vietnamese syllables; words that are
/// valid as typed are not converted.
/// </summary>
internal static partial class Keystrokes
{
    private const int MinDecodedWords = 2;
    private const double MinDecodedShare = 0.25;

    private static readonly (string Keys, string Letter)[] VniLetters = [("6", "aâeêoô"), ("7", "oơuư"), ("8", "aă"), ("9", "dđ")];

    public static string Decode(string text)
    {
        if (!text.Any(char.IsAsciiLetter))
        {
            return text;
        }

        return (text.Any(char.IsAsciiDigit) ? ConvertMatches(text, VniWordRegex(), DecodeVni) : null)
            ?? (text.All(char.IsAscii) ? ConvertMatches(text, ViqrWordRegex(), DecodeViqr) : null)
            ?? (LanguageDetector.Detect(text).Lang == Lang.Vi ? ConvertMatches(text, TelexWordRegex(), DecodeTelex) : null)
            ?? text;
    }

    private static string? ConvertMatches(string text, Regex pattern, Func<string, string?> decode)
    {
        var (wordCount, decodedCount) = (AnyWordRegex().Count(text), 0);
        var result = pattern.Replace(
            text,
            match =>
            {
                if (decode(match.Value) is not { } decodedWord)
                {
                    return match.Value;
                }

                decodedCount++;
                return ApplyCase(match.Value, decodedWord);
            }
        );
        return decodedCount >= MinDecodedWords && decodedCount >= wordCount * MinDecodedShare ? result : null;
    }

    private static string ApplyCase(string typedWord, string decodedWord) =>
        typedWord.Where(char.IsAsciiLetter).All(char.IsAsciiLetterUpper) && typedWord.Count(char.IsAsciiLetter) > 1
            ? decodedWord.ToUpperInvariant()
        : char.IsAsciiLetterUpper(typedWord[0]) ? char.ToUpperInvariant(decodedWord[0]) + decodedWord[1..]
        : decodedWord;

    private static string? DecodeVni(string word)
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
            else if (AddMark(bare, c) is { } markedSyllable)
            {
                bare = markedSyllable;
            }
            else
            {
                return null;
            }
        }

        return WriteIfValid(bare, tone);
    }

    /// <summary>Applies the key's mark to the last letter that can carry it; "nguoi72" marks both "u" and "o".</summary>
    private static string? AddMark(string bare, char key)
    {
        var letters = VniLetters.FirstOrDefault(entry => entry.Keys[0] == key).Letter;
        if (letters is null)
        {
            return null;
        }

        if (key == '7' && bare.LastIndexOf("uo", StringComparison.Ordinal) is >= 0 and var pairIndex)
        {
            return $"{bare[..pairIndex]}ươ{bare[(pairIndex + 2)..]}";
        }

        if (key == '7' && bare.LastIndexOf("ưo", StringComparison.Ordinal) is >= 0 and var halfMarkedIndex)
        {
            return $"{bare[..halfMarkedIndex]}ươ{bare[(halfMarkedIndex + 2)..]}";
        }

        for (var i = bare.Length - 1; i >= 0; i--)
        {
            var letterIndex = letters.IndexOf(bare[i], StringComparison.Ordinal);
            if (letterIndex >= 0 && letterIndex % 2 == 0 && (key != '9' || i == 0))
            {
                return $"{bare[..i]}{letters[letterIndex + 1]}{bare[(i + 1)..]}";
            }
        }

        return null;
    }

    private static string? DecodeViqr(string word)
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
                AddMark(
                    bare,
                    c switch
                    {
                        '^' => '6',
                        '+' => '7',
                        '(' => '8',
                        _ => '0',
                    }
                ) is
                { } markedSyllable
            )
            {
                bare = markedSyllable;
            }
            else
            {
                return null;
            }
        }

        return WriteIfValid(bare, tone);
    }

    private static string? DecodeTelex(string word)
    {
        var lower = word.ToLowerInvariant();
        if (
            VietnameseSyllables.IsPossible(lower)
            || EnglishWords.Common.Contains(lower)
            || EnglishWords.Domain.Contains(lower)
            || Telex.Decode(lower) is not { } canonical
        )
        {
            return null;
        }

        var tone = canonical[^1] is >= '1' and <= '5' ? canonical[^1] - '0' : 0;
        return WriteIfValid(tone == 0 ? canonical : canonical[..^1], tone);
    }

    private static string? WriteIfValid(string bare, int tone)
    {
        var syllable = SyllableWriter.AddTone(bare, tone);
        return SyllableWriter.IsValid(syllable) && (tone == 0 || syllable != bare) ? syllable : null;
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}/.\-_@])[A-Za-z]{1,5}[1-9][A-Za-z1-9]{0,6}(?![\p{L}\p{N}/\-_@]|[.,][0-9])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex VniWordRegex();

    // A tone sign at the end of a word counts only before a lower-case letter: otherwise it is punctuation that ends the sentence.
    [GeneratedRegex(
        @"(?<![A-Za-z0-9])(?:[A-Za-z]+[\^+(][a-zA-Z]*[`'~?.]?[a-zA-Z]*(?:(?<=[`'~])|(?<=[a-zA-Z\^+(])|(?=\s+[a-z]))"
            + @"|[A-Za-z]*[aeiouyAEIOUY][`~'][a-zA-Z]*|[A-Za-z]*[aeiouyAEIOUY][?.](?=\s+[a-z]|[a-z])[a-zA-Z]*"
            + @"|[Dd][Dd][a-zA-Z]*)(?![A-Za-z0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ViqrWordRegex();

    [GeneratedRegex(@"(?<![\p{L}\p{N}@._/\-])[A-Za-z]{2,10}(?![\p{L}\p{N}@_]|[./\-][\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex TelexWordRegex();

    [GeneratedRegex(@"\p{L}[\p{L}\p{N}]*", RegexOptions.CultureInvariant)]
    private static partial Regex AnyWordRegex();
}
