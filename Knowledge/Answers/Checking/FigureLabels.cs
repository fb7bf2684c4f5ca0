using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>
/// Assigns figures to the words that they belong to when a sentence contains several of a kind: <c>micro 100 %, small 50 %, medium
/// 30 %</c>. A sentence that swaps two of them contains only correct numbers and is wrong nevertheless.
/// </summary>
internal static class FigureLabels
{
    /// <summary>The number of words beside a figure that form its label.</summary>
    private const int MaxLabelWords = 6;

    /// <summary>Words that occur beside figures of all kinds and therefore label none.</summary>
    private static readonly FrozenSet<string> GenericWords = (
        "hỗ trợ mức doanh nghiệp giá trị tối đa thiểu chi phí hợp đồng công ty lần tiền tổng support supported get "
        + "receive rate level value cost enterprise company contract total amount up most"
    )
        .Split(' ')
        .SelectMany(word => new[] { WordForms.ToExact(Lang.Vi, word), WordForms.ToLoose(Lang.En, word) })
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the claim gives the figure the same label as its source.</summary>
    /// <param name="claim">The sentence to check, and the position of the figure in it.</param>
    /// <param name="source">The sentence of the passage, and the position of the same figure in it.</param>
    public static bool HasSameLabel((SentenceTokens Sentence, int At) claim, (SentenceTokens Sentence, int At) source)
    {
        var figures = FindOfKind(source.Sentence, source.At);
        if (figures.Count == 1)
        {
            return true;
        }

        // If the sentence begins with words, labels precede their figures; otherwise they follow them.
        var isBefore = GetContentWords(source.Sentence, 0, figures[0]).Any();
        var sourceLabel = GetLabelWords(source.Sentence, source.At, isBefore);
        var otherLabels = figures
            .Where(other => !source.Sentence.Tokens[other].IsSameFigure(source.Sentence.Tokens[source.At]))
            .SelectMany(other => GetLabelWords(source.Sentence, other, isBefore))
            .ToHashSet(StringComparer.Ordinal);
        var claimWords =
            FindOfKind(claim.Sentence, claim.At).Count == 1
                ? GetContentWords(claim.Sentence, 0, claim.Sentence.Tokens.Count).ToHashSet(StringComparer.Ordinal)
                : GetLabelWords(claim.Sentence, claim.At, isBefore);
        var otherLabelCount = claimWords.Count(word => otherLabels.Contains(word) && !sourceLabel.Contains(word));
        return otherLabelCount == 0
            || otherLabelCount < claimWords.Count(word => sourceLabel.Contains(word) && !otherLabels.Contains(word));
    }

    private static List<int> FindOfKind(SentenceTokens sentence, int index) =>
        [.. sentence.Tokens.Index().Where(token => IsOfKind(token.Item, sentence.Tokens[index])).Select(token => token.Index)];

    private static HashSet<string> GetLabelWords(SentenceTokens sentence, int index, bool isBefore)
    {
        var tokens = sentence.Tokens;
        var (start, end) = (index, index + 1);
        while (isBefore && start > 0 && !IsOfKind(tokens[start - 1], tokens[index]))
        {
            start--;
        }

        while (!isBefore && end < tokens.Count && !IsOfKind(tokens[end], tokens[index]))
        {
            end++;
        }

        var words = GetContentWords(sentence, start, end);
        return (isBefore ? words.TakeLast(MaxLabelWords) : words.Take(MaxLabelWords)).ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsOfKind(SupportToken token, SupportToken figure) =>
        token.Kind == TokenKind.Figure && token.Figure == figure.Figure;

    private static IEnumerable<string> GetContentWords(SentenceTokens sentence, int start, int end) =>
        sentence
            .Tokens.Skip(start)
            .Take(end - start)
            .Where(token => token.Kind is TokenKind.Content or TokenKind.Critical && !GenericWords.Contains(token.Form))
            .Select(token => token.Form);
}
