using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Language.Typing;

/// <summary>
/// Converts text copied from old documents whose fonts showed Vietnamese letters at Western code points: TCVN3 (TCVN 5712:1993, fonts
/// .VnTime) and VNI-Windows (fonts VNI-Times). A line is converted when nearly all of its words with diacritics become valid Vietnamese
/// syllables and it contains a character sequence that cannot occur in Unicode Vietnamese, English or French; other lines are not changed.
/// </summary>
internal static partial class LegacyEncodings
{
    private const int MinMarkedWords = 2;
    private const double MinValidShare = 0.9;
    private const double MinMarkedShare = 0.3;

    // Characters of Windows-1252 and the letters that TCVN3 shows at their code points.
    private const string TcvnSigns = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00ADøõö÷ùýúûüþ¡¢£¤¥¦§";
    private const string TcvnLetters = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂÊÔƠƯĐ";

    private static readonly FrozenDictionary<char, char> LetterByTcvnSign = TcvnSigns
        .Zip(TcvnLetters)
        .Append(('\u03BC', 'à'))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    // VNI encodes most letters as a vowel and a sign after it; each of these characters is a whole letter.
    private const string VniSingles = "íìæóòôöîñÍÌÆÓÒÔÖÎÑ";
    private const string VniSingleLetters = "íìỉĩịơưỵđÍÌỈĨỊƠƯỴĐ";
    private static readonly FrozenDictionary<char, char> LetterByVniSign = VniSingles
        .Zip(VniSingleLetters)
        .ToFrozenDictionary(pair => pair.First, pair => pair.Second);
    private static readonly FrozenDictionary<string, char> LetterByVniPair = CreateVniPairs();

    /// <summary>Character pairs that do not occur in Unicode Vietnamese.</summary>
    [GeneratedRegex(
        "[aeouyôöAEOUYÔÖ][ùøûõïÙØÛÕÏ]|[aAeEoO][åäÅÄ]|[aeAE][âáàãÂÁÀÃ]|[aA][êéèúüëÊÉÈÚÜË]|ö|ñ[aeiouyôö]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex VniEvidenceRegex();

    /// <summary>A symbol inside or beside letters, or a capital directly after a lower-case letter.</summary>
    [GeneratedRegex(
        @"[a-zA-Z\u00C0-\u00FF][¸µ¶·¹¨¾»¼½©®ª×«¬÷\u00AD¤¦\u03BC]|[¸µ¶·¹¨¾»¼½©®ª×«¬÷\u00AD¡¢£¤¥¦§][a-zA-Z\u00C0-\u00FF]|[a-z][À-ÖØ-Þ]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TcvnEvidenceRegex();

    public static string ToUnicode(string text) => text.All(char.IsAscii) ? text : string.Join('\n', text.Split('\n').Select(ConvertLine));

    private static string ConvertLine(string line) =>
        line.Any(c => c is >= '\u0100' and < '\u0370' or >= '\u1E00' and < '\u1F00' or >= '\u0300' and <= '\u036F') ? line
        : TcvnEvidenceRegex().IsMatch(line) && ConvertIfValid(line, DecodeTcvn) is { } tcvn ? tcvn
        : VniEvidenceRegex().IsMatch(line) && ConvertIfValid(line, DecodeVni) is { } vni ? vni
        : line;

    private static string? ConvertIfValid(string line, Func<string, string?> convert)
    {
        var (wordCount, markedCount, validCount) = (0, 0, 0);
        var result = WordRegex()
            .Replace(
                line,
                match =>
                {
                    wordCount++;
                    if (match.Value.All(char.IsAscii))
                    {
                        return match.Value;
                    }

                    var converted = convert(match.Value);
                    if (converted is not null && !VietnameseText.Fold(converted).Any(c => "aeiouy".Contains(c, StringComparison.Ordinal)))
                    {
                        return converted; // An abbreviation such as "NĐ" is not evidence for either encoding.
                    }

                    markedCount++;
                    validCount += converted is not null && SyllableWriter.IsValid(converted) ? 1 : 0;
                    return converted ?? match.Value;
                }
            );
        return markedCount >= MinMarkedWords && markedCount >= wordCount * MinMarkedShare && validCount >= markedCount * MinValidShare
            ? result.Normalize(NormalizationForm.FormC)
            : null;
    }

    private static string? DecodeTcvn(string word)
    {
        var letters = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (char.IsAscii(c))
            {
                letters.Append(c);
            }
            else if (LetterByTcvnSign.TryGetValue(c, out var letter))
            {
                letters.Append(letter);
            }
            else
            {
                return null;
            }
        }

        // TCVN3 has a separate font for capitals that uses the codes of the lower-case letters.
        var isCapital = word.Count(char.IsAsciiLetterUpper) > 1 && !word.Any(char.IsAsciiLetterLower);
        return isCapital ? letters.ToString().ToUpperInvariant() : letters.ToString();
    }

    private static string? DecodeVni(string word)
    {
        var letters = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            if (i + 1 < word.Length && LetterByVniPair.TryGetValue(word.Substring(i, 2), out var pair))
            {
                letters.Append(pair);
                i++;
            }
            else if (char.IsAscii(word[i]))
            {
                letters.Append(word[i]);
            }
            else if (LetterByVniSign.TryGetValue(word[i], out var single))
            {
                letters.Append(single);
            }
            else
            {
                return null;
            }
        }

        return letters.ToString();
    }

    private static FrozenDictionary<string, char> CreateVniPairs()
    {
        var pairs = new Dictionary<string, char>(StringComparer.Ordinal);
        Add("a", "ùøûõï", "áàảãạ");
        Add("a", "âáàåãä", "âấầẩẫậ");
        Add("a", "êéèúüë", "ăắằẳẵặ");
        Add("e", "ùøûõï", "éèẻẽẹ");
        Add("e", "âáàåãä", "êếềểễệ");
        Add("o", "ùøûõï", "óòỏõọ");
        Add("o", "âáàåãä", "ôốồổỗộ");
        Add("ô", "ùøûõï", "ớờởỡợ");
        Add("u", "ùøûõï", "úùủũụ");
        Add("ö", "ùøûõï", "ứừửữự");
        Add("y", "ùøûõ", "ýỳỷỹ");
        return pairs.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string vowel, string signs, string letters)
        {
            foreach (var (sign, letter) in signs.Zip(letters))
            {
                pairs[vowel + sign] = letter;
                pairs[vowel.ToUpperInvariant() + char.ToUpperInvariant(sign)] = char.ToUpperInvariant(letter);
                pairs[vowel.ToUpperInvariant() + sign] = char.ToUpperInvariant(letter);
            }
        }
    }

    [GeneratedRegex(@"[a-zA-Z\u00A1-\u00FF\u03BC]+", RegexOptions.CultureInvariant)]
    private static partial Regex WordRegex();
}
