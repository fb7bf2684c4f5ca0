using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>
/// Binds quantities to what they measure by clauses: in "doanh thu 3 tỷ" the cue stands before, in "9 người đóng bảo hiểm" after; in a
/// clause with several, cues and quantities alternate in the order with which the clause begins; a cue left open is filled by the next
/// clause.
/// </summary>
internal sealed class Binder
{
    private const int Far = 8;
    private const int TooFar = 14;
    private const decimal SmallestBareAmount = 100_000;

    private readonly Tokens tokens;
    private readonly List<PlacedQuantity> quantities;
    private readonly Clauses clauses;
    private readonly Periods periods;
    private readonly List<Cue> cues;
    private readonly HashSet<Cue> claimed = [];
    private readonly (Cue Cue, double Confidence)?[] bound;

    public Binder(Tokens tokens, List<PlacedQuantity> quantities, IReadOnlyList<DateMention> dates)
    {
        (this.tokens, this.quantities) = (tokens, quantities);
        clauses = new Clauses(tokens, quantities);
        periods = new Periods(tokens, quantities, dates, clauses);
        cues = Cue.Find(tokens, quantities);
        bound = new (Cue, double)?[quantities.Count];
    }

    public List<Quantity> Bind()
    {
        BindParts();
        foreach (var kind in Enum.GetValues<CueKind>())
        {
            BindRespectively(kind);
            for (var clause = 0; clause < clauses.Count; clause++)
            {
                BindClause(kind, clause);
            }
        }

        BindToNextClause();
        return [.. quantities.Select((_, i) => Measured(i))];
    }

    /// <summary>"5 người có hợp đồng và đóng bảo hiểm": the clause after says more of the same people.</summary>
    private void BindToNextClause()
    {
        for (var index = 0; index < quantities.Count; index++)
        {
            var clause = clauses.Of(quantities[index].Number);
            if (
                bound[index] is null
                && quantities[index].Quantity.Kind == QuantityKind.People
                && cues.Find(cue => clauses.Of(cue.First) == clause + 1 && cue.Kind == CueKind.People && !claimed.Contains(cue)) is { } cue
                && Lexicon.FindBefore("soft", tokens, cue.First) is not null
                && !quantities.Exists(other => clauses.Of(other.Number) == clause + 1)
            )
            {
                Claim(index, cue, 0.8);
            }
        }
    }

    private bool Takes(CueKind kind, int index) =>
        quantities[index].Quantity.Kind switch
        {
            QuantityKind.Money => kind == CueKind.Money,
            QuantityKind.People => kind == CueKind.People,
            QuantityKind.Percent => kind == CueKind.Share,
            QuantityKind.Years or QuantityKind.Months => kind == CueKind.Time,
            QuantityKind.Plain => kind is CueKind.Money or CueKind.People,
            _ => false,
        };

    /// <summary>"9/15 người đóng bảo hiểm": the cue is the part's; the whole are all who work there.</summary>
    private void BindParts()
    {
        for (var index = 0; index < quantities.Count; index++)
        {
            var clause = clauses.Of(quantities[index].Number);
            if (
                quantities[index].IsPartOfNext
                && cues.Find(cue =>
                    clauses.Of(cue.First) == clause && cue.Measure is Measure.InsuredEmployees or Measure.UninsuredEmployees
                )
                    is { } cue
            )
            {
                Claim(index, cue, 0.9);
                bound[index + 1] = (cue with { Measure = Measure.Employees }, 0.9);
            }
        }
    }

    /// <summary>"doanh thu và vốn lần lượt là 3 tỷ và 2 tỷ".</summary>
    private void BindRespectively(CueKind kind)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!Lexicon.Is("respectively", tokens, at))
            {
                continue;
            }

            var sentence = clauses.SentenceOf(at);
            var named = cues.Where(cue => cue.Kind == kind && clauses.SentenceOf(cue.First) == sentence).ToList();
            var counted = Indices(kind, index => clauses.SentenceOf(quantities[index].Number) == sentence);
            if (named.Count == counted.Count && named.Count > 1)
            {
                for (var i = 0; i < named.Count; i++)
                {
                    Claim(counted[i], named[i], 0.9);
                }
            }
        }
    }

    private void BindClause(CueKind kind, int clause)
    {
        var open = Indices(kind, index => clauses.Of(quantities[index].Number) == clause && bound[index] is null);
        if (open.Count == 0)
        {
            return;
        }

        var named = cues.Where(cue => cue.Kind == kind && clauses.Of(cue.First) == clause && !claimed.Contains(cue)).ToList();
        if (named.Count == 0)
        {
            Carry(kind, clause, open[0]);
            return;
        }

        var beginsWithCue = named[0].First < quantities[open[0]].First;
        foreach (var index in open)
        {
            var before = Left(named, index, open);
            var after = Right(named, index, open);
            var cue = beginsWithCue ? before ?? after : after ?? before;
            if (cue is not null)
            {
                // Between two quantities a cue may belong to either, unless the clause says by its beginning which side it takes.
                var isContested =
                    !beginsWithCue && cue == after && index != open[^1] && named.Count < open.Count && after.Next == NextOf(open, index);
                Claim(index, cue, isContested ? 0.6 : Confidence(cue, index));
            }
            else if (index > 0 && bound[index - 1] is { } lower && IsOtherBound(index))
            {
                bound[index] = lower;
            }
        }
    }

    /// <summary>"trên 3 tỷ dưới 10 tỷ": two bounds of one value.</summary>
    private bool IsOtherBound(int index) =>
        (quantities[index - 1].Next + 1 == quantities[index].First && tokens[quantities[index - 1].Next].Folded is "len" or "xuong")
        || quantities[index - 1].Next == quantities[index].First
            && quantities[index - 1].Quantity.Comparator is Comparator.GreaterThan or Comparator.AtLeast
            && quantities[index].Quantity.Comparator is Comparator.LessThan or Comparator.AtMost;

    private int NextOf(List<int> open, int index) => quantities[open[open.IndexOf(index) + 1]].First;

    private Cue? Left(List<Cue> named, int index, List<int> open) =>
        named.LastOrDefault(cue =>
            cue.Next <= quantities[index].First
            && !claimed.Contains(cue)
            && !open.Exists(other => quantities[other].First >= cue.Next && quantities[other].First < quantities[index].First)
            && Fits(cue, index)
        );

    private Cue? Right(List<Cue> named, int index, List<int> open) =>
        named.FirstOrDefault(cue =>
            cue.First >= quantities[index].Next
            && !claimed.Contains(cue)
            && !open.Exists(other => quantities[other].First > quantities[index].First && quantities[other].First < cue.First)
            && Fits(cue, index)
        );

    /// <summary>A bare small number is no amount, a bare large one no number of people; far words do not say what it is.</summary>
    private bool Fits(Cue cue, int index)
    {
        var (quantity, gap) = (quantities[index].Quantity, Gap(cue, index));
        if (cue.Kind == CueKind.Time)
        {
            var isBefore = cue.Next <= quantities[index].First;
            return gap <= (isBefore ? 3 : 1)
                && !(isBefore && gap > 0 && Lexicon.FindBefore("termcue", tokens, quantities[index].Number) is not null);
        }

        return quantity.Kind != QuantityKind.Plain
            || (
                cue.Kind == CueKind.Money
                    ? quantity.Value >= SmallestBareAmount || (gap <= 2 && cue.Confidence >= 0.9)
                    : quantity.Value < SmallestBareAmount && gap <= 4
            );
    }

    /// <summary>A cue that the clauses before left open; or what the last amount measured, where this one names another year.</summary>
    private void Carry(CueKind kind, int clause, int index)
    {
        var sentence = clauses.SentenceOf(quantities[index].Number);
        var last = cues.LastOrDefault(cue =>
            cue.Kind == kind && clauses.Of(cue.First) < clause && clauses.SentenceOf(cue.First) == sentence
        );
        if (last is not null && !claimed.Contains(last) && last.Confidence >= 0.8 && Fits(last, index) && !HasQuantityBetween(last, index))
        {
            Claim(index, last, 0.85);
            return;
        }

        if (
            kind == CueKind.Money
            && index > 0
            && bound[index - 1] is { } previous
            && periods.Of(index) is not null
            && periods.Of(index - 1) is not null
        )
        {
            bound[index] = (previous.Cue, 0.85);
        }
    }

    private bool HasQuantityBetween(Cue cue, int index) =>
        quantities.Exists(other =>
            other.First >= cue.Next && other.First < quantities[index].First && other.Quantity.Kind == quantities[index].Quantity.Kind
        );

    private void Claim(int index, Cue cue, double confidence)
    {
        claimed.Add(cue);
        bound[index] = (cue, confidence);
    }

    private double Confidence(Cue cue, int index)
    {
        var gap = Gap(cue, index);
        return gap > TooFar ? 0.5
            : gap > Far ? Math.Min(cue.Confidence, 0.8)
            : cue.Confidence < 0.8 && (quantities[index].Quantity.Per == QuantityKind.Years || periods.Of(index) is { Unit: DateUnit.Year })
                ? 0.85
            : cue.Confidence;
    }

    private int Gap(Cue cue, int index) =>
        cue.Next <= quantities[index].First ? quantities[index].First - cue.Next : cue.First - quantities[index].Next;

    private List<int> Indices(CueKind kind, Func<int, bool> where) =>
        [.. Enumerable.Range(0, quantities.Count).Where(index => Takes(kind, index) && where(index))];

    private Quantity Measured(int index)
    {
        var (placed, quantity) = (quantities[index], quantities[index].Quantity);
        if (bound[index] is not { } by)
        {
            return Shares.Measure(tokens, clauses, placed) ?? ByItsNoun(placed);
        }

        if (quantity.Kind == QuantityKind.Percent)
        {
            return Shares.Measure(tokens, clauses, placed) ?? quantity with { Measure = by.Cue.Measure, BindingConfidence = by.Confidence };
        }

        var measured = quantity with
        {
            Measure = by.Cue.Measure,
            BindingConfidence = by.Cue.Measure == Measure.Unbound ? 0 : by.Confidence,
        };
        if (quantity.Kind == QuantityKind.Plain)
        {
            measured =
                by.Cue.Kind == CueKind.People ? measured with { Kind = QuantityKind.People }
                : quantity.Value >= SmallestBareAmount ? measured with { Kind = QuantityKind.Money }
                : measured with { Confidence = 0.3 };
        }

        if (by.Cue.Measure == Measure.Employees && (placed.IsWomen || placed.IsInsured))
        {
            return ByItsNoun(placed);
        }

        return by.Cue.Measure is Measure.Revenue or Measure.Profit or Measure.Tax ? measured with { Period = periods.Of(index) } : measured;
    }

    private static Quantity ByItsNoun(PlacedQuantity placed) =>
        placed.Quantity.Kind != QuantityKind.People ? placed.Quantity
        : placed.IsInsured ? placed.Quantity with { Measure = Measure.InsuredEmployees, BindingConfidence = 0.95 }
        : placed.IsWomen ? placed.Quantity with { Measure = Measure.WomenEmployees, BindingConfidence = 0.9 }
        : placed.Quantity with { Measure = Measure.Employees, BindingConfidence = 0.9 };
}
