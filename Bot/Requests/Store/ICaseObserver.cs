using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>Is called for every change of a case, by whom and wherever it was made, to keep other views of it up to date.</summary>
internal interface ICaseObserver
{
    /// <summary>
    /// Whether the asker is told something. Such an observer is called when the change can no longer be taken back.
    /// </summary>
    bool TellsAsker => false;

    /// <summary>
    /// Adds rows to the transaction that stores the change. Runs while the single writer waits: must not send, search, parse or call a
    /// service.
    /// </summary>
    Task OnCaseChangedAsync(AssistantDb db, SupportRequest request, CaseEvent caseEvent, CancellationToken cancellationToken);
}
