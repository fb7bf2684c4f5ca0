using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>Is told of everything that happens to a case, whoever did it and wherever, so that other views of it stay true.</summary>
internal interface ICaseObserver
{
    /// <summary>Adds to the transaction that stores the change. Must not send anything.</summary>
    Task ChangedAsync(AssistantDb db, SupportRequest request, RequestEvent entry, CancellationToken cancellationToken);
}
