using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.Figures;

/// <summary>
/// People without social insurance, who do not count for the size class: "thuê thêm 9 đứa chạy bàn, không đóng bảo hiểm", "12 người nhưng 4
/// người làm thời vụ không đóng". What is said of them may follow in the next clause.
/// </summary>
internal static partial class UninsuredPeople
{
    /// <summary>Marks the numbers of people after whom the sentence says that they have no insurance.</summary>
    public static QuantityReading Mark(QuantityReading reading) =>
        reading with
        {
            Quantities =
            [
                .. reading.Quantities.Select(
                    (quantity, i) =>
                        quantity.Kind == QuantityKind.People
                        && quantity.Measure is Measure.Employees or Measure.StaffChange or Measure.Unbound
                        && ConversationPolicy.Current.Signals.UninsuredPhrases.IsMatch(Fold(GetRestOfSentence(reading, i)))
                            ? quantity with
                            {
                                Measure = Measure.UninsuredEmployees,
                                BindingConfidence = 0.9,
                            }
                            : quantity
                ),
            ],
        };

    /// <summary>
    /// The insured people where all and those without insurance are told; null where one of them is not. People who are added to the
    /// others take nothing away.
    /// </summary>
    public static int? FindInsured(QuantityReading reading)
    {
        if (
            reading.FindAll(Measure.UninsuredEmployees).ToList() is not [{ Comparator: Comparator.Equal } uninsured]
            || FindAll(reading, uninsured) is not { } all
            || all.Value <= uninsured.Value
        )
        {
            return null;
        }

        var before = Fold(reading.Text[..uninsured.Span.Start]);
        return (int)(EndsWithAddition(before) ? all.Value : all.Value - uninsured.Value);
    }

    /// <summary>Whether a message tells of no other people than added ones without insurance: the others stay as they were.</summary>
    public static bool AreOnlyAdded(QuantityReading reading) =>
        reading.Quantities.Where(quantity => quantity.Kind == QuantityKind.People).ToList()
            is [{ Measure: Measure.UninsuredEmployees } uninsured]
        && EndsWithAddition(Fold(reading.Text[..uninsured.Span.Start]));

    private static Quantity? FindAll(QuantityReading reading, Quantity uninsured)
    {
        List<Quantity> people =
        [
            .. reading.Quantities.Where(quantity =>
                quantity is { Kind: QuantityKind.People, Measure: Measure.Employees, Comparator: Comparator.Equal }
            ),
        ];
        return people is [var one] ? one
            : people.Count > 0 ? null
            : reading.Quantities.LastOrDefault(quantity =>
                quantity is { Kind: QuantityKind.Plain, Measure: Measure.Unbound, Comparator: Comparator.Equal }
                && quantity.Span.End <= uninsured.Span.Start
            );
    }

    private static string GetRestOfSentence(QuantityReading reading, int index)
    {
        var start = Math.Min(reading.Quantities[index].Span.End, reading.Text.Length);
        var end = reading.Quantities.Skip(index + 1).Select(next => next.Span.Start).Append(reading.Text.Length).First(at => at >= start);
        var rest = reading.Text[start..end];
        return SentenceEndRegex().Match(rest) is { Success: true } stop ? rest[..stop.Index] : rest;
    }

    private static bool EndsWithAddition(string before) =>
        PhraseGroups.FindPositions(RuleCues.Default.AdditionWords, before).Exists(found => found.Start + found.Length == before.Length);

    private static string Fold(string text) => $" {string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)))} ";

    [GeneratedRegex(@"[?!;\n]|\.(\s|$)")]
    private static partial Regex SentenceEndRegex();
}
