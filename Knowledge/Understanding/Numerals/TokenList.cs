using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>The tokens of a message from which quantities are read.</summary>
internal sealed partial class TokenList
{
    /// <summary>The maximum length in UTF-16 code units; the rest of a text is ignored.</summary>
    public const int MaxLength = 4_000;

    private readonly List<Token> items = [];

    /// <param name="text">From <see cref="ToPlainText"/>.</param>
    /// <param name="excludedSpans">Spans that contain no quantity.</param>
    public TokenList(string text, IReadOnlyList<TextSpan> excludedSpans)
    {
        Text = text;
        var end = 0;
        foreach (Match match in TokenRegex().Matches(text))
        {
            var kind =
                match.Groups["number"].Success ? TokenKind.Number
                : match.Groups["word"].Success ? TokenKind.Word
                : TokenKind.Sign;
            var tokenText = match.Value.ToLowerInvariant();
            items.Add(
                new Token(
                    kind,
                    match.Index,
                    match.Index + match.Length,
                    tokenText,
                    VietnameseText.Fold(tokenText),
                    kind == TokenKind.Word ? VietnameseText.Canonicalize(tokenText) : tokenText,
                    match.Index == end && match.Index > 0
                )
                {
                    IsExcluded = excludedSpans.Any(span => match.Index < span.End && match.Index + match.Length > span.Start),
                }
            );
            end = match.Index + match.Length;
        }

        var words = items.Where(token => token.Kind == TokenKind.Word).ToList();
        HasDiacritics = words.Count(token => token.HasDiacritics) * 5 >= words.Count * 2 && words.Count > 2;
        IsEnglish = LanguageDetector.Detect(text) is { Lang: Lang.En, IsRecognised: true };
    }

    public string Text { get; }

    public int Count => items.Count;

    /// <summary>Whether the text was typed with diacritics, so that a word without any has none.</summary>
    public bool HasDiacritics { get; }

    public bool IsEnglish { get; }

    public Token this[int index] => items[index];

    public Token? GetOrNull(int index) => index >= 0 && index < items.Count ? items[index] : null;

    public bool IsNumber(int index) => GetOrNull(index) is { Kind: TokenKind.Number, IsExcluded: false };

    public bool IsSign(int index, string signs) =>
        GetOrNull(index) is { Kind: TokenKind.Sign } sign && signs.Contains(sign.Written[0], StringComparison.Ordinal);

    /// <summary>Converts to NFC, without invisible characters, with ASCII digits and plain spaces. Line breaks are kept.</summary>
    public static string ToPlainText(string text) =>
        text.Length <= MaxLength && !text.AsSpan().ContainsAnyExcept(PlainCharacters) ? text : ConvertToPlainText(text);

    /// <summary>The composed letters and signs that the conversion leaves unchanged.</summary>
    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create([
        .. Enumerable
            .Range(0, 0x1F00)
            .Select(c => $"a{(char)c}a")
            .Where(text => VietnameseLetters.IsComposed(text) && ConvertToPlainText(text) == text)
            .Select(text => text[1]),
    ]);

    private static string ConvertToPlainText(string text)
    {
        var builder = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (builder.Length >= MaxLength)
            {
                break;
            }

            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value == '\n')
            {
                builder.Append('\n');
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                builder.Append(' ');
            }
            else if (category == UnicodeCategory.DecimalDigitNumber)
            {
                builder.Append((char)('0' + Rune.GetNumericValue(rune)));
            }
            else if (
                category is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.Surrogate)
                && rune.Value is not (0xFFFE or 0xFFFF)
            )
            {
                builder.Append(rune.ToString());
            }
        }

        return builder.ToString().Normalize(NormalizationForm.FormC);
    }

    // Groups of three after blanks or apostrophes belong to one number; so do points and commas between digits.
    [GeneratedRegex(
        @"(?<number>[0-9]{1,3}(?:(?: [0-9]{3})+|(?:['’][0-9]{3})+)(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
            + @"|(?<word>[\p{L}\p{M}]+²?)|(?<sign>\S)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex TokenRegex();
}
