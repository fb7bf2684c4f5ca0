using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>
/// The content words of a message that are neither figures nor fillers: with many of them it is about another matter than a change.
/// </summary>
internal static class OwnWords
{
    public static int Count(MessageFacts message)
    {
        var rest = message.Reading.Text;
        foreach (var quantity in message.Reading.Quantities.OrderByDescending(quantity => quantity.Span.Start))
        {
            rest = rest.Remove(quantity.Span.Start, Math.Min(quantity.Span.Length, rest.Length - quantity.Span.Start));
        }

        return VietnameseText
            .SplitIntoWords(VietnameseText.Fold(rest))
            .Count(word =>
                !word.Any(char.IsAsciiDigit) && !FillerWords.Contains(word) && !ConversationPolicy.Current.Fields.IsGeneralWord(word)
            );
    }

    /// <summary>Whether a number stands directly before such a word, which is what it counts: "nói 1 câu".</summary>
    public static bool IsBeforeOne(MessageFacts message, Quantity quantity)
    {
        var after = message.Reading.Text[Math.Min(quantity.Span.End, message.Reading.Text.Length)..];
        return after.StartsWith(' ')
            && VietnameseText.SplitIntoWords(VietnameseText.Fold(after)) is [var word, ..]
            && after.TrimStart().Length > 0
            && char.IsLetter(after.TrimStart()[0])
            && !FillerWords.Contains(word)
            && !ConversationPolicy.Current.Fields.IsGeneralWord(word);
    }

    private static readonly HashSet<string> FillerWords =
    [
        .. RuleCues.Default.FillerWords.Split('|', ' '),
        .. (
            "lao dong bao hiem bhxh bh xa hoi doanh thu dthu dt von nguon capital revenue staff employees workers insured "
            + "headcount tro nguoi ng tho cong nhan nhan vien hop dong contract turnover"
        ).Split(' '),
    ];
}
