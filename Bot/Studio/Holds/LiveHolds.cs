using PolicyAssistantBot.Knowledge.Answers.Holds;

namespace PolicyAssistantBot.Studio.Holds;

/// <summary>The holds that answers are given under. They are read again each second, and at once when they change here.</summary>
internal sealed class LiveHolds(HoldStore store)
{
    private volatile HoldList current = HoldList.None;

    public HoldList Current => current;

    public async Task RefreshAsync(CancellationToken cancellationToken) =>
        current = new HoldList([.. (await store.ListInForceAsync(cancellationToken)).Select(row => row.ToHold())]);
}
