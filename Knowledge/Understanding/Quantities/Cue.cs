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

/// <summary>Words that say what a quantity beside them measures.</summary>
/// <param name="Confidence">Lower for verbs ("bán 700tr") and for words that mean another thing with other diacritics.</param>
internal sealed record Cue(CueKind Kind, Measure Measure, int First, int Next, double Confidence)
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

    public static List<Cue> Find(Tokens tokens, IReadOnlyList<PlacedQuantity> quantities)
    {
        var found = new List<Cue>();
        for (var at = 0; at < tokens.Count; )
        {
            if (quantities.FirstOrDefault(quantity => at >= quantity.First && at < quantity.Next) is { } inside)
            {
                at = inside.Next;
            }
            else if (At(tokens, at) is { } cue)
            {
                found.Add(cue);
                at = cue.Next;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    private static Cue? At(Tokens tokens, int at)
    {
        // The longest wins: "đóng bảo hiểm" before "đóng", "vốn điều lệ" before "vốn".
        Cue? best = null;
        Take(Of(tokens, at, "money", CueKind.Money, null, 0.95));
        Take(Of(tokens, at, "verb", CueKind.Money, null, 0.7));
        Take(Of(tokens, at, "uninsured", CueKind.People, Measure.UninsuredEmployees, 0.95));
        Take(Insured(tokens, at));
        Take(Of(tokens, at, "headcue", CueKind.People, Measure.Employees, 0.9));
        Take(Of(tokens, at, "employed", CueKind.People, Measure.Employees, 0.8));
        Take(Of(tokens, at, "ratecue", CueKind.Share, Measure.InterestRate, 0.95));
        Take(Of(tokens, at, "agecue", CueKind.Time, Measure.FirmAge, 0.85));
        Take(Of(tokens, at, "agecueafter", CueKind.Time, Measure.FirmAge, 0.85));
        return best;

        void Take(Cue? cue) => best = cue is not null && (best is null || cue.Next > best.Next) ? cue : best;
    }

    private static Cue? Of(Tokens tokens, int at, string category, CueKind kind, Measure? measure, double confidence)
    {
        if (
            Lexicon.Find(category, tokens, at) is not { } found
            || (!found.IsExact && (tokens.IsEnglish || (tokens.IsWellMarked && found.Length == 1)))
        )
        {
            return null;
        }

        var isDoubtful = !found.IsExact && found.Length == 1 && Ambiguous.Contains(tokens[at].Folded);
        return new(
            kind,
            measure ?? Enum.Parse<Measure>(found.Value),
            at,
            at + found.Length,
            isDoubtful ? Math.Min(confidence, 0.6) : confidence
        );
    }

    private static Cue? Insured(Tokens tokens, int at)
    {
        var cue = Of(tokens, at, "insured", CueKind.People, Measure.InsuredEmployees, 0.95);
        if (cue is null && Of(tokens, at, "lonepay", CueKind.People, Measure.InsuredEmployees, 0.8) is { } pay && IsAtEnd(tokens, pay.Next))
        {
            cue = pay;
        }

        if (cue is null)
        {
            return null;
        }

        var isNegated =
            Lexicon.FindBefore("negation", tokens, at) is not null
            || (at > 1 && Lexicon.FindBefore("negation", tokens, at - 1) is not null);
        return isNegated ? cue with { Measure = Measure.UninsuredEmployees } : cue;
    }

    private static bool IsAtEnd(Tokens tokens, int at) =>
        tokens.At(at) is null or { Kind: TokenKind.Sign } or { Folded: "a" or "du" or "day" or "thoi" or "roi" or "con" or "nhe" or "va" };
}
