using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>The unit words after a number: what it counts.</summary>
internal readonly record struct UnitWord(QuantityKind Kind, int NextIndex)
{
    /// <summary>The maximum number of adjectives between a number and its noun: "10 full-time local staff".</summary>
    private const int MaxAdjectives = 3;

    /// <summary>Whether the noun denotes women.</summary>
    public bool IsWomen { get; init; }

    /// <summary>Whether the noun denotes insured employees.</summary>
    public bool IsInsured { get; init; }

    public bool IsDuration =>
        Kind is QuantityKind.Days or QuantityKind.WorkingDays or QuantityKind.Weeks or QuantityKind.Months or QuantityKind.Years;

    private static readonly (string Category, QuantityKind Kind)[] KindByCategory =
    [
        ("percent", QuantityKind.Percent),
        ("workingday", QuantityKind.WorkingDays),
        ("day", QuantityKind.Days),
        ("week", QuantityKind.Weeks),
        ("month", QuantityKind.Months),
        ("area", QuantityKind.Area),
        ("currency", QuantityKind.Money),
        ("foreign", QuantityKind.ForeignMoney),
    ];

    public static UnitWord? Read(TokenList tokens, int tokenIndex)
    {
        if (tokens.GetOrNull(tokenIndex) is not { Kind: not TokenKind.Number, IsExcluded: false } first)
        {
            return null;
        }

        if (ReadPeople(tokens, tokenIndex) is { } people)
        {
            return people;
        }

        if (first.Written == "m" && tokens.GetOrNull(tokenIndex + 1) is { IsAttached: true, Written: "2" })
        {
            return new UnitWord(QuantityKind.Area, tokenIndex + 2);
        }

        foreach (var (category, kind) in KindByCategory)
        {
            if (
                Lexicon.Find(category, tokens, tokenIndex) is { } found
                && (category != "currency" || (found.IsExact || first.Folded is "dong" or "vnd" or "d") && !IsPaying(tokens, tokenIndex))
            )
            {
                return new UnitWord(kind, tokenIndex + found.Length);
            }
        }

        if (first.Written is "$" or "€" or "¥" or "£")
        {
            return new UnitWord(QuantityKind.ForeignMoney, tokenIndex + 1);
        }

        if (
            Lexicon.Find("year", tokens, tokenIndex) is { } year
            && tokens.GetOrNull(tokenIndex + 1) is not { IsExcluded: true, Kind: TokenKind.Number }
        )
        {
            return new UnitWord(QuantityKind.Years, tokenIndex + year.Length);
        }

        return Lexicon.Find("thing", tokens, tokenIndex) is { } thing ? new UnitWord(QuantityKind.Things, tokenIndex + thing.Length) : null;
    }

    /// <summary>Without diacritics "9 dong bhxh" pays insurance and is not an amount.</summary>
    private static bool IsPaying(TokenList tokens, int tokenIndex) =>
        tokens[tokenIndex].Written == "dong" && Lexicon.IsMatch("insured", tokens, tokenIndex);

    private static UnitWord? ReadPeople(TokenList tokens, int tokenIndex)
    {
        var (next, isWomen, isInsured, hasNoun) = (tokenIndex, false, false, false);
        for (var i = 0; i < MaxAdjectives && !hasNoun; i++)
        {
            if (tokens.GetOrNull(next) is { Kind: TokenKind.Sign, Written: "-" } && i > 0)
            {
                next++;
            }

            if (Lexicon.Find("people", tokens, next) is { } noun && (noun.IsExact || !tokens[next].HasDiacritics))
            {
                (next, hasNoun) = (next + noun.Length, true);
            }
            else if (Lexicon.Find("women", tokens, next) is { } women && !IsSocialTitle(tokens, next))
            {
                (next, isWomen) = (next + women.Length, true);
            }
            else if (Lexicon.Find("adjective", tokens, next) is { } adjective)
            {
                isInsured |= tokens[next].Written == "insured";
                next += adjective.Length;
            }
            else
            {
                break;
            }
        }

        if (!hasNoun && !isWomen)
        {
            return null;
        }

        if (Lexicon.Find("people", tokens, next) is { } second)
        {
            next += second.Length; // "10 anh em thợ".
        }

        if (Lexicon.Find("women", tokens, next) is { } after)
        {
            (next, isWomen) = (next + after.Length, true);
        }

        return Lexicon.IsMatch("nopeople", tokens, next)
            ? new UnitWord(QuantityKind.Things, next)
            : new UnitWord(QuantityKind.People, next) { IsWomen = isWomen, IsInsured = isInsured };
    }

    /// <summary>"chị" and "cô" count women only where a noun does not follow as a title.</summary>
    private static bool IsSocialTitle(TokenList tokens, int tokenIndex) =>
        tokens[tokenIndex].Folded is "chi" or "co" && !tokens[tokenIndex].HasDiacritics;
}
