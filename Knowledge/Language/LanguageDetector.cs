namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>How many of the marks that Vietnamese has were typed.</summary>
public enum Diacritics
{
    /// <summary>The text is not Vietnamese, or has no words.</summary>
    None,

    /// <summary>Typed as it should be.</summary>
    Full,

    /// <summary>Some syllables carry marks, others lost them.</summary>
    Partial,

    /// <summary>Vietnamese without any mark.</summary>
    Missing,
}

/// <summary>What language a text is in.</summary>
/// <param name="Lang">The language of most of the words; Vietnamese when it cannot be decided.</param>
/// <param name="Mixed">Words of both languages beyond loan words, such as <c>cần apply for giấy phép</c>.</param>
/// <param name="Certain">True when enough words identify the language; false for a short or empty text and for random letters.</param>
public sealed record DetectedLanguage(Lang Lang, Diacritics Diacritics, bool Mixed, bool Certain)
{
    /// <summary>At least one word was recognised; without one the text is a name, a number or rubbish.</summary>
    public bool Recognised { get; init; } = true;

    public bool DiacriticsMissing => Diacritics == Diacritics.Missing;
}

/// <summary>Distinguishes Vietnamese, Vietnamese without diacritics, English and mixtures by their words.</summary>
public static class LanguageDetector
{
    /// <summary>The length of the beginning of a text that is examined, in UTF-16 code units.</summary>
    private const int Beginning = 4_000;

    public static DetectedLanguage Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int marked = 0,
            unmarked = 0,
            english = 0,
            known = 0,
            foreign = 0;
        foreach (var word in VietnameseText.Words(text.Length > Beginning ? text[..Beginning] : text).Take(200))
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
            else if (EnglishWords.OfTheField.Contains(word))
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
