using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.Outside;

namespace PolicyAssistantBot.Retrieval;

/// <summary>
/// Asks the pipeline, and asks it again with what channels outside say where its answer hangs on what was found. Without channels, or
/// with none that speaks, the answer is the pipeline's own.
/// </summary>
internal sealed class OutsideSearch(AnswerPipeline pipeline, IEnumerable<ChannelGuard> channels)
{
    private readonly ChannelGuard[] channels = [.. channels];

    /// <summary>Answers each question of a message.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<IReadOnlyList<Answer>> AskEachAsync(Question question, CancellationToken cancellationToken)
    {
        var answers = pipeline.AskEach(question);
        var outside = await HearAsync(answers, cancellationToken);
        return outside.Count == 0 ? answers : pipeline.AskEach(question with { Outside = outside });
    }

    /// <summary>Answers one question, whatever it holds.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<Answer> AskAsync(Question question, CancellationToken cancellationToken)
    {
        var answer = pipeline.Ask(question);
        var outside = await HearAsync([answer], cancellationToken);
        return outside.Count == 0 ? answer : pipeline.Ask(question with { Outside = outside });
    }

    /// <summary>What the channels say, by the text that was searched for.</summary>
    public async Task<IReadOnlyDictionary<string, OutsideScores>> HearAsync(
        IReadOnlyList<Answer> answers,
        CancellationToken cancellationToken
    )
    {
        var heard = new Dictionary<string, OutsideScores>(StringComparer.Ordinal);
        if (channels.Length == 0)
        {
            return heard;
        }

        foreach (var answer in answers)
        {
            if (
                answer is (Answer.Answered or Answer.Expired or Answer.Clarify or Answer.Unanswerable) and { Trace.Searched: { } text }
                && !heard.ContainsKey(text)
                && await AskChannelsAsync(Sent(text, answer.Language), answer.Language, cancellationToken) is { IsEmpty: false } scores
            )
            {
                heard[text] = scores;
            }
        }

        return heard;
    }

    private async Task<OutsideScores> AskChannelsAsync(OutgoingText text, Lang lang, CancellationToken cancellationToken) =>
        OutsideScores.Of(
            await Task.WhenAll(
                channels.Select(async channel => (channel.Name, channel.Weight, await channel.FindAsync(text, lang, cancellationToken)))
            )
        );

    /// <summary>The question with its diacritics where they were not typed: other services read Vietnamese as it is written.</summary>
    private OutgoingText Sent(string text, Lang lang)
    {
        var typed = OutgoingText.Typed(text);
        return LanguageDetector.Detect(typed.Value).DiacriticsMissing
            ? OutgoingText.Typed(pipeline.Knowledge.Index.Search(typed.Value, new SearchOptions { Lang = lang, Count = 1 }).Query.Decoded)
            : typed;
    }
}
