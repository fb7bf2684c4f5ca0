using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Retrieval;

/// <summary>
/// Asks the pipeline, and asks it again with the scores of outside channels where the answer depends on search results. Without such
/// scores the answer is the pipeline's own.
/// </summary>
internal sealed class OutsideSearch(AnswerPipeline pipeline, IEnumerable<ChannelGuard> channels)
{
    private readonly ChannelGuard[] channels = [.. channels];

    /// <summary>Answers each question of a message.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled the call.</exception>
    public async Task<IReadOnlyList<Answer>> AskEachAsync(Question question, CancellationToken cancellationToken)
    {
        var answers = pipeline.AskEach(question);
        var outside = await ScoresAsync(answers, cancellationToken);
        return outside.Count == 0 ? answers : pipeline.AskEach(question with { Outside = outside });
    }

    /// <summary>Answers the message as one question.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled the call.</exception>
    public async Task<Answer> AskAsync(Question question, CancellationToken cancellationToken)
    {
        var answer = pipeline.Ask(question);
        var outside = await ScoresAsync([answer], cancellationToken);
        return outside.Count == 0 ? answer : pipeline.Ask(question with { Outside = outside });
    }

    /// <summary>The scores of the channels, by the text that was searched for.</summary>
    public async Task<IReadOnlyDictionary<string, ExternalScores>> ScoresAsync(
        IReadOnlyList<Answer> answers,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, ExternalScores>(StringComparer.Ordinal);
        if (channels.Length == 0)
        {
            return found;
        }

        foreach (var answer in answers)
        {
            if (
                answer is (Answer.Answered or Answer.Expired or Answer.Clarify or Answer.Unanswerable) and { Trace.Searched: { } text }
                && !found.ContainsKey(text)
                && await AskChannelsAsync(Outgoing(text, answer.Language), answer.Language, cancellationToken) is { IsEmpty: false } scores
            )
            {
                found[text] = scores;
            }
        }

        return found;
    }

    private async Task<ExternalScores> AskChannelsAsync(OutgoingText text, Lang lang, CancellationToken cancellationToken) =>
        ExternalScores.Create(
            await Task.WhenAll(
                channels.Select(async channel => (channel.Name, channel.Weight, await channel.FindAsync(text, lang, cancellationToken)))
            )
        );

    /// <summary>The question with diacritics restored where they were not typed: other services expect proper Vietnamese.</summary>
    private OutgoingText Outgoing(string text, Lang lang)
    {
        var typed = OutgoingText.FromUserInput(text);
        return LanguageDetector.Detect(typed.Value).LacksDiacritics
            ? OutgoingText.FromUserInput(
                pipeline.Knowledge.Index.Search(typed.Value, new SearchOptions { Lang = lang, Count = 1 }).Query.Decoded
            )
            : typed;
    }
}
