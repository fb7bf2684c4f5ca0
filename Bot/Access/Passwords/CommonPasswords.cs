using System.Text;

namespace PolicyAssistantBot.Access.Passwords;

/// <summary>
/// Recognises passwords that are guessed first: the frequent ones of a public list, and at most two frequent words, Vietnamese ones too,
/// with digits, sequences and rows of keys around them. The lists are read for each check, because people seldom choose a password.
/// </summary>
internal sealed class CommonPasswords
{
    /// <summary>Characters that are neither of a word nor of a pattern; more of them make a password hard to guess.</summary>
    private const int MaxStrayCharacters = 2;

    private const int MaxWords = 2;
    private const int MinWordLength = 4;
    private const int MinRunLength = 3;

    /// <summary>Rows of keys, and the columns that fingers follow.</summary>
    private static readonly string[] KeyRows =
    [
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "1234567890",
        "abcdefghijklmnopqrstuvwxyz",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "qazwsxedcrfvtgbyhnujm",
    ];

    /// <summary>The public list (zxcvbn-ts, MIT License), restored by the build; missing where there was no Node.</summary>
    private const string FrequentPasswords = "frequent-passwords.txt";

    private static readonly string[] Runs = [.. KeyRows, .. KeyRows.Select(Reverse)];

    private readonly HashSet<string> words;
    private readonly int maxWordLength;

    private CommonPasswords(IEnumerable<string> words)
    {
        this.words = new HashSet<string>(words, StringComparer.Ordinal);
        maxWordLength = this.words.Max(word => word.Length);
    }

    public int Count => words.Count;

    /// <param name="ownWords">Words that are easily guessed for this person, such as the user name.</param>
    public static CommonPasswords Load(params IEnumerable<string> ownWords) =>
        new([
            .. ReadLines(FrequentPasswords),
            .. ReadLines("common-words.vi.txt"),
            .. ownWords.Select(Fold).Where(word => word.Length >= MinWordLength),
        ]);

    public bool Contains(string password)
    {
        var folded = Fold(password);
        return words.Contains(folded) || IsCovered(folded) || IsCovered(ReplaceLookalikes(folded));
    }

    /// <summary>Small letters and digits without diacritics, spaces and punctuation; signs that replace letters stay.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '@' or '$' or '!')
            {
                folded.Append(c);
            }
            else if (c == 'đ')
            {
                folded.Append('d');
            }
            else if (char.IsLetter(c))
            {
                // A letter of another script is not of a frequent word here, and must not vanish.
                folded.Append(c);
            }
        }

        return folded.ToString();
    }

    /// <summary>Whether few words, patterns and stray characters make up the whole text: the fewest words for each number of stray
    /// characters, from the beginning to each position.</summary>
    private bool IsCovered(string text)
    {
        var fewestWords = new int[text.Length + 1, MaxStrayCharacters + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            for (var stray = 0; stray <= MaxStrayCharacters; stray++)
            {
                var best = stray > 0 ? fewestWords[end - 1, stray - 1] : int.MaxValue;
                best = char.IsAsciiLetter(text[end - 1]) ? best : Math.Min(best, fewestWords[end - 1, stray]);
                for (var length = MinRunLength; length <= Math.Min(end, maxWordLength); length++)
                {
                    var before = fewestWords[end - length, stray];
                    if (before > MaxWords)
                    {
                        continue;
                    }

                    var piece = text.Substring(end - length, length);
                    best =
                        IsRun(piece) ? Math.Min(best, before)
                        : before < MaxWords && words.Contains(piece) ? Math.Min(best, before + 1)
                        : best;
                }

                fewestWords[end, stray] = best;
            }
        }

        return fewestWords[text.Length, MaxStrayCharacters] <= MaxWords;
    }

    /// <summary>One character repeated, or a part of a row of keys or of the alphabet, in either direction.</summary>
    private static bool IsRun(string piece) =>
        piece.All(c => c == piece[0]) || Runs.Any(row => row.Contains(piece, StringComparison.Ordinal));

    private static string ReplaceLookalikes(string text) =>
        text.Replace('@', 'a')
            .Replace('4', 'a')
            .Replace('0', 'o')
            .Replace('1', 'i')
            .Replace('!', 'i')
            .Replace('3', 'e')
            .Replace('5', 's')
            .Replace('$', 's')
            .Replace('7', 't');

    private static string Reverse(string text) => string.Concat(text.Reverse());

    private static List<string> ReadLines(string name)
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream($"passwords/{name}") ?? Stream.Null;
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && Fold(line) is { Length: > 0 } word)
            {
                lines.Add(word);
            }
        }

        return lines;
    }
}
