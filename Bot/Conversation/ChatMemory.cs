using System.Text.Json.Serialization;
using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Answers.Talk;

namespace PolicyAssistantBot.Conversation;

/// <summary>
/// What a conversation remembers about one of its members, apart from the state of open dialogs. Stored as JSON: renamed properties keep
/// their stored names.
/// </summary>
internal sealed class ChatMemory
{
    /// <summary>The number of answers that can still be voted on or turned into a request; older ones are forgotten.</summary>
    private const int MaxPastAnswers = 10;

    private const int MaxPastQuestions = 3;

    /// <summary>The language of the last message that was clearly in one language, or the one chosen since; null until then.</summary>
    public Lang? Language { get; set; }

    public bool IsGreeted { get; set; }

    /// <summary>The last reply asked for confirmation that the data is deleted.</summary>
    [JsonPropertyName("isForgetAsked")]
    public bool IsDeletionPending { get; set; }

    /// <summary>The last answers, the newest last.</summary>
    [JsonPropertyName("answers")]
    public List<PastAnswer> PastAnswers { get; init; } = [];

    /// <summary>The questions offered last because the message was ambiguous; the asker may choose one by its number.</summary>
    [JsonPropertyName("choices")]
    public List<string> OfferedReadings { get; set; } = [];

    /// <summary>Values for the request form that were mentioned before it was opened, as typed, by the key of the field.</summary>
    [JsonPropertyName("facts")]
    public Dictionary<string, string> FormFacts { get; init; } = [];

    /// <summary>What the asker told about the enterprise.</summary>
    [JsonPropertyName("enterprise")]
    public AskerFacts EnterpriseFacts { get; set; } = AskerFacts.None;

    /// <summary>The last questions, to which the next one may refer; the newest last.</summary>
    [JsonPropertyName("past")]
    public List<PastQuestion> PastQuestions { get; init; } = [];

    /// <summary>The questions of the last message that had several, in their order; the asker may name one by its number.</summary>
    [JsonPropertyName("items")]
    public List<PastQuestion> NumberedQuestions { get; set; } = [];

    /// <summary>
    /// The last completed guide (questions that lead to the result of a rule), so that one of its facts can be corrected.
    /// </summary>
    public Guide? LastGuide { get; set; }

    /// <summary>The last reply was the result of a guide.</summary>
    [JsonPropertyName("isGuideLatest")]
    public bool IsGuideResultLatest { get; set; }

    /// <summary>The guide that the last answer offered.</summary>
    [JsonPropertyName("offered")]
    public Guide? OfferedGuide { get; set; }

    /// <summary>The open form waits until the asker returns to it.</summary>
    public bool IsFormPaused { get; set; }

    /// <summary>The field whose question was repeated under an answer; it is not repeated again.</summary>
    [JsonPropertyName("repeated")]
    public string? RepeatedFieldKey { get; set; }

    /// <summary>The last reply asked whether the open form shall be discarded.</summary>
    [JsonPropertyName("discard")]
    public bool IsDiscardPending { get; set; }

    /// <summary>Files that came before there was a request; they go with the next form.</summary>
    [JsonPropertyName("held")]
    public List<StoredFile> HeldFiles { get; init; } = [];

    /// <summary>A message that may belong to a case; the asker was asked whether it does.</summary>
    public CaseOffer? CaseOffer { get; set; }

    /// <summary>The number of the case to which the next message is added, because the asker pressed the button for it.</summary>
    public string? CaseToAddTo { get; set; }

    /// <summary>Identifies the official's message for which the asker declined the offer: the message was a new question.</summary>
    [JsonPropertyName("caseOfferDeclined")]
    public string? DeclinedOfferKey { get; set; }

    /// <summary>The request form that was submitted last, so that a second click gets a proper reply.</summary>
    [JsonPropertyName("sent")]
    public SentForm? LastSentForm { get; set; }

    /// <summary>The rule that was explained last; a message with a new figure recomputes it.</summary>
    [JsonPropertyName("rule")]
    public RuleState? LastRule { get; set; }

    /// <summary>The part of the memory that the answer pipeline needs.</summary>
    public ConversationContext ToQuestionContext() =>
        new([.. PastQuestions], EnterpriseFacts) { Rule = LastRule, Items = [.. NumberedQuestions] };

    /// <summary>Keeps a question, to which the next one may refer.</summary>
    public void RememberQuestion(PastQuestion question)
    {
        PastQuestions.Add(question);
        if (PastQuestions.Count > MaxPastQuestions)
        {
            PastQuestions.RemoveAt(0);
        }
    }

    public void RememberAnswer(PastAnswer answer)
    {
        PastAnswers.Add(answer);
        if (PastAnswers.Count > MaxPastAnswers)
        {
            PastAnswers.RemoveAt(0);
        }
    }
}

/// <summary>An answer that was given earlier in the conversation.</summary>
/// <param name="Id">The id of the activity with the question.</param>
/// <param name="ArticleKey">Null when no article answered it.</param>
internal sealed record PastAnswer(string Id, string Question, string? ArticleKey)
{
    /// <summary>The keys of the articles that matched next best, to be suggested if this one was not what was asked.</summary>
    [JsonPropertyName("next")]
    public IReadOnlyList<string> NextArticleKeys { get; init; } = [];
}

/// <summary>The offer to send a message to a case.</summary>
/// <param name="Text">What the asker wrote.</param>
internal sealed record CaseOffer(string CaseNumber, string Text);

internal sealed record SentForm(string FormId, string CaseNumber);

/// <summary>Reads the conversation's memory of the sender of the current message.</summary>
internal sealed class ChatMemoryAccessor(PrivateConversationState state)
{
    private readonly IStatePropertyAccessor<ChatMemory> accessor = state.CreateProperty<ChatMemory>("chat");

    public async Task<ChatMemory> GetAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        (await accessor.GetAsync(turn, () => new ChatMemory(), cancellationToken))!;

    /// <summary>
    /// The language of replies: the one last written or chosen, else Vietnamese. The locale of a client is ignored, because it is the
    /// language of a user interface: many Vietnamese use Teams in English.
    /// </summary>
    public async Task<Lang> GetLanguageAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        (await GetAsync(turn, cancellationToken)).Language ?? Lang.Vi;
}
