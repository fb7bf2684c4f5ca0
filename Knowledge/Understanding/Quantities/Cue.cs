using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>What kind of quantity a cue can name.</summary>
internal enum CueKind
{
    Money,
    People,
    Share,
    Time,
}

/// <summary>Words that name what an adjacent quantity measures.</summary>
/// <param name="Confidence">Lower for verbs ("bán 700tr") and for words that mean another thing with other diacritics.</param>
internal sealed record Cue(CueKind Kind, Measure Measure, int FirstIndex, int NextIndex, double Confidence)
{
    /// <summary>A short word that means something else with other diacritics.</summary>
    private static readonly HashSet<string> Ambiguous = new(StringComparer.Ordinal)
    {
        "lai",
        "loi",
        "gia",
        "phi",
        "ton",
        "thuong",
        "phat",
        "ban",
        "thu",
        "no",
        "gop",
        "tang",
        "thue",
        "lo",
        "dt",
        "muon",
    };

    public static List<Cue> Find(TokenList tokens, IReadOnlyList<PlacedQuantity> quantities)
    {
        var cues = new List<Cue>();
        for (var tokenIndex = 0; tokenIndex < tokens.Count; )
        {
            if (quantities.FirstOrDefault(quantity => tokenIndex >= quantity.FirstIndex && tokenIndex < quantity.NextIndex) is { } inside)
            {
                tokenIndex = inside.NextIndex;
            }
            else if (ReadAt(tokens, tokenIndex) is { } cue)
            {
                cues.Add(cue);
                tokenIndex = cue.NextIndex;
            }
            else
            {
                tokenIndex++;
            }
        }

        return cues;
    }

    private static Cue? ReadAt(TokenList tokens, int tokenIndex)
    {
        // The longest wins: "đóng bảo hiểm" before "đóng", "vốn điều lệ" before "vốn".
        Cue? best = null;
        KeepLonger(ReadCategory(tokens, tokenIndex, "money", CueKind.Money, null, 0.95));
        KeepLonger(ReadCategory(tokens, tokenIndex, "verb", CueKind.Money, null, 0.7));
        KeepLonger(ReadCategory(tokens, tokenIndex, "uninsured", CueKind.People, Measure.UninsuredEmployees, 0.95));
        KeepLonger(ReadInsured(tokens, tokenIndex));
        KeepLonger(ReadCategory(tokens, tokenIndex, "headcue", CueKind.People, Measure.Employees, 0.9));
        KeepLonger(ReadCategory(tokens, tokenIndex, "employed", CueKind.People, Measure.Employees, 0.8));
        KeepLonger(ReadCategory(tokens, tokenIndex, "ratecue", CueKind.Share, Measure.InterestRate, 0.95));
        KeepLonger(ReadCategory(tokens, tokenIndex, "agecue", CueKind.Time, Measure.FirmAge, 0.85));
        KeepLonger(ReadCategory(tokens, tokenIndex, "agecueafter", CueKind.Time, Measure.FirmAge, 0.85));
        return best;

        void KeepLonger(Cue? cue) => best = cue is not null && (best is null || cue.NextIndex > best.NextIndex) ? cue : best;
    }

    private static Cue? ReadCategory(TokenList tokens, int tokenIndex, string category, CueKind kind, Measure? measure, double confidence)
    {
        if (
            Lexicon.Find(category, tokens, tokenIndex) is not { } match
            || (!match.IsExact && (tokens.IsEnglish || (tokens.HasDiacritics && match.Length == 1)))
        )
        {
            return null;
        }

        var isDoubtful = !match.IsExact && match.Length == 1 && Ambiguous.Contains(tokens[tokenIndex].Folded);
        return new(
            kind,
            measure ?? Enum.Parse<Measure>(match.Value),
            tokenIndex,
            tokenIndex + match.Length,
            isDoubtful ? Math.Min(confidence, 0.6) : confidence
        );
    }

    private static Cue? ReadInsured(TokenList tokens, int tokenIndex)
    {
        var cue = ReadCategory(tokens, tokenIndex, "insured", CueKind.People, Measure.InsuredEmployees, 0.95);
        if (
            cue is null
            && ReadCategory(tokens, tokenIndex, "lonepay", CueKind.People, Measure.InsuredEmployees, 0.8) is { } pay
            && IsAtEnd(tokens, pay.NextIndex)
        )
        {
            cue = pay;
        }

        if (cue is null)
        {
            return null;
        }

        var isNegated =
            Lexicon.FindBefore("negation", tokens, tokenIndex) is not null
            || (tokenIndex > 1 && Lexicon.FindBefore("negation", tokens, tokenIndex - 1) is not null);
        return isNegated ? cue with { Measure = Measure.UninsuredEmployees } : cue;
    }

    private static bool IsAtEnd(TokenList tokens, int tokenIndex) =>
        tokens.GetOrNull(tokenIndex)
            is null
                or { Kind: TokenKind.Sign }
                or { Folded: "a" or "du" or "day" or "thoi" or "roi" or "con" or "nhe" or "va" };
}
