using System.Text;

namespace PolicyAssistantBot.Knowledge.Language.Typing;

/// <summary>
/// Decodes a word that was typed for the Telex input method while it was switched off: <c>vaatj</c> is
/// <c>vật</c>, <c>voons</c> is <c>vốn</c>.
/// </summary>
internal static class Telex
{
    private const string ToneKeys = "\0sfrxj";
    private static readonly (string Keys, char Letter)[] LetterKeys =
    [
        ("aa", 'â'),
        ("aw", 'ă'),
        ("ee", 'ê'),
        ("oo", 'ô'),
        ("ow", 'ơ'),
        ("uw", 'ư'),
        ("dd", 'đ'),
    ];

    /// <summary>The canonical form of the decoded word; null when the word contains no Telex keys.</summary>
    /// <param name="word">A normalised word.</param>
    public static string? Decode(string word)
    {
        if (word.Length is < 2 or > 10)
        {
            return null;
        }

        // "uow" is one vowel, "ươ".
        var text = new StringBuilder(word).Replace("uow", "ươ").Replace("uwow", "ươ");
        foreach (var (keys, letter) in LetterKeys)
        {
            text.Replace(keys, letter.ToString());
        }

        var tone = 0;
        for (var i = text.Length - 1; i > 0 && tone == 0; i--)
        {
            tone = Math.Max(0, ToneKeys.IndexOf(text[i], StringComparison.Ordinal));
            if (tone > 0 && (i == text.Length - 1 || IsCoda(text.ToString(i + 1, text.Length - i - 1))))
            {
                text.Remove(i, 1);
            }
            else
            {
                tone = 0;
            }
        }

        if (tone == 0 && text.Equals(word))
        {
            return null;
        }

        var bare = VietnameseText.Canonicalize(text.ToString());
        return tone == 0 || char.IsAsciiDigit(bare[^1]) ? bare : bare + (char)('0' + tone);
    }

    private static bool IsCoda(string ending) =>
        ending is "n" or "m" or "ng" or "nh" or "c" or "ch" or "p" or "t" or "i" or "y" or "o" or "u" or "a";
}
