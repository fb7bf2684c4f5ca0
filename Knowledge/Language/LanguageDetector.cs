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
/// <param name="Mixed">True for words of both languages that are not loan words, such as <c>cần apply for giấy phép</c>.</param>
/// <param name="Certain">True when enough words were recognised; false for short or empty texts and for random letters.</param>
public sealed record DetectedLanguage(Lang Lang, Diacritics Diacritics, bool Mixed, bool Certain)
{
    /// <summary>True when at least one word was recognised; otherwise the text is a name, a number or random letters.</summary>
    public bool Recognised { get; init; } = true;

    public bool DiacriticsMissing => Diacritics == Diacritics.Missing;
}

/// <summary>
/// Distinguishes Vietnamese, Vietnamese without diacritics, English and mixtures of them by word lists and by syllable structure.
/// </summary>
public static class LanguageDetector
{
    /// <summary>Only the beginning of a text is examined, in UTF-16 code units.</summary>
    private const int MaxExamined = 4_000;

    public static DetectedLanguage Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int marked = 0,
            unmarked = 0,
            english = 0,
            known = 0,
            foreign = 0;
        foreach (var word in VietnameseText.Words(text.Length > MaxExamined ? text[..MaxExamined] : text).Take(200))
        {
            var hasMark = word.Any(c => c >= 128 && VietnameseLetters.Fold(c) != c);
            if (hasMark)
            {
                marked++;
            }
            else if (EnglishWords.Common.Contains(word) && !VietnameseSyllables.CommonUnmarked.Contains(word))
            {
                (english, known) = (english + 2, known + 1);
            }
            else if (VietnameseSyllables.CommonUnmarked.Contains(word))
            {
                unmarked += 2;
            }
            else if (VietnameseSyllables.CouldBe(word))
            {
                unmarked++;
            }
            else if (EnglishWords.Domain.Contains(word))
            {
                (english, known) = (english + 1, known + 1);
            }
            else if (word.Any(char.IsAsciiLetter) && word.Length > 2)
            {
                (english, foreign) = (english + 1, foreign + 1);
            }
        }

        var vietnamese = (3 * marked) + unmarked;
        if (english > vietnamese)
        {
            return new(Lang.En, Diacritics.None, vietnamese * 2 >= english && marked > 0, english >= 3 && known > 0 && known * 2 >= foreign)
            {
                Recognised = known > 0,
            };
        }

        if (vietnamese == 0)
        {
            return new(Lang.Vi, Diacritics.None, Mixed: false, Certain: false) { Recognised = false };
        }

        var diacritics =
            marked == 0 ? Diacritics.Missing
            : unmarked > 2 * marked ? Diacritics.Partial
            : Diacritics.Full;
        return new(Lang.Vi, diacritics, english * 3 >= vietnamese && english >= 3, vietnamese >= 3);
    }
}
