using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Checking;
using PolicyAssistantBot.Knowledge.Legal;
using Xunit.Abstractions;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>A thousand replies over the real articles, half of them spoiled on purpose.</summary>
public sealed class ReplyCheckPropertyTests(ITestOutputHelper output)
{
    private const int Replies = 1000;

    [Fact]
    public void Nothing_unsupported_gets_through_and_most_of_what_is_supported_does()
    {
        var through = new List<string>();
        var strayFigures = new List<string>();
        int honest = 0,
            honestSentences = 0,
            honestKept = 0,
            answers = 0;
        var lost = new Dictionary<DropReason, int>();
        foreach (var reply in new ModelReplies(seed: 20261122).Take(Replies))
        {
            var result = ReplyCheck.Check(
                reply.Sentences,
                reply.Passages,
                new CheckRules(reply.Lang, ModelReplies.Canary, ModelReplies.Instructions) { MaxWords = 400 }
            );
            strayFigures.AddRange(StrayFigures(result, reply));
            if (reply.Spoiled is { } spoiled)
            {
                if (result.DroppedSentences.All(dropped => dropped.Sentence != spoiled))
                {
                    through.Add($"{reply.How}: {spoiled.Text}");
                }

                continue;
            }

            honest++;
            honestSentences += reply.Sentences.Count;
            honestKept += result.KeptSentences.Count;
            answers += result.AnswersQuestion ? 1 : 0;
            foreach (var dropped in result.DroppedSentences)
            {
                lost[dropped.Reason] = lost.GetValueOrDefault(dropped.Reason) + 1;
                if (lost[dropped.Reason] < 12)
                {
                    output.WriteLine($"{dropped.Reason}: {dropped.Sentence.Text}");
                }
            }
        }

        through.ForEach(output.WriteLine);
        output.WriteLine(
            $"{honest} honest replies: {answers} answer, {honestKept} of {honestSentences} sentences kept; lost: {string.Join(", ", lost)}"
        );
        Assert.Empty(through);
        Assert.Empty(strayFigures);
        Assert.True(answers >= honest * 0.9, $"{answers} of {honest} honest replies still answer");
        Assert.True(honestKept >= honestSentences * 0.85, $"{honestKept} of {honestSentences} honest sentences were kept");
    }

    /// <summary>Figures of what was kept that stand in no passage, read in another way than the check does.</summary>
    private static IEnumerable<string> StrayFigures(CheckedReply result, ModelReply reply)
    {
        var known = reply.Passages.SelectMany(passage => Figures(passage.Text, reply.Lang)).Select(figure => figure.Identity).ToHashSet();
        return result
            .KeptSentences.SelectMany(sentence => Figures(sentence.Text, reply.Lang))
            .Where(figure => !known.Contains(figure.Identity))
            .Select(figure => $"{reply.How}: {figure}");
    }

    private static IReadOnlyList<Figure> Figures(string text, Lang lang) =>
        FigureReader.Read(FigureText.Normalize(PlainSentences.RemoveMarkup(text), lang), lang);
}
