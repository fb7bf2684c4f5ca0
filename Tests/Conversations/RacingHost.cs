using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>
/// A conversation host in which a test can act between the decision of a turn and its commit, like an official at the desk.
/// </summary>
public sealed class RacingHost : ConversationHost
{
    private readonly RacingTurnStore.Race race = new();

    /// <summary>Runs the action once, before the next commit of this conversation.</summary>
    internal void BeforeNextCommit(string conversation, Func<Task> action) => race.Actions[conversation] = action;

    private protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton<TurnStore>();
        services.AddSingleton<ITurnStore>(provider => new RacingTurnStore(provider.GetRequiredService<TurnStore>(), race));
    }

    private sealed class RacingTurnStore(TurnStore inner, RacingTurnStore.Race race) : ITurnStore
    {
        public Task<AcceptedActivity> AcceptAsync(Activity activity, string? deduplicationKey, CancellationToken cancellationToken) =>
            inner.AcceptAsync(activity, deduplicationKey, cancellationToken);

        public Task<IReadOnlyList<Activity>> ListPendingAsync(int limit, CancellationToken cancellationToken) =>
            inner.ListPendingAsync(limit, cancellationToken);

        public Task<TurnStates> LoadStatesAsync(Activity activity, CancellationToken cancellationToken) =>
            inner.LoadStatesAsync(activity, cancellationToken);

        public async Task<CommitResult> CommitAsync(CompletedTurn turn, CancellationToken cancellationToken)
        {
            if (race.Actions.TryRemove(turn.Inbound.Conversation?.Id ?? "", out var action))
            {
                await action();
            }

            return await inner.CommitAsync(turn, cancellationToken);
        }

        public sealed class Race
        {
            public System.Collections.Concurrent.ConcurrentDictionary<string, Func<Task>> Actions { get; } = new(StringComparer.Ordinal);
        }
    }
}
