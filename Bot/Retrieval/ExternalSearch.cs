using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Retrieval;

/// <summary>
/// Asks the answer pipeline and, where the answer depends on search results, asks it again with the scores of the external retrievers
/// (optional external retrieval services: embeddings, Azure AI Search). Without such scores the first answer is used.
/// </summary>
internal sealed class ExternalSearch(AnswerPipeline pipeline, IEnumerable<RetrieverGuard> retrievers)
{
    private readonly RetrieverGuard[] retrievers = [.. retrievers];

    /// <summary>Answers each question of a message.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled the call.</exception>
    public async Task<IReadOnlyList<Answer>> AskEachAsync(Question question, CancellationToken cancellationToken)
    {
        var answers = pipeline.AskEach(question);
        var outsideScores = await GetScoresAsync(answers, cancellationToken);
        return outsideScores.Count == 0 ? answers : pipeline.AskEach(question with { ExternalScores = outsideScores });
    }

    /// <summary>Answers the message as one question.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled the call.</exception>
    public async Task<Answer> AskAsync(Question question, CancellationToken cancellationToken)
    {
        var answer = pipeline.Ask(question);
        var outsideScores = await GetScoresAsync([answer], cancellationToken);
        return outsideScores.Count == 0 ? answer : pipeline.Ask(question with { ExternalScores = outsideScores });
    }

    /// <summary>The scores of the retrievers, by the text that was searched for.</summary>
    public async Task<IReadOnlyDictionary<string, ExternalScores>> GetScoresAsync(
        IReadOnlyList<Answer> answers,
        CancellationToken cancellationToken
    )
    {
        var scoresByText = new Dictionary<string, ExternalScores>(StringComparer.Ordinal);
        if (retrievers.Length == 0)
        {
            return scoresByText;
        }

        foreach (var answer in answers)
        {
            if (
                answer is (Answer.Answered or Answer.Expired or Answer.Clarify or Answer.Unanswerable) and { Trace.SearchText: { } text }
                && !scoresByText.ContainsKey(text)
                && await SearchRetrieversAsync(PrepareText(text, answer.Language), answer.Language, cancellationToken)
                    is { IsEmpty: false } scores
            )
            {
                scoresByText[text] = scores;
            }
        }

        return scoresByText;
    }

    private async Task<ExternalScores> SearchRetrieversAsync(OutgoingText text, Lang lang, CancellationToken cancellationToken) =>
        ExternalScores.Create(
            await Task.WhenAll(
                retrievers.Select(async retriever =>
                    (retriever.Name, retriever.Weight, await retriever.FindAsync(text, lang, cancellationToken))
                )
            )
        );

    /// <summary>Restores diacritics that were not typed: external services expect proper Vietnamese.</summary>
    private OutgoingText PrepareText(string text, Lang lang)
    {
        var typed = OutgoingText.FromUserInput(text);
        return LanguageDetector.Detect(typed.Value).LacksDiacritics
            ? OutgoingText.FromUserInput(
                pipeline.Knowledge.Index.Search(typed.Value, new SearchOptions { Lang = lang, Count = 1 }).Query.Decoded
            )
            : typed;
    }
}
