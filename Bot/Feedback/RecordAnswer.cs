using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Feedback;

/// <summary>Stores an answer, so that it can be recalled, shown to an official and reviewed by editors.</summary>
internal sealed record RecordAnswer(AnswerRow Row) : IEffect
{
    private const int MaxText = 2000;
    private const int Candidates = 3;

    /// <param name="asked">The activity that asked.</param>
    /// <param name="answerId">Sent back with a vote or a request to identify the answer.</param>
    /// <param name="question">The question, which is not the activity's text when it came from a click.</param>
    /// <param name="revision">The revision of the article.</param>
    public static RecordAnswer Of(Activity asked, string answerId, string question, Answer answer, string? revision, DateTimeOffset at) =>
        new(
            new AnswerRow
            {
                ChannelId = asked.ChannelId ?? "",
                ConversationId = asked.Conversation?.Id ?? "",
                UserId = asked.From?.Id ?? "",
                AnswerId = answerId,
                At = at.ToUnixTimeMilliseconds(),
                Language = answer.Language.Code(),
                Outcome = answer.GetType().Name,
                ArticleKey = ArticleOf(answer),
                Revision = revision,
                Question = PersonalData.Mask(Short(question)),
                Text = Short(answer.Text),
                Trace = Short(Trace(answer)),
            }
        );

    public static string? ArticleOf(Answer answer) =>
        answer switch
        {
            Answer.Answered answered => answered.ArticleKey,
            Answer.Expired expired => expired.ArticleKey,
            _ => null,
        };

    private static string Trace(Answer answer)
    {
        var candidates = string.Join(", ", answer.Trace.Candidates.Take(Candidates).Select(Name));
        return FormattableString.Invariant(
            $"{answer.GetType().Name} {ArticleOf(answer)} ({answer.Confidence:0.00}): {answer.Trace.Reason}; {candidates}"
        );
    }

    private static string Name(TracedCandidate candidate) =>
        FormattableString.Invariant($"{candidate.ArticleKey}#{candidate.SectionId} {candidate.Score:0.00}");

    private static string Short(string text) =>
        text.Length <= MaxText ? text : text[..(char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText)];
}

/// <summary>Stores the answer in the transaction of its turn.</summary>
internal sealed class AnswerRecorder : ISqlEffectHandler
{
    private const string Insert = """
        INSERT INTO "Answers"
            ("ChannelId", "ConversationId", "UserId", "AnswerId", "At", "Language",
             "Outcome", "ArticleKey", "Revision", "Question", "Text", "Trace")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)
        """;

    public bool CanHandle(IEffect effect) => effect is RecordAnswer;

    public void Apply(IEffect effect, PreparedConnection connection)
    {
        var row = ((RecordAnswer)effect).Row;
        connection.Execute(
            Insert,
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
            row.Text,
            row.Trace
        );
    }
}
