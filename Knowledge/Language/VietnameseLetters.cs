using System.Globalization;
using System.Text;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>Decomposes letters into base letter, vowel or consonant mark (ă, ơ, đ …) and tone, by lookup tables.</summary>
internal static class VietnameseLetters
{
    private const int TableSize = 0x1F00;
    private static readonly char[] FoldedLetters = CreateTable(static c =>
        c is 'đ' ? 'd'
        : c is 'Đ' ? 'D'
        : Strip(c, static _ => true)
    );
    private static readonly char[] LowerLetters = CreateTable(static c => c.ToString().ToLowerInvariant()[0]);
    private static readonly char[] TonelessLetters = CreateTable(static c => Strip(c, static mark => GetTone(mark) > 0));
    private static readonly byte[] Tones = CreateToneTable();

    /// <summary>The letter without any mark; đ is d.</summary>
    public static char Fold(char c) =>
        c < 128 ? c
        : c < TableSize ? FoldedLetters[c]
        : c;

    /// <summary>The lower-case letter; defined for the characters of <see cref="IsComposed"/>.</summary>
    public static char ToLower(char c) => c < TableSize ? LowerLetters[c] : c;

    /// <summary>
    /// Whether a text has only letters and signs that NFC leaves unchanged: Latin letters, composed Vietnamese letters and common
    /// punctuation. Nearly every message has; the others are normalised by the library, which takes far longer.
    /// </summary>
    public static bool IsComposed(string text)
    {
        foreach (var c in text)
        {
            if (!(c < 0x0300 || c is (>= '\u1E00' and <= '\u1EFF') or (>= '\u2010' and <= '\u2027') or '\u20AB'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The letter without its tone, and the tone: 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng, 0 none.</summary>
    public static (char Bare, int Tone) SplitTone(char c) =>
        c is < (char)128 or >= (char)TableSize ? (c, 0) : (TonelessLetters[c], Tones[c]);

    private static int GetTone(char mark) =>
        mark switch
        {
            '\u0301' => 1,
            '\u0300' => 2,
            '\u0309' => 3,
            '\u0303' => 4,
            '\u0323' => 5,
            _ => 0,
        };

    private static char Strip(char c, Func<char, bool> shouldDrop)
    {
        var letters = new StringBuilder(4);
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark || !shouldDrop(part))
            {
                letters.Append(part);
            }
        }

        var bare = letters.ToString().Normalize(NormalizationForm.FormC);
        return bare.Length == 1 ? bare[0] : c;
    }

    private static char[] CreateTable(Func<char, char> map)
    {
        var table = new char[TableSize];
        for (var c = 0; c < TableSize; c++)
        {
            table[c] = map((char)c);
        }

        return table;
    }

    private static byte[] CreateToneTable()
    {
        var table = new byte[TableSize];
        for (var c = 128; c < TableSize; c++)
        {
            foreach (var part in ((char)c).ToString().Normalize(NormalizationForm.FormD))
            {
                table[c] = (byte)Math.Max(table[c], GetTone(part));
            }
        }

        return table;
    }
}
