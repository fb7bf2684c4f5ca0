using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>
/// What askers do with their own cases. An act is decided here, before the reply is written; its effect stores it with the turn, on the
/// version
/// of the case that was decided on.
/// </summary>
internal sealed class AskerCaseService(
    CaseStore store,
    CaseNumberAllocator numbers,
    DeskSettingsStore settings,
    RequestFieldList fields,
    TimeProvider time
)
{
    /// <summary>A merge points to a case that may be merged later itself; longer chains than this are a fault in the data.</summary>
    private const int MaxMerges = 20;

    /// <summary>Files a request. The number is taken before: a turn that runs again takes another, and the first is never used.</summary>
    public async Task<FilingOutcome> SubmitAsync(RequestDraft draft, Asker by, CancellationToken cancellationToken) =>
        CaseRules.Submit(fields, draft, await numbers.NextAsync(cancellationToken), by, time.GetUtcNow()) switch
        {
            SubmissionResult.Accepted accepted => new FilingOutcome.Filed(
                new SubmitRequestEffect(accepted, await settings.GetAsync(cancellationToken))
            ),
            SubmissionResult.Invalid invalid => new FilingOutcome.Invalid(invalid.Problems),
            _ => throw new InvalidOperationException("A submission is accepted or invalid."),
        };

    /// <summary>Adds a message to the asker's case, or to the case that it was merged into.</summary>
    public async Task<AskerActResult> AddMessageAsync(CaseNumber number, Asker by, string text, CancellationToken cancellationToken) =>
        await FindRemainingAsync(number, by, cancellationToken) is { } stored
            ? await DecideAsync(stored, CaseRules.AddMessage(stored, by, text, time.GetUtcNow()), cancellationToken)
            : new AskerActResult.NotFound();

    /// <summary>Withdraws the asker's case. A merged case is not followed: the case that remains holds more than this one.</summary>
    public async Task<AskerActResult> WithdrawAsync(CaseNumber number, Asker by, CancellationToken cancellationToken) =>
        await FindAsync(number, by, cancellationToken) is { } stored
            ? await DecideAsync(stored, CaseRules.Withdraw(stored, by, time.GetUtcNow()), cancellationToken)
            : new AskerActResult.NotFound();

    /// <summary>The asker's case with this number; null for anybody else, and when there is none.</summary>
    public Task<CaseWithHistory?> FindAsync(CaseNumber number, Asker by, CancellationToken cancellationToken) =>
        store.FindForAskerAsync(number, by.ChannelId, by.UserId, cancellationToken);

    /// <summary>The asker's case with this number or, when it was merged, the one that it goes on in.</summary>
    public async Task<CaseWithHistory?> FindRemainingAsync(CaseNumber number, Asker by, CancellationToken cancellationToken)
    {
        for (var merges = 0; merges <= MaxMerges; merges++)
        {
            var found = await FindAsync(number, by, cancellationToken);
            if (found?.Request.Status != CaseStatus.Merged || !CaseNumber.TryParse(found.History[^1].Detail, out number))
            {
                return found;
            }
        }

        return null;
    }

    private async Task<AskerActResult> DecideAsync(CaseWithHistory stored, CaseDecision decision, CancellationToken cancellationToken)
    {
        switch (decision)
        {
            case CaseDecision.Changed changed:
                var rules = await settings.GetAsync(cancellationToken);
                return new AskerActResult.Decided(new ChangeCaseEffect(changed.WithClocks(stored, rules), rules));
            case CaseDecision.Refused refused:
                return new AskerActResult.Refused(stored.Request, refused.Reason);
            default:
                throw new InvalidOperationException($"A rule for askers decided {decision}.");
        }
    }
}

/// <summary>Whether an asker may do something with a case.</summary>
internal abstract record AskerActResult
{
    private AskerActResult() { }

    /// <summary>There is no such case, or it is somebody else's: the asker must not learn which.</summary>
    internal sealed record NotFound : AskerActResult;

    internal sealed record Refused(SupportRequest Request, Refusal Reason) : AskerActResult;

    /// <param name="Effect">To be added to the turn whose reply says that it was done.</param>
    internal sealed record Decided(ChangeCaseEffect Effect) : AskerActResult
    {
        public string CaseNumber => Effect.Change.Request.CaseNumber;
    }
}

/// <summary>Whether a request may be filed.</summary>
internal abstract record FilingOutcome
{
    private FilingOutcome() { }

    /// <param name="Effect">To be added to the turn whose reply says that the request was filed.</param>
    internal sealed record Filed(SubmitRequestEffect Effect) : FilingOutcome
    {
        public SupportRequest Request => Effect.Accepted.Request;
    }

    internal sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : FilingOutcome;
}
