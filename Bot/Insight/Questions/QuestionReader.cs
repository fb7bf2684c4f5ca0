using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language.Masking;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Insight.Questions;

/// <summary>Reads what was asked in the chat from the stored answers, votes and cases.</summary>
internal static class QuestionReader
{
    private const int MaxUnansweredRead = 5000;
    private const int MaxUnansweredShown = 20;
    private const int MaxQuestionLength = 200;

    public static async Task<QuestionReport> ReadAsync(
        AssistantDb db,
        Period period,
        TimeWindow before,
        CancellationToken cancellationToken
    )
    {
        var (from, until) = (before.Start, period.EndMilliseconds);
        var tally = new QuestionTally(period, before);
        var questions = db.Set<AnswerRow>()
            .AsNoTracking()
            .Where(a => a.At >= from && a.At < until)
            .OrderBy(a => a.Number)
            .Select(a => new QuestionColumns(
                a.ChannelId,
                a.ConversationId,
                a.At,
                a.Outcome == nameof(Answer.Answered) || a.Outcome == nameof(Answer.Expired),
                a.Outcome == nameof(Answer.Unanswerable),
                a.ArticleKey
            ));
        await foreach (var row in questions.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            tally.Add(row);
        }

        var votes = db.Set<VoteRow>()
            .AsNoTracking()
            .Where(v => v.At >= from && v.At < until)
            .Select(v => new VoteColumns(v.ChannelId, v.ConversationId, v.At, v.ArticleKey, v.IsUpvote, v.Reason));
        await foreach (var vote in votes.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            tally.AddVote(vote);
        }

        var (firstMoment, lastMoment) = (DateTimeOffset.FromUnixTimeMilliseconds(from), DateTimeOffset.FromUnixTimeMilliseconds(until));
        var requests = db.Set<CaseRow>()
            .AsNoTracking()
            .Where(c => c.SubmittedAt >= firstMoment && c.SubmittedAt < lastMoment)
            .Select(c => new
            {
                c.ChannelId,
                c.ConversationId,
                c.SubmittedAt,
            });
        await foreach (var request in requests.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            tally.AddRequest(request.ChannelId, request.ConversationId, request.SubmittedAt.ToUnixTimeMilliseconds());
        }

        var firstAt = await db.Set<AnswerRow>().OrderBy(a => a.Number).Select(a => (long?)a.At).FirstOrDefaultAsync(cancellationToken);
        return tally.ToReport(firstAt < before.Start, await ReadUnansweredAsync(db, period, cancellationToken));
    }

    /// <summary>Questions count as the same when they differ only in case, spaces and punctuation at the end.</summary>
    public static string Normalize(string question) =>
        string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .TrimEnd('?', '.', '!', ' ')
            .ToLowerInvariant();

    private static async Task<IReadOnlyList<UnansweredQuestion>> ReadUnansweredAsync(
        AssistantDb db,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var (from, until) = (period.StartMilliseconds, period.EndMilliseconds);
        var latest = await db.Set<AnswerRow>()
            .AsNoTracking()
            .Where(a => a.At >= from && a.At < until && a.Outcome == nameof(Answer.Unanswerable))
            .OrderByDescending(a => a.Number)
            .Take(MaxUnansweredRead)
            .Select(a => a.Question)
            .ToListAsync(cancellationToken);

        // Masked again, because the masking may have become better since the question was stored. The sort is stable: the latest first.
        return
        [
            .. latest
                .GroupBy(Normalize, StringComparer.Ordinal)
                .Where(group => group.Key.Length > 0)
                .OrderByDescending(group => group.Count())
                .Take(MaxUnansweredShown)
                .Select(group => new UnansweredQuestion(Shorten(PersonalData.Mask(group.First())), group.Count())),
        ];
    }

    private static string Shorten(string text) =>
        text.Length <= MaxQuestionLength
            ? text
            : $"{text[..(char.IsHighSurrogate(text[MaxQuestionLength - 1]) ? MaxQuestionLength - 1 : MaxQuestionLength)]}…";
}
