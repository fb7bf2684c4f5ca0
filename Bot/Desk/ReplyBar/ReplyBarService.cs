using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Drafts;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.ReplyBar;

/// <summary>What came of a form of the reply bar.</summary>
internal abstract record ReplyBarOutcome
{
    private ReplyBarOutcome() { }

    /// <param name="Key">What was done; see <see cref="DoneTexts"/>.</param>
    public sealed record Done(string Key) : ReplyBarOutcome;

    /// <summary>The page is shown again with what was typed.</summary>
    /// <param name="Current">The case as it is now.</param>
    public sealed record Kept(CaseWithHistory Current, Attempt Attempt) : ReplyBarOutcome;

    /// <summary>The case does not exist for this official any more.</summary>
    public sealed record Gone : ReplyBarOutcome;
}

/// <summary>A form of the reply bar: the chosen mode with its values, and the files that go with it.</summary>
/// <param name="Mode">The key of an action, or <c>note</c>.</param>
/// <param name="Button">The button that was pressed: one of the constants of <see cref="ReplyBarButtons"/>.</param>
internal sealed record ReplyBarForm(string Mode, string Button, ActionValues Values, int ExpectedVersion, IReadOnlyList<IFormFile> Files)
{
    /// <summary>The same for every submission of one page, by which a repeated one is recognised.</summary>
    public string? Id { get; init; }
}

/// <summary>The values of the bar's buttons.</summary>
internal static class ReplyBarButtons
{
    public const string Send = "send";
    public const string SendAndClose = "close";
    public const string SendAndNext = "next";
    public const string InsertTemplate = "template";
    public const string InsertSuggestion = "suggestion";

    /// <summary>Followed by the id of a file that is not to be sent after all.</summary>
    public const string RemoveFilePrefix = "remove-";
}

/// <summary>Carries out what officials do in the reply bar. Whatever is not carried out is kept as the official's draft.</summary>
internal sealed class ReplyBarService(
    DeskActionList actions,
    DeskActionRunner runner,
    CaseNoteStore noteStore,
    CaseDraftStore drafts,
    CaseFileService caseFiles,
    ReplyInserts inserts,
    IOptions<RequestOptions> options,
    TimeProvider time
)
{
    public const string NoteMode = "note";

    /// <summary>A note has a box of its own, so that a half-written reply is neither sent as a note nor lost with one.</summary>
    public const string NoteInputName = CaseDraft.NoteInputName;

    /// <summary>Says that the official has seen that there is no file.</summary>
    public const string WithoutFilesInputName = "without-files";

    public async Task<ReplyBarOutcome> RunAsync(
        CaseNumber number,
        CaseWithHistory stored,
        SignedInAccount account,
        ReplyBarForm form,
        CancellationToken cancellationToken
    )
    {
        var problems = await ReplyFileUpload.AddAsync(caseFiles, number, account, form.Files, form.ExpectedVersion, cancellationToken);
        var outcome = form.Button switch
        {
            _ when problems.Count > 0 => new ReplyBarOutcome.Kept(stored, CreateAttempt(form, null) with { FileProblems = problems }),
            ReplyBarButtons.InsertTemplate or ReplyBarButtons.InsertSuggestion => await InsertAsync(
                stored,
                account,
                form,
                cancellationToken
            ),
            _ when form.Button.StartsWith(ReplyBarButtons.RemoveFilePrefix, StringComparison.Ordinal) => await RemoveFileAsync(
                number,
                stored,
                account,
                form,
                cancellationToken
            ),
            _ when await IsFileMissingAsync(number, account, form, cancellationToken) => new ReplyBarOutcome.Kept(
                stored,
                CreateAttempt(form, null) with
                {
                    IsFileMissing = true,
                }
            ),
            _ when form.Mode == NoteMode => await AddNoteAsync(number, stored, account, form, cancellationToken),
            _ => await ActAsync(number, account, form, cancellationToken),
        };
        var (mode, unsent) = outcome switch
        {
            ReplyBarOutcome.Done { Key: DoneTexts.Note } => (DeskActions.Reply.Key, form.Values.Without(NoteInputName)),
            ReplyBarOutcome.Done => (form.Mode, ActionValues.None.WithValue(NoteInputName, form.Values[NoteInputName])),
            ReplyBarOutcome.Kept { Attempt: var attempt } => (form.Mode, attempt.Values),
            _ => (form.Mode, form.Values),
        };

        // Also when the browser has gone: otherwise what was sent could stay a draft.
        await SaveDraftAsync(number, account, mode, unsent, outcome is ReplyBarOutcome.Done ? CancellationToken.None : cancellationToken);
        return outcome;
    }

    public Task<DraftReceipt> SaveDraftAsync(
        CaseNumber number,
        SignedInAccount account,
        string mode,
        ActionValues values,
        CancellationToken cancellationToken
    ) =>
        drafts.SaveAsync(
            account.Id,
            number.ToString(),
            IsMode(mode) ? mode : DeskActions.Reply.Key,
            values
                .ByInputName.Where(value => IsInputName(value.Key))
                .ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal),
            cancellationToken
        );

    private bool IsMode(string mode) => mode == NoteMode || actions.Find(mode)?.IsOfferedIn(ActionPlaces.ReplyBar) == true;

    private bool IsInputName(string name) =>
        name is ActionField.TextInputName or NoteInputName
        || actions
            .ListOfferedIn(ActionPlaces.ReplyBar)
            .Any(action => action.ListFieldsIn(ActionPlaces.ReplyBar).Any(field => field.Name == name));

    private static Attempt CreateAttempt(ReplyBarForm form, Refusal? refusal) => new(form.Mode, form.ExpectedVersion, form.Values, refusal);

    /// <summary>Whether the message announces a file that is not there. A question may ask the asker for one.</summary>
    private async Task<bool> IsFileMissingAsync(
        CaseNumber number,
        SignedInAccount account,
        ReplyBarForm form,
        CancellationToken cancellationToken
    ) =>
        (form.Mode == DeskActions.Reply.Key || form.Mode == DeskActions.Forward.Key || form.Mode == DeskActions.Correct.Key)
        && form.Values[WithoutFilesInputName].Length == 0
        && AttachmentMention.IsIn(form.Values[ActionField.TextInputName])
        && !(await caseFiles.ListAsync(number.ToString(), cancellationToken)).Any(file => file.IsUnsentBy(account.Id));

    private async Task<ReplyBarOutcome> RemoveFileAsync(
        CaseNumber number,
        CaseWithHistory stored,
        SignedInAccount account,
        ReplyBarForm form,
        CancellationToken cancellationToken
    )
    {
        var id = form.Button[ReplyBarButtons.RemoveFilePrefix.Length..];
        await caseFiles.RemoveUnsentAsync(number.ToString(), account.Id, id, cancellationToken);
        return new ReplyBarOutcome.Kept(stored, CreateAttempt(form, null));
    }

    private async Task<ReplyBarOutcome> InsertAsync(
        CaseWithHistory stored,
        SignedInAccount account,
        ReplyBarForm form,
        CancellationToken cancellationToken
    )
    {
        var inserted = await inserts.FindAsync(form.Button, form.Values["template"], stored.Request, account, cancellationToken);
        var values = form.Values.WithValue(
            ActionField.TextInputName,
            ReplyDrafts.Append(form.Values[ActionField.TextInputName], inserted.Text)
        );
        if (inserted.IsAcknowledgement)
        {
            values = values.WithValue(DeskActions.AcknowledgementInputName, DeskActions.AcknowledgementValue);
        }

        return new ReplyBarOutcome.Kept(stored, CreateAttempt(form with { Values = values }, null));
    }

    private async Task<ReplyBarOutcome> AddNoteAsync(
        CaseNumber number,
        CaseWithHistory stored,
        SignedInAccount account,
        ReplyBarForm form,
        CancellationToken cancellationToken
    ) =>
        await noteStore.AddAsync(number, account.ToOfficial(), form.Values[NoteInputName], form.Id, cancellationToken) is { } refusal
            ? new ReplyBarOutcome.Kept(stored, CreateAttempt(form, refusal))
            : new ReplyBarOutcome.Done(DoneTexts.Note);

    private async Task<ReplyBarOutcome> ActAsync(
        CaseNumber number,
        SignedInAccount account,
        ReplyBarForm form,
        CancellationToken cancellationToken
    )
    {
        if (actions.Find(form.Mode) is not { } chosen || !chosen.IsOfferedIn(ActionPlaces.ReplyBar))
        {
            return new ReplyBarOutcome.Gone();
        }

        var action = form.Button == ReplyBarButtons.SendAndClose && chosen.AndClose is { } closing ? closing : chosen;
        var command = new CaseCommand(form.ExpectedVersion, account.ToOfficial(), DeskChannel.Id, time.GetUtcNow());
        return await runner.RunAsync(
            action,
            number,
            account.ToCaseAccess(),
            command,
            form.Values,
            cancellationToken,
            options.Value.UndoWindow
        ) switch
        {
            null => new ReplyBarOutcome.Gone(),
            { Decision: CaseDecision.Refused { Reason: var refusal }, After: var current } => new ReplyBarOutcome.Kept(
                current,
                CreateAttempt(form, refusal)
            ),
            { After.Request.Status: var status } => new ReplyBarOutcome.Done(
                action != DeskActions.Reply || !DeskActions.IsAcknowledgement(form.Values) ? action.Key
                : status == CaseStatus.Answered ? DoneTexts.AcknowledgedAnswered
                : DoneTexts.Acknowledged
            ),
        };
    }
}
