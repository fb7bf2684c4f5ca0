using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language.Masking;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Compression;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Feedback;

/// <summary>Stores an answer, so that it can be recalled, shown to an official and reviewed by editors.</summary>
internal sealed record RecordAnswerEffect(AnswerRow Row) : IEffect
{
    private const int MaxTextLength = 2000;
    private const int MaxCandidates = 3;

    /// <param name="activity">The activity that asked.</param>
    /// <param name="answerId">Sent back with a vote or a request to identify the answer.</param>
    /// <param name="question">The question, which is not the activity's text when it came from a click.</param>
    /// <param name="revision">The revision of the article.</param>
    public static RecordAnswerEffect Create(
        Activity activity,
        string answerId,
        string question,
        Answer answer,
        string? revision,
        DateTimeOffset at
    ) =>
        new(
            new AnswerRow
            {
                ChannelId = activity.ChannelId ?? "",
                ConversationId = activity.Conversation?.Id ?? "",
                UserId = activity.From?.Id ?? "",
                AnswerId = answerId,
                At = at.ToUnixTimeMilliseconds(),
                Language = answer.Language.Code(),
                Outcome = answer.GetType().Name,
                ArticleKey = GetArticleKey(answer),
                Revision = revision,
                Question = PersonalData.Mask(Truncate(question)),
                Text = Truncate(answer.Text),
                Trace = Truncate(FormatTrace(answer)),
            }
        );

    public static string? GetArticleKey(Answer answer) =>
        answer switch
        {
            Answer.Answered answered => answered.ArticleKey,
            Answer.Expired expired => expired.ArticleKey,
            _ => null,
        };

    private static string FormatTrace(Answer answer)
    {
        var candidates = string.Join(", ", answer.Trace.Candidates.Take(MaxCandidates).Select(FormatCandidate));
        return FormattableString.Invariant(
            $"{answer.GetType().Name} {GetArticleKey(answer)} ({answer.Confidence:0.00}): {answer.Trace.Reason}; {candidates}"
        );
    }

    private static string FormatCandidate(TracedCandidate candidate) =>
        FormattableString.Invariant($"{candidate.ArticleKey}#{candidate.SectionId} {candidate.Score:0.00}");

    private static string Truncate(string text) =>
        text.Length <= MaxTextLength ? text : text[..(char.IsHighSurrogate(text[MaxTextLength - 1]) ? MaxTextLength - 1 : MaxTextLength)];
}

/// <summary>Stores the answer in the transaction of its turn.</summary>
internal sealed class RecordAnswerHandler : ISqlEffectHandler
{
    private const string InsertSql = """
        INSERT INTO "Answers"
            ("ChannelId", "ConversationId", "UserId", "AnswerId", "At", "Language",
             "Outcome", "ArticleKey", "Revision", "Question", "Text", "Trace")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)
        """;

    public bool CanHandle(IEffect effect) => effect is RecordAnswerEffect;

    public void Apply(IEffect effect, PreparedConnection connection)
    {
        var row = ((RecordAnswerEffect)effect).Row;
        connection.Execute(
            InsertSql,
            row.ChannelId,
            row.ConversationId,
            row.UserId,
            row.AnswerId,
            row.At,
            row.Language,
            row.Outcome,
            row.ArticleKey,
            row.Revision,
            row.Question,
            StoredText.Encode(row.Text),
            StoredText.Encode(row.Trace)
        );
    }
}
