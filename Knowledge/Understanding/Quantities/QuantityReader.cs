using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>
/// The one reader of numbers, amounts and dates that people type, in Vietnamese (with and without diacritics) and English. Questions,
/// guides, the request form and the facts of a conversation all read with it, so that the same words give the same value everywhere.
/// Pure and thread-safe.
/// </summary>
/// <remarks>
/// <see cref="Read"/> takes a whole message and binds each quantity to what it measures. <see cref="Bind"/> binds one that the words left
/// unbound ("thế 60 tỷ?") to what the conversation asked for. <see cref="Amount"/> and <see cref="Count"/> take the answer to a single
/// question.
/// </remarks>
public static class QuantityReader
{
    /// <summary>From this confidence on a value may be used without saying it back.</summary>
    public const double Sure = Quantity.Sure;

    /// <summary>Longer messages are read up to here, in UTF-16 code units.</summary>
    public const int MaxLength = Tokens.MaxLength;

    private const decimal SmallestBareAmount = 100_000;
    private const decimal MostPeople = 10_000_000;

    /// <summary>Reads a message.</summary>
    /// <param name="text">As typed, in any Unicode form, with or without diacritics.</param>
    /// <param name="today">Hanoi's day, from which "năm ngoái" counts.</param>
    public static QuantityReading Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = Tokens.Plain(text);
        var folded = VietnameseText.Fold(plain);
        var names = Identifiers.In(folded).ToList();
        var dates = DateReader.Read(plain, folded, today).Where(date => !names.Exists(name => Overlap(name, date.Span))).ToList();
        var tokens = new Tokens(plain, [.. names, .. dates.Select(date => date.Span)]);
        var quantities = new Binder(tokens, QuantityScan.Read(tokens), dates).Bind();
        var periods = quantities.Select(quantity => quantity.Period).OfType<DateMention>().ToHashSet();
        return new(
            plain,
            quantities,
            [.. dates.Select(date => periods.Contains(date) ? date with { Role = DateRole.OfSomethingElse } : date)],
            today
        );
    }

    /// <summary>
    /// Binds a quantity to the first of the expected measures that its kind fits. A plain number becomes people or per cent where only such
    /// is expected; where money is expected it stays unsure, because its unit was left out.
    /// </summary>
    /// <returns>Null when it fits none of them.</returns>
    public static Quantity? Bind(Quantity quantity, params ReadOnlySpan<Measure> expected)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        foreach (var measure in expected)
        {
            var kind = KindOf(measure);
            if (quantity.Kind == kind || (kind == QuantityKind.Years && quantity.Kind == QuantityKind.Months))
            {
                return quantity with { Measure = measure, BindingConfidence = 0.9 };
            }

            if (quantity.Kind == QuantityKind.Plain)
            {
                var isAmount = kind == QuantityKind.Money;
                if (isAmount && quantity.Value >= SmallestBareAmount)
                {
                    return quantity with { Kind = kind, Measure = measure, BindingConfidence = 0.9 };
                }

                return isAmount
                    ? quantity with
                    {
                        Measure = measure,
                        BindingConfidence = 0.5,
                        Confidence = Math.Min(quantity.Confidence, 0.3),
                    }
                    : quantity with
                    {
                        Kind = kind,
                        Measure = measure,
                        BindingConfidence = 0.9,
                    };
            }
        }

        return null;
    }

    /// <summary>The answer to a question for an amount in VND; null where there is none or more than one. Look at its confidence.</summary>
    public static Quantity? Amount(string text) =>
        Only(text) is not { } only || only.Kind is not (QuantityKind.Money or QuantityKind.Plain) || only.Value < 0 ? null
        : only.Kind == QuantityKind.Plain && only.Value is > 0 and < SmallestBareAmount ? null
        : only with { Kind = QuantityKind.Money };

    /// <summary>The answer to a question for a number of people; null where there is none, more than one, or no whole number.</summary>
    public static Quantity? Count(string text) =>
        Only(text) is { Kind: QuantityKind.People or QuantityKind.Plain or QuantityKind.Things, Value: >= 0 and <= MostPeople } only
        && only.Value == decimal.Truncate(only.Value)
            ? only with
            {
                Kind = QuantityKind.People,
            }
            : null;

    /// <summary>The amount in VND, where it is one value and read with confidence.</summary>
    public static decimal? SureAmount(string text) => IfSure(Amount(text));

    /// <summary>The number of people, where it is one value and read with confidence.</summary>
    public static int? SureCount(string text) => (int?)IfSure(Count(text));

    private static decimal? IfSure(Quantity? quantity) =>
        quantity is { Comparator: Comparator.Equal, Per: null or QuantityKind.Years, Confidence: >= Sure } sure ? sure.Value : null;

    private static Quantity? Only(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new Tokens(Tokens.Plain(text), []);
        return QuantityScan.Read(tokens) is [{ Quantity: { Comparator: not Comparator.Between, Exactness: not Exactness.Vague } only }]
            ? only
            : null;
    }

    private static QuantityKind KindOf(Measure measure) =>
        measure switch
        {
            Measure.Employees or Measure.InsuredEmployees or Measure.UninsuredEmployees or Measure.WomenEmployees => QuantityKind.People,
            Measure.WomenShare or Measure.WomenOwnership or Measure.InterestRate => QuantityKind.Percent,
            Measure.FirmAge or Measure.Term => QuantityKind.Years,
            Measure.Unbound => QuantityKind.Plain,
            _ => QuantityKind.Money,
        };

    private static bool Overlap(TextSpan a, TextSpan b) => a.Start < b.End && b.Start < a.End;
}
