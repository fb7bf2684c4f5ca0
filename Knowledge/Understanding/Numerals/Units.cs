using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Understanding.Numerals;

/// <summary>What a number counts, by the words after it.</summary>
internal readonly record struct Units(QuantityKind Kind, int Next)
{
    /// <summary>Words that stand between a number and its people: "10 full-time local staff".</summary>
    private const int MostAdjectives = 3;

    /// <summary>The noun says that they are women.</summary>
    public bool IsWomen { get; init; }

    /// <summary>The noun says that they are insured.</summary>
    public bool IsInsured { get; init; }

    public bool IsDuration =>
        Kind is QuantityKind.Days or QuantityKind.WorkingDays or QuantityKind.Weeks or QuantityKind.Months or QuantityKind.Years;

    private static readonly (string Category, QuantityKind Kind)[] Simple =
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

    public static Units? Read(Tokens tokens, int at)
    {
        if (tokens.At(at) is not { Kind: not TokenKind.Number, IsTaken: false } first)
        {
            return null;
        }

        if (People(tokens, at) is { } people)
        {
            return people;
        }

        if (first.Written == "m" && tokens.At(at + 1) is { IsGlued: true, Written: "2" })
        {
            return new Units(QuantityKind.Area, at + 2);
        }

        foreach (var (category, kind) in Simple)
        {
            if (
                Lexicon.Find(category, tokens, at) is { } found
                && (category != "currency" || (found.IsExact || first.Folded is "dong" or "vnd" or "d") && !IsPaying(tokens, at))
            )
            {
                return new Units(kind, at + found.Length);
            }
        }

        if (first.Written is "$" or "€" or "¥" or "£")
        {
            return new Units(QuantityKind.ForeignMoney, at + 1);
        }

        if (Lexicon.Find("year", tokens, at) is { } year && tokens.At(at + 1) is not { IsTaken: true, Kind: TokenKind.Number })
        {
            return new Units(QuantityKind.Years, at + year.Length);
        }

        return Lexicon.Find("thing", tokens, at) is { } thing ? new Units(QuantityKind.Things, at + thing.Length) : null;
    }

    /// <summary>Without diacritics "9 dong bhxh" pays insurance and is no amount.</summary>
    private static bool IsPaying(Tokens tokens, int at) => tokens[at].Written == "dong" && Lexicon.Is("insured", tokens, at);

    private static Units? People(Tokens tokens, int at)
    {
        var (next, isWomen, isInsured, hasNoun) = (at, false, false, false);
        for (var i = 0; i < MostAdjectives && !hasNoun; i++)
        {
            if (tokens.At(next) is { Kind: TokenKind.Sign, Written: "-" } && i > 0)
            {
                next++;
            }

            if (Lexicon.Find("people", tokens, next) is { } noun)
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

        return Lexicon.Is("nopeople", tokens, next)
            ? new Units(QuantityKind.Things, next)
            : new Units(QuantityKind.People, next) { IsWomen = isWomen, IsInsured = isInsured };
    }

    /// <summary>"chị" and "cô" count women only where a noun does not follow as a title.</summary>
    private static bool IsSocialTitle(Tokens tokens, int at) => tokens[at].Folded is "chi" or "co" && !tokens[at].IsMarked;
}
