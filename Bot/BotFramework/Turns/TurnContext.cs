using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>One run of a turn: collects outgoing activities and effects.</summary>
public sealed class TurnContext(Activity activity, TurnStates states, IEphemeralSender? ephemeralSender = null) : ITurnContext
{
    private readonly List<Activity> outgoing = [];
    private readonly List<IEffect> effects = [];

    public Activity Activity => activity;

    public TurnContextStateCollection TurnState { get; } = CreateTurnState(states);

    public bool Responded { get; private set; }

    public InvokeResponse? InvokeResponse { get; set; }

    public IReadOnlyList<Activity> Outgoing => outgoing;

    public IReadOnlyList<IEffect> Effects => effects;

    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend,
        string? speak = null,
        string? inputHint = null,
        CancellationToken cancellationToken = default
    ) => SendActivityAsync(MessageFactory.Text(textReplyToSend, speak, inputHint), cancellationToken);

    public async Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        activity.ApplyConversationReference(Activity.GetConversationReference());
        activity.Type ??= ActivityTypes.Message;
        if (activity.Type == ActivityTypes.Typing)
        {
            await (ephemeralSender?.SendAsync(activity, cancellationToken) ?? Task.CompletedTask);
            return new ResourceResponse();
        }

        outgoing.Add(activity);
        Responded = true;
        return new ResourceResponse { Id = activity.Id };
    }

    public async Task<ResourceResponse[]> SendActivitiesAsync(Activity[] activities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activities);
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            responses[i] = await SendActivityAsync(activities[i], cancellationToken);
        }

        return responses;
    }

    public Task<ResourceResponse> UpdateActivityAsync(Activity newActivity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(newActivity);
        newActivity.Type = ActivityTypes.MessageUpdate;
        return SendActivityAsync(newActivity, cancellationToken);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default) =>
        SendActivityAsync(new Activity { Type = ActivityTypes.MessageDelete, Id = activityId }, cancellationToken);

    public void AddEffect(IEffect effect) => effects.Add(effect);

    private static TurnContextStateCollection CreateTurnState(TurnStates states)
    {
        var state = new TurnContextStateCollection();
        state.Set(states);
        return state;
    }
}
