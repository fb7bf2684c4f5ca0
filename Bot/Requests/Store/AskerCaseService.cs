using Microsoft.Extensions.Options;
using PolicyAssistantBot.Limits;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>
/// What askers do with their own cases. An act is decided here, before the reply is written; its effect stores it with the turn, on the
/// version of the case that was decided on.
/// </summary>
internal sealed class AskerCaseService(
    CaseStore caseStore,
    CaseNumberAllocator numbers,
    DeskSettingsStore settingsStore,
    RequestFieldList fields,
    IStaffDirectory staff,
    IOptions<LimitOptions> limits,
    TimeProvider time
)
{
    /// <summary>A merge points to a case that may be merged later itself; longer chains than this are a fault in the data.</summary>
    private const int MaxMerges = 20;

    /// <summary>Submits a request. The number is allocated first: a turn that runs again allocates another, and the first is never
    /// used.</summary>
    public async Task<FilingOutcome> SubmitAsync(RequestDraft draft, Asker asker, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (
            limits.Value.Enabled
            && await caseStore.CountSubmittedAsync(asker.ChannelId, asker.UserId, now - TimeSpan.FromDays(1), cancellationToken)
                >= limits.Value.CasesPerPerson
        )
        {
            return new FilingOutcome.TooMany(limits.Value.CasesPerPerson);
        }

        return CaseRules.Submit(fields, draft, await numbers.NextAsync(cancellationToken), asker, now) switch
        {
            SubmissionResult.Accepted accepted => new FilingOutcome.Filed(
                new SubmitRequestEffect(accepted, await settingsStore.GetAsync(cancellationToken))
            ),
            SubmissionResult.Invalid invalid => new FilingOutcome.Invalid(invalid.Problems),
            _ => throw new InvalidOperationException("A submission is accepted or invalid."),
        };
    }

    /// <summary>Adds a message to the asker's case, or to the case that it was merged into.</summary>
    public async Task<AskerActResult> AddMessageAsync(CaseNumber number, Asker asker, string text, CancellationToken cancellationToken)
    {
        if (await FindFollowingMergesAsync(number, asker, cancellationToken) is not { } stored)
        {
            return new AskerActResult.NotFound();
        }

        var decision = CaseRules.AddMessage(stored, asker, text, time.GetUtcNow());
        var leaverIds = await staff.ListLeaverIdsAsync(cancellationToken);
        return await DecideAsync(stored, decision.WithoutLeaver(leaverIds.Contains), cancellationToken);
    }

    /// <summary>Withdraws the asker's case. A merged case is not followed: the remaining case contains more than this one.</summary>
    public async Task<AskerActResult> WithdrawAsync(CaseNumber number, Asker asker, CancellationToken cancellationToken) =>
        await FindAsync(number, asker, cancellationToken) is { } stored
            ? await DecideAsync(stored, CaseRules.Withdraw(stored, asker, time.GetUtcNow()), cancellationToken)
            : new AskerActResult.NotFound();

    /// <summary>Records that the asker withdrew the consent to be contacted about the case.</summary>
    public async Task<AskerActResult> WithdrawConsentAsync(CaseNumber number, Asker asker, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, asker, cancellationToken) is not { } stored)
        {
            return new AskerActResult.NotFound();
        }

        var actor = new Actor(ActorKind.Asker, asker.UserId, null);
        return CaseRules.WithdrawConsent(stored, actor, asker.ChannelId, time.GetUtcNow(), reason: null) switch
        {
            CaseDecision.AlreadyDone => new AskerActResult.Refused(stored.Request, new Refusal.WrongStatus(stored.Request.Status)),
            var decision => await DecideAsync(stored, decision, cancellationToken),
        };
    }

    /// <summary>The asker's case with this number; null if it does not exist or belongs to another asker.</summary>
    public Task<CaseWithHistory?> FindAsync(CaseNumber number, Asker asker, CancellationToken cancellationToken) =>
        caseStore.FindForAskerAsync(number, asker.ChannelId, asker.UserId, cancellationToken);

    /// <summary>The asker's case with this number or, when it was merged, the one in which it is continued.</summary>
    public async Task<CaseWithHistory?> FindFollowingMergesAsync(CaseNumber number, Asker asker, CancellationToken cancellationToken)
    {
        for (var merges = 0; merges <= MaxMerges; merges++)
        {
            var foundCase = await FindAsync(number, asker, cancellationToken);
            if (foundCase?.Request.Status != CaseStatus.Merged || !CaseNumber.TryParse(foundCase.History[^1].Detail, out number))
            {
                return foundCase;
            }
        }

        return null;
    }

    private async Task<AskerActResult> DecideAsync(CaseWithHistory stored, CaseDecision decision, CancellationToken cancellationToken)
    {
        switch (decision)
        {
            case CaseDecision.Changed changed:
                var deskSettings = await settingsStore.GetAsync(cancellationToken);
                return new AskerActResult.Decided(new ChangeCaseEffect(changed.WithDeadlines(stored, deskSettings), deskSettings));
            case CaseDecision.Refused refused:
                return new AskerActResult.Refused(stored.Request, refused.Reason);
            default:
                throw new InvalidOperationException($"A rule for askers decided {decision}.");
        }
    }
}

/// <summary>The result of an act of an asker on a case.</summary>
internal abstract record AskerActResult
{
    private AskerActResult() { }

    /// <summary>There is no such case, or it belongs to another asker; the asker must not learn which.</summary>
    internal sealed record NotFound : AskerActResult;

    internal sealed record Refused(SupportRequest Request, Refusal Reason) : AskerActResult;

    /// <param name="Effect">To be added to the turn whose reply confirms the act.</param>
    internal sealed record Decided(ChangeCaseEffect Effect) : AskerActResult
    {
        public string CaseNumber => Effect.Change.Request.CaseNumber;
    }
}

/// <summary>The result of submitting a request.</summary>
internal abstract record FilingOutcome
{
    private FilingOutcome() { }

    /// <param name="Effect">To be added to the turn whose reply confirms the submission.</param>
    internal sealed record Filed(SubmitRequestEffect Effect) : FilingOutcome
    {
        /// <summary>The request as it will be stored: with its team and its deadlines.</summary>
        public SupportRequest Request { get; } = Effect.PreviewStored();
    }

    internal sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : FilingOutcome;

    /// <param name="Limit">Requests that one person may submit in a day.</param>
    internal sealed record TooMany(int Limit) : FilingOutcome;
}
