using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.CommandLine;

/// <summary>
/// Writes an answer as one JSON object that contains the answers to further questions of the message.
/// Vietnamese letters are not escaped, markup is.
/// </summary>
internal static class AnswerJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <param name="explain">Explains the scores of an answer; null omits the explanation.</param>
    public static string Write(IReadOnlyList<Answer> answers, TimeSpan elapsed, Func<Answer, IReadOnlyList<ScoreExplanation>>? explain) =>
        JsonSerializer.Serialize(
            ToObject(
                answers[0],
                elapsed,
                explain,
                answers.Count == 1 ? null : [.. answers.Skip(1).Select(answer => ToObject(answer, elapsed, explain, null))]
            ),
            Options
        );

    private static object ToObject(
        Answer answer,
        TimeSpan elapsed,
        Func<Answer, IReadOnlyList<ScoreExplanation>>? explain,
        object[]? further
    ) =>
        new
        {
            outcome = answer.GetType().Name,
            question = answer.UnderstoodQuestion,
            text = answer.Text,
            language = answer.Language.Code(),
            confidence = Math.Round(answer.Confidence, 3),
            citations = answer.Citations.Select(citation => new
            {
                key = citation.ArticleKey,
                title = citation.Title,
                document = citation.Document,
                clause = citation.Clause,
                inForceFrom = citation.InForceFrom,
                inForceUntil = citation.InForceUntil,
                @checked = citation.CheckedOn,
            }),
            followUps = answer.FollowUps.Select(next => next.Question),
            choices = answer is Answer.Clarify clarify ? clarify.Choices.Select(choice => choice.Question) : null,
            offersRequest = answer.OffersRequest,
            elapsedMs = Math.Round(elapsed.TotalMilliseconds, 2),
            trace = explain is null ? null : ToTraceObject(answer, explain(answer)),
            further,
        };

    private static object ToTraceObject(Answer answer, IReadOnlyList<ScoreExplanation> explanations) =>
        new
        {
            understood = answer.Trace.UnderstoodQuestion,
            searched = answer.Trace.SearchText,
            decoded = explanations.Count == 0 ? null : explanations[0].Query.Decoded,
            askedAbout = answer.Trace.AskedAbout,
            reason = answer.Trace.Reason,
            articleKey = answer.Trace.ArticleKey,
            candidates = ExplainedCandidate.Of(answer, explanations),
        };
}
