using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>A message as the reader of quantities sees it.</summary>
internal sealed partial class Tokens
{
    /// <summary>Characters that are read of a text; the rest is left out.</summary>
    public const int MaxLength = 4_000;

    private readonly List<Token> all = [];

    /// <param name="text">From <see cref="Plain"/>.</param>
    /// <param name="taken">Spans that hold no quantity.</param>
    public Tokens(string text, IReadOnlyList<TextSpan> taken)
    {
        Text = text;
        var end = 0;
        foreach (Match match in PatternRegex().Matches(text))
        {
            var kind =
                match.Groups["number"].Success ? TokenKind.Number
                : match.Groups["word"].Success ? TokenKind.Word
                : TokenKind.Sign;
            var written = match.Value.ToLowerInvariant();
            all.Add(
                new Token(
                    kind,
                    match.Index,
                    match.Index + match.Length,
                    written,
                    VietnameseText.Fold(written),
                    kind == TokenKind.Word ? VietnameseText.Canonicalize(written) : written,
                    match.Index == end && match.Index > 0
                )
                {
                    IsTaken = taken.Any(span => match.Index < span.End && match.Index + match.Length > span.Start),
                }
            );
            end = match.Index + match.Length;
        }

        var words = all.Where(token => token.Kind == TokenKind.Word).ToList();
        IsWellMarked = words.Count(token => token.IsMarked) * 5 >= words.Count * 2 && words.Count > 2;
        IsEnglish = LanguageDetector.Detect(text) is { Lang: Lang.En, IsRecognised: true };
    }

    public string Text { get; }

    public int Count => all.Count;

    /// <summary>Typed with diacritics: a word without any is meant without.</summary>
    public bool IsWellMarked { get; }

    public bool IsEnglish { get; }

    public Token this[int index] => all[index];

    public Token? At(int index) => index >= 0 && index < all.Count ? all[index] : null;

    public bool IsNumber(int index) => At(index) is { Kind: TokenKind.Number, IsTaken: false };

    public bool IsSign(int index, string signs) =>
        At(index) is { Kind: TokenKind.Sign } sign && signs.Contains(sign.Written[0], StringComparison.Ordinal);

    /// <summary>NFC, without invisible characters, with ASCII digits and plain blanks. Line ends stay.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length >= MaxLength)
            {
                break;
            }

            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value == '\n')
            {
                plain.Append('\n');
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                plain.Append(' ');
            }
            else if (category == UnicodeCategory.DecimalDigitNumber)
            {
                plain.Append((char)('0' + Rune.GetNumericValue(rune)));
            }
            else if (
                category is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.Surrogate)
                && rune.Value is not (0xFFFE or 0xFFFF)
            )
            {
                plain.Append(rune.ToString());
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    // Groups of three after blanks or apostrophes belong to one number; so do points and commas between digits.
    [GeneratedRegex(
        @"(?<number>[0-9]{1,3}(?:(?: [0-9]{3})+|(?:['’][0-9]{3})+)(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
            + @"|(?<word>[\p{L}\p{M}]+²?)|(?<sign>\S)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PatternRegex();
}
