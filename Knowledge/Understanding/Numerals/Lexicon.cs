using System.Collections.Frozen;
using System.Globalization;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>A phrase of the lexicon that was found in a text.</summary>
/// <param name="Value">The value in the list: a number or the name of an enumeration member.</param>
/// <param name="IsExact">With the diacritics that the word has; a word without diacritics may be another one.</param>
internal readonly record struct LexiconMatch(string Value, int Length, bool IsExact)
{
    public decimal Number => decimal.Parse(Value, CultureInfo.InvariantCulture);
}

/// <summary>The words of <c>quantities.tsv</c> by category, matched with and without diacritics.</summary>
internal static class Lexicon
{
    private sealed record Form(string Value, (string Folded, string Canonical)[] Words);

    private static readonly FrozenDictionary<string, FrozenDictionary<string, Form[]>> Categories = Load();

    /// <summary>The longest phrase of a category that begins at a token.</summary>
    public static LexiconMatch? Find(string category, TokenList tokens, int tokenIndex)
    {
        if (
            tokens.GetOrNull(tokenIndex) is not { Kind: not TokenKind.Number, IsExcluded: false } first
            || !Categories[category].TryGetValue(first.Folded, out var forms)
        )
        {
            return null;
        }

        foreach (var form in forms)
        {
            if (Matches(form, tokens, tokenIndex) is { } exact)
            {
                return new LexiconMatch(form.Value, form.Words.Length, exact);
            }
        }

        return null;
    }

    /// <summary>The longest phrase of a category that ends just before a token.</summary>
    public static LexiconMatch? FindBefore(string category, TokenList tokens, int endIndex)
    {
        for (var length = Math.Min(5, endIndex); length > 0; length--)
        {
            if (Find(category, tokens, endIndex - length) is { } matches && matches.Length == length)
            {
                return matches;
            }
        }

        return null;
    }

    public static bool IsMatch(string category, TokenList tokens, int tokenIndex) => Find(category, tokens, tokenIndex) is not null;

    /// <summary>Whether a word may be this one, typed with all, some or none of its diacritics.</summary>
    public static bool CanBe(Token token, string word) => HasTypedDiacritics(VietnameseText.Canonicalize(word), token.Canonical);

    private static bool? Matches(Form form, TokenList tokens, int tokenIndex)
    {
        var isExact = true;
        for (var i = 0; i < form.Words.Length; i++)
        {
            if (tokens.GetOrNull(tokenIndex + i) is not { IsExcluded: false } token || token.Folded != form.Words[i].Folded)
            {
                return null;
            }

            if (token.Canonical != form.Words[i].Canonical)
            {
                if (!HasTypedDiacritics(form.Words[i].Canonical, token.Canonical))
                {
                    return null;
                }

                isExact = false;
            }
        }

        return isExact;
    }

    /// <summary>Whether a syllable has every mark that was typed.</summary>
    private static bool HasTypedDiacritics(string full, string typed)
    {
        var (fullTone, typedTone) = (GetTone(full), GetTone(typed));
        if (typedTone != '\0' && typedTone != fullTone)
        {
            return false;
        }

        var length = typed.Length - (typedTone == '\0' ? 0 : 1);
        for (var i = 0; i < length && i < full.Length; i++)
        {
            if (typed[i] != full[i] && VietnameseLetters.Fold(full[i]) != typed[i])
            {
                return false;
            }
        }

        return true;
    }

    private static char GetTone(string canonical) => canonical.Length > 1 && canonical[^1] is >= '1' and <= '5' ? canonical[^1] : '\0';

    private static FrozenDictionary<string, FrozenDictionary<string, Form[]>> Load()
    {
        using var stream =
            typeof(Lexicon).Assembly.GetManifestResourceStream("quantities.tsv")
            ?? throw new InvalidOperationException("The resource quantities.tsv is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var forms =
            from line in reader.ReadToEnd().Split('\n')
            where line.Length > 0 && line[0] != '#'
            let cells = line.TrimEnd('\r').Split('\t')
            from phrase in cells[2].Split('|')
            select (Category: cells[0], Form: new Form(cells[1], [.. Split(phrase)]));
        return forms
            .GroupBy(entry => entry.Category, StringComparer.Ordinal)
            .ToFrozenDictionary(
                category => category.Key,
                category =>
                    category
                        .Select(entry => entry.Form)
                        .GroupBy(form => form.Words[0].Folded, StringComparer.Ordinal)
                        .ToFrozenDictionary(
                            group => group.Key,
                            group => group.OrderByDescending(form => form.Words.Length).ToArray(),
                            StringComparer.Ordinal
                        ),
                StringComparer.Ordinal
            );
    }

    private static IEnumerable<(string Folded, string Canonical)> Split(string phrase) =>
        phrase.Split(' ').Select(word => (VietnameseText.Fold(word), VietnameseText.Canonicalize(VietnameseText.Normalize(word))));
}
