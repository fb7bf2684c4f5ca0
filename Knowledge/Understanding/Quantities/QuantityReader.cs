using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Understanding.Numerals;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>
/// The one reader of numbers, amounts and dates that people type, in Vietnamese (with and without diacritics) and English. Questions,
/// guides, the request form and the facts of a conversation all read with it, so that the same words give the same value everywhere.
/// Pure and thread-safe.
/// </summary>
/// <remarks>
/// <see cref="Read"/> reads a whole message and binds each quantity to what it measures. <see cref="Bind"/> binds a quantity whose words do
/// not say what it measures ("thế 60 tỷ?") to what the conversation asked for. <see cref="ReadAmount"/> and <see cref="ReadCount"/> take
/// the answer to a single question.
/// </remarks>
public static class QuantityReader
{
    /// <summary>The minimum confidence for using a value without asking for confirmation.</summary>
    public const double SureConfidence = Quantity.SureConfidence;

    /// <summary>The rest of a longer message is ignored; in UTF-16 code units.</summary>
    public const int MaxLength = TokenList.MaxLength;

    private const decimal MaxPeople = 10_000_000;

    /// <summary>Reads a message.</summary>
    /// <param name="text">As typed, in any Unicode form, with or without diacritics.</param>
    /// <param name="today">Today in Hanoi, to which "năm ngoái" (last year) is relative.</param>
    public static QuantityReading Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Readings.Get((text, today));
    }

    private static readonly RecentResults<(string Text, DateOnly Today), QuantityReading> Readings = new(
        128,
        message => ReadNew(message.Text, message.Today)
    );

    private static QuantityReading ReadNew(string text, DateOnly today)
    {
        var plainText = TokenList.ToPlainText(text);
        var folded = VietnameseText.Fold(plainText);
        var identifiers = Identifiers.FindSpans(folded).ToList();
        var dates = DateReader
            .Read(plainText, folded, today)
            .Where(date => !identifiers.Exists(name => Overlaps(name, date.Span)))
            .ToList();
        var tokens = new TokenList(plainText, [.. identifiers, .. dates.Select(date => date.Span)]);
        var quantities = new QuantityBinder(tokens, QuantityScanner.Read(tokens), dates).Bind();
        var periods = quantities.Select(quantity => quantity.Period).OfType<DateMention>().ToHashSet();
        return new(
            plainText,
            quantities,
            [.. dates.Select(date => periods.Contains(date) ? date with { Role = DateRole.OtherEvent } : date)],
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
            var kind = GetKind(measure);
            if (quantity.Kind == kind || (kind == QuantityKind.Years && quantity.Kind == QuantityKind.Months))
            {
                return quantity with { Measure = measure, BindingConfidence = 0.9 };
            }

            if (quantity.Kind == QuantityKind.Plain)
            {
                var isAmount = kind == QuantityKind.Money;
                if (isAmount && quantity.Value >= QuantityBinder.MinBareAmount)
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

    /// <summary>The answer to a question for an amount in VND; null when there is none or more than one. Check its confidence.</summary>
    public static Quantity? ReadAmount(string text) =>
        ReadSingle(text) is not { } only || only.Kind is not (QuantityKind.Money or QuantityKind.Plain) || only.Value < 0 ? null
        : only.Kind == QuantityKind.Plain && only.Value is > 0 and < QuantityBinder.MinBareAmount ? null
        : only with { Kind = QuantityKind.Money };

    /// <summary>The answer to a question for a number of people; null when there is none, more than one, or no whole number.</summary>
    public static Quantity? ReadCount(string text) =>
        ReadSingle(text) is { Kind: QuantityKind.People or QuantityKind.Plain or QuantityKind.Things, Value: >= 0 and <= MaxPeople } only
        && only.Value == decimal.Truncate(only.Value)
            ? only with
            {
                Kind = QuantityKind.People,
            }
            : null;

    /// <summary>The amount in VND; null unless it is one value that was read with confidence.</summary>
    public static decimal? ReadSureAmount(string text) => GetValueIfSure(ReadAmount(text));

    /// <summary>The number of people; null unless it is one value that was read with confidence.</summary>
    public static int? ReadSureCount(string text) => (int?)GetValueIfSure(ReadCount(text));

    private static decimal? GetValueIfSure(Quantity? quantity) =>
        quantity is { Comparator: Comparator.Equal, RateUnit: null or QuantityKind.Years, Confidence: >= SureConfidence } sure
            ? sure.Value
            : null;

    private static Quantity? ReadSingle(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new TokenList(TokenList.ToPlainText(text), []);
        return QuantityScanner.Read(tokens) is [{ Quantity: { Comparator: not Comparator.Between, Exactness: not Exactness.Vague } only }]
            ? only
            : null;
    }

    private static QuantityKind GetKind(Measure measure) =>
        measure switch
        {
            Measure.Employees or Measure.InsuredEmployees or Measure.UninsuredEmployees or Measure.WomenEmployees => QuantityKind.People,
            Measure.WomenShare or Measure.WomenOwnership or Measure.InterestRate => QuantityKind.Percent,
            Measure.FirmAge or Measure.Term => QuantityKind.Years,
            Measure.Unbound => QuantityKind.Plain,
            _ => QuantityKind.Money,
        };

    private static bool Overlaps(TextSpan a, TextSpan b) => a.Start < b.End && b.Start < a.End;
}
