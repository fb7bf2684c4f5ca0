using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Answers.Talk;

namespace PolicyAssistantBot.Conversation;

/// <summary>What a conversation remembers about one of its people, beside the dialogs under way.</summary>
internal sealed class ChatMemory
{
    /// <summary>Answers that can still be voted on or turned into a request; older ones are forgotten.</summary>
    private const int MaxAnswers = 10;

    private const int MaxPast = 3;

    /// <summary>The language of the last clear text, or the one chosen since; null until either.</summary>
    public Lang? Language { get; set; }

    public bool IsGreeted { get; set; }

    /// <summary>The last reply asked whether the data is really to be deleted.</summary>
    public bool IsForgetAsked { get; set; }

    /// <summary>The last answers, the newest last.</summary>
    public List<GivenAnswer> Answers { get; init; } = [];

    /// <summary>The readings offered last, each to be had by its number.</summary>
    public List<string> Choices { get; set; } = [];

    /// <summary>Values for the form that were mentioned before it was opened, as typed, by the field's key.</summary>
    public Dictionary<string, string> Facts { get; init; } = [];

    /// <summary>What was told about the enterprise.</summary>
    public AskerFacts Enterprise { get; set; } = AskerFacts.None;

    /// <summary>The last questions that the next one may lean on, the newest last.</summary>
    public List<PastQuestion> Past { get; init; } = [];

    /// <summary>The last guide that came to its end, so that a fact of it can be corrected.</summary>
    public Guide? LastGuide { get; set; }

    /// <summary>The guide's outcome was the last thing said.</summary>
    public bool IsGuideLatest { get; set; }

    /// <summary>The guide that the last answer offered.</summary>
    public Guide? Offered { get; set; }

    /// <summary>The open form waits until the asker returns to it.</summary>
    public bool IsFormPaused { get; set; }

    /// <summary>A message that may belong to a case; the asker was asked.</summary>
    public CaseOffer? CaseOffer { get; set; }

    /// <summary>The official's message after which the asker said that a message is a new question.</summary>
    public string? CaseOfferDeclined { get; set; }

    /// <summary>The form that was sent last, so that a second click is told so.</summary>
    public SentForm? Sent { get; set; }

    /// <summary>The rule that was told last, which a new figure recomputes.</summary>
    public RuleState? Rule { get; set; }

    /// <summary>What the pipeline is to know of the conversation.</summary>
    public ConversationContext Context() => new([.. Past], Enterprise) { Rule = Rule };

    /// <summary>Keeps a question for the next to lean on.</summary>
    public void RememberQuestion(PastQuestion question)
    {
        Past.Add(question);
        if (Past.Count > MaxPast)
        {
            Past.RemoveAt(0);
        }
    }

    public void Remember(GivenAnswer answer)
    {
        Answers.Add(answer);
        if (Answers.Count > MaxAnswers)
        {
            Answers.RemoveAt(0);
        }
    }
}

/// <param name="Id">The id of the activity that asked.</param>
/// <param name="ArticleKey">Null where no article answered.</param>
internal sealed record GivenAnswer(string Id, string Question, string? ArticleKey)
{
    /// <summary>The keys of the articles that came next, for when this one was not what was asked.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];
}

/// <param name="Text">What the asker wrote.</param>
internal sealed record CaseOffer(string CaseNumber, string Text);

internal sealed record SentForm(string FormId, string CaseNumber);

/// <summary>The conversation's memory of the person who speaks.</summary>
internal sealed class ChatMemories(PrivateConversationState state)
{
    private readonly IStatePropertyAccessor<ChatMemory> accessor = state.CreateProperty<ChatMemory>("chat");

    public async Task<ChatMemory> GetAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        (await accessor.GetAsync(turn, () => new ChatMemory(), cancellationToken))!;

    /// <summary>
    /// The language to speak: the one last written or chosen, else Vietnamese. The locale of a client tells the language of a screen:
    /// many Vietnamese use Teams in English.
    /// </summary>
    public async Task<Lang> LanguageAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        (await GetAsync(turn, cancellationToken)).Language ?? Lang.Vi;
}
