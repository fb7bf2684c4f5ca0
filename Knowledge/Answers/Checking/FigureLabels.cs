using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>
/// Which words a figure belongs to when a sentence holds several of a kind: <c>micro 100 %, small 50 %, medium 30 %</c>. A sentence that
/// gives one the figure of another holds no wrong number and is wrong all the same.
/// </summary>
internal static class FigureLabels
{
    /// <summary>Words beside a figure that may tell what it is of.</summary>
    private const int Reach = 6;

    /// <summary>Words that stand beside figures of every kind of thing.</summary>
    private static readonly FrozenSet<string> Generic =
        "hỗ trợ mức doanh nghiệp giá trị tối đa thiểu chi phí hợp đồng công ty lần tiền tổng support supported get receive rate level value cost enterprise company contract total amount up most"
            .Split(' ')
            .SelectMany(word => new[] { WordForms.Exact(Lang.Vi, word), WordForms.Loose(Lang.En, word) })
            .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="said">The sentence that repeats the figure, and where it does.</param>
    /// <param name="place">The sentence that it is said to be from, and where it stands there.</param>
    public static bool Fit((SentenceTokens Sentence, int At) said, (SentenceTokens Sentence, int At) place)
    {
        var figures = OfKind(place.Sentence, place.At);
        if (figures.Count == 1)
        {
            return true;
        }

        // Labels stand before their figures where words stand before the first one, else after them.
        var isBefore = Words(place.Sentence, 0, figures[0]).Any();
        var own = Label(place.Sentence, place.At, isBefore);
        var others = figures
            .Where(other => !place.Sentence.Tokens[other].IsSameFigure(place.Sentence.Tokens[place.At]))
            .SelectMany(other => Label(place.Sentence, other, isBefore))
            .ToHashSet(StringComparer.Ordinal);
        var around =
            OfKind(said.Sentence, said.At).Count == 1
                ? Words(said.Sentence, 0, said.Sentence.Tokens.Count).ToHashSet(StringComparer.Ordinal)
                : Label(said.Sentence, said.At, isBefore);
        var strange = around.Count(word => others.Contains(word) && !own.Contains(word));
        return strange == 0 || strange < around.Count(word => own.Contains(word) && !others.Contains(word));
    }

    private static List<int> OfKind(SentenceTokens sentence, int at) =>
        [.. sentence.Tokens.Index().Where(token => IsOfKind(token.Item, sentence.Tokens[at])).Select(token => token.Index)];

    private static HashSet<string> Label(SentenceTokens sentence, int at, bool isBefore)
    {
        var tokens = sentence.Tokens;
        var (start, end) = (at, at + 1);
        while (isBefore && start > 0 && !IsOfKind(tokens[start - 1], tokens[at]))
        {
            start--;
        }

        while (!isBefore && end < tokens.Count && !IsOfKind(tokens[end], tokens[at]))
        {
            end++;
        }

        var words = Words(sentence, start, end);
        return (isBefore ? words.TakeLast(Reach) : words.Take(Reach)).ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsOfKind(SupportToken token, SupportToken figure) =>
        token.Kind == TokenKind.Figure && token.Figure == figure.Figure;

    private static IEnumerable<string> Words(SentenceTokens sentence, int start, int end) =>
        sentence
            .Tokens.Skip(start)
            .Take(end - start)
            .Where(token => token.Kind is TokenKind.Content or TokenKind.Weighty && !Generic.Contains(token.Form))
            .Select(token => token.Form);
}
