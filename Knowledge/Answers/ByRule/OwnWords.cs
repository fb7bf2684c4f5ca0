using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Rules;

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

    private static readonly HashSet<string> FillerWords =
    [
        .. RuleCues.Default.FillerWords.Split('|', ' '),
        .. (
            "lao dong bao hiem bhxh bh xa hoi doanh thu dthu dt von nguon capital revenue staff employees workers insured "
            + "headcount tro nguoi ng tho cong nhan nhan vien hop dong contract turnover"
        ).Split(' '),
    ];
}
