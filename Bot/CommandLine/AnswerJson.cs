using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;

namespace PolicyAssistantBot.CommandLine;

/// <summary>An answer as one JSON object, with those to further questions of the message in it; Vietnamese is readable, markup is escaped.</summary>
internal static class AnswerJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Write(IReadOnlyList<Answer> answers, TimeSpan elapsed, bool explain) => JsonSerializer.Serialize(
        Shape(answers[0], elapsed, explain, answers.Count == 1 ? null : [.. answers.Skip(1).Select(answer => Shape(answer, elapsed, explain, null))]), Options);

    private static object Shape(Answer answer, TimeSpan elapsed, bool explain, object[]? further) => new
    {
        outcome = answer.GetType().Name,
        question = answer.Meant,
        text = answer.Text,
        language = answer.Language.Code(),
        confidence = Math.Round(answer.Confidence, 3),
        citations = answer.Citations.Select(citation => new
        {
            key = citation.Key,
            title = citation.Title,
            document = citation.Document,
            clause = citation.Clause,
            inForceFrom = citation.InForceFrom,
            inForceUntil = citation.InForceUntil,
            @checked = citation.Checked,
        }),
        followUps = answer.FollowUps.Select(next => next.Question),
        choices = answer is Answer.Clarify clarify ? clarify.Choices.Select(choice => choice.Question) : null,
        offersRequest = answer.OffersRequest,
        elapsedMs = Math.Round(elapsed.TotalMilliseconds, 2),
        trace = explain ? answer.Trace : null,
        further,
    };
}
