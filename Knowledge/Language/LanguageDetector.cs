namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>How completely the diacritics of a Vietnamese text were typed.</summary>
public enum Diacritics
{
    /// <summary>The text is not Vietnamese, or has no words.</summary>
    None,

    /// <summary>Typed with all diacritics.</summary>
    Full,

    /// <summary>Some syllables have diacritics, others lack them.</summary>
    Partial,

    /// <summary>Vietnamese without any diacritics.</summary>
    Missing,
}

/// <summary>The language of a text.</summary>
/// <param name="Lang">The language of most of its words; Vietnamese when no word is recognised.</param>
/// <param name="IsMixed">True for words of both languages that are not loan words, such as <c>cần apply for giấy phép</c>.</param>
/// <param name="IsCertain">True when enough words were recognised; false for short or empty texts and for random letters.</param>
public sealed record DetectedLanguage(Lang Lang, Diacritics Diacritics, bool IsMixed, bool IsCertain)
{
    /// <summary>True when at least one word was recognised; otherwise the text is a name, a number or random letters.</summary>
    public bool IsRecognised { get; init; } = true;

    public bool LacksDiacritics => Diacritics == Diacritics.Missing;
}

/// <summary>
/// Distinguishes Vietnamese, Vietnamese without diacritics, English and mixtures of them by word lists and by syllable structure.
/// </summary>
public static class LanguageDetector
{
    /// <summary>Only the beginning of a text is examined, in UTF-16 code units.</summary>
    private const int MaxExaminedLength = 4_000;

    private static bool HasDiacritics(string word)
    {
        foreach (var c in word)
        {
            if (c >= 128 && VietnameseLetters.Fold(c) != c)
            {
                return true;
            }
        }

        return false;
    }

    public static DetectedLanguage Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int markedCount = 0,
            unmarkedScore = 0,
            englishScore = 0,
            knownEnglishCount = 0,
            foreignCount = 0;
        foreach (var word in VietnameseText.SplitIntoWords(text.Length > MaxExaminedLength ? text[..MaxExaminedLength] : text).Take(200))
        {
            var hasDiacritics = HasDiacritics(word);
            if (hasDiacritics)
            {
                markedCount++;
            }
            else if (EnglishWords.Common.Contains(word) && !VietnameseSyllables.CommonWithoutDiacritics.Contains(word))
            {
                (englishScore, knownEnglishCount) = (englishScore + 2, knownEnglishCount + 1);
            }
            else if (VietnameseSyllables.CommonWithoutDiacritics.Contains(word))
            {
                unmarkedScore += 2;
            }
            else if (VietnameseSyllables.IsPossible(word))
            {
                unmarkedScore++;
            }
            else if (EnglishWords.Domain.Contains(word))
            {
                (englishScore, knownEnglishCount) = (englishScore + 1, knownEnglishCount + 1);
            }
            else if (word.Length > 2 && word.AsSpan().ContainsAnyInRange('a', 'z'))
            {
                (englishScore, foreignCount) = (englishScore + 1, foreignCount + 1);
            }
        }

        var vietnameseScore = (3 * markedCount) + unmarkedScore;
        if (englishScore > vietnameseScore)
        {
            return new(
                Lang.En,
                Diacritics.None,
                vietnameseScore * 2 >= englishScore && markedCount > 0,
                englishScore >= 3 && knownEnglishCount > 0 && knownEnglishCount * 2 >= foreignCount
            )
            {
                IsRecognised = knownEnglishCount > 0,
            };
        }

        if (vietnameseScore == 0)
        {
            return new(Lang.Vi, Diacritics.None, IsMixed: false, IsCertain: false) { IsRecognised = false };
        }

        var diacritics =
            markedCount == 0 ? Diacritics.Missing
            : unmarkedScore > 2 * markedCount ? Diacritics.Partial
            : Diacritics.Full;
        return new(Lang.Vi, diacritics, englishScore * 3 >= vietnameseScore && englishScore >= 3, vietnameseScore >= 3);
    }
}
