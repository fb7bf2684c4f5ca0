using System.Collections.Frozen;
using System.Globalization;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>A phrase that was found.</summary>
/// <param name="Value">As the list writes it: a number, a name of an enumeration.</param>
/// <param name="IsExact">With the diacritics that the word has; a word without diacritics may be another one.</param>
internal readonly record struct Found(string Value, int Length, bool IsExact)
{
    public decimal Number => decimal.Parse(Value, CultureInfo.InvariantCulture);
}

/// <summary>The words of <c>words.tsv</c>, matched with and without diacritics.</summary>
internal static class Lexicon
{
    private sealed record Form(string Value, (string Folded, string Canonical)[] Words);

    private static readonly FrozenDictionary<string, FrozenDictionary<string, Form[]>> Categories = Load();

    /// <summary>The longest phrase of a category that begins at a token.</summary>
    public static Found? Find(string category, Tokens tokens, int at)
    {
        if (
            tokens.At(at) is not { Kind: not TokenKind.Number, IsTaken: false } first
            || !Categories[category].TryGetValue(first.Folded, out var forms)
        )
        {
            return null;
        }

        foreach (var form in forms)
        {
            if (Matches(form, tokens, at) is { } exact)
            {
                return new Found(form.Value, form.Words.Length, exact);
            }
        }

        return null;
    }

    /// <summary>The longest phrase of a category that ends just before a token.</summary>
    public static Found? FindBefore(string category, Tokens tokens, int before)
    {
        for (var length = Math.Min(5, before); length > 0; length--)
        {
            if (Find(category, tokens, before - length) is { } found && found.Length == length)
            {
                return found;
            }
        }

        return null;
    }

    public static bool Is(string category, Tokens tokens, int at) => Find(category, tokens, at) is not null;

    /// <summary>Whether a word may be this one, typed with all, some or none of its diacritics.</summary>
    public static bool Covered(Token token, string word) => Covers(VietnameseText.Canonicalize(word), token.Canonical);

    private static bool? Matches(Form form, Tokens tokens, int at)
    {
        var isExact = true;
        for (var i = 0; i < form.Words.Length; i++)
        {
            if (tokens.At(at + i) is not { IsTaken: false } token || token.Folded != form.Words[i].Folded)
            {
                return null;
            }

            if (token.Canonical != form.Words[i].Canonical)
            {
                if (!Covers(form.Words[i].Canonical, token.Canonical))
                {
                    return null;
                }

                isExact = false;
            }
        }

        return isExact;
    }

    /// <summary>Whether a syllable has every mark that was typed.</summary>
    private static bool Covers(string full, string typed)
    {
        var (fullTone, typedTone) = (Tone(full), Tone(typed));
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

    private static char Tone(string canonical) => canonical.Length > 1 && canonical[^1] is >= '1' and <= '5' ? canonical[^1] : '\0';

    private static FrozenDictionary<string, FrozenDictionary<string, Form[]>> Load()
    {
        using var stream =
            typeof(Lexicon).Assembly.GetManifestResourceStream("quantities.tsv")
            ?? throw new InvalidOperationException("The words of the reader of quantities are missing from the assembly.");
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
