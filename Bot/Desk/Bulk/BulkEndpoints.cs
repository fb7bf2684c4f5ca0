using System.Globalization;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Desk.ReplyBar;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Bulk;

/// <summary>A selected case, as it was when it was selected.</summary>
/// <param name="Subject">The first words of the request.</param>
public sealed record SelectedCase(string CaseNumber, int Version, string EnterpriseName, string Subject, CaseStatus Status)
{
    public Lang AskerLanguage { get; init; } = Lang.Vi;
}

/// <param name="Refusal">Null when the action was done, and when the case no longer exists for the official.</param>
public sealed record BulkResult(string CaseNumber, bool IsDone, Refusal? Refusal);

/// <summary>Several cases, and the results of the action that was done with them.</summary>
/// <param name="SelectedCases">The cases that the next action is for.</param>
/// <param name="Values">What was entered for <paramref name="Action"/>.</param>
public sealed record BulkModel(
    IReadOnlyList<SelectedCase> SelectedCases,
    IReadOnlyList<BulkResult> Results,
    string Action,
    ActionValues Values,
    ActionSources Sources
)
{
    /// <summary>The list to return to.</summary>
    public string Back { get; init; } = AccessPaths.Home;

    /// <summary>What was done with some of the cases and can be taken back; null when there is nothing.</summary>
    public BulkUndo? Undo { get; init; }

    public DateTimeOffset Now { get; init; }
}

/// <summary><c>POST /desk/bulk/{action}</c>: one action on many cases. Each case is decided and stored on its own.</summary>
internal static class BulkEndpoints
{
    private const string InsertTemplate = "template";

    public static async Task<IResult> ActAsync(
        string action,
        HttpContext context,
        CaseStore caseStore,
        DeskActionList actions,
        DeskActionRunner runner,
        DelayedNoticeService notices,
        UnsentReplyCheck unsentReply,
        IOptions<RequestOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is not { } account)
        {
            return Results.NotFound();
        }

        var selectedCases = await ReadSelectedCasesAsync(form, account, caseStore, cancellationToken);
        var results = new List<BulkResult>();
        var (values, sources, back) = (
            ActionValues.FromForm(form),
            await runner.LoadAsync(cancellationToken),
            BulkReturn.ReadBack(form[BulkReturn.BackInputName])
        );

        // All cases have the same time, by which they are taken back together.
        var at = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        if (form["do"] == InsertTemplate)
        {
            values = AddTemplate(values, sources, selectedCases);
        }
        else if (actions.Find(action) is { } deskAction && deskAction.IsOfferedIn(ActionPlaces.Bulk))
        {
            foreach (var selectedCase in selectedCases)
            {
                _ = CaseNumber.TryParse(selectedCase.CaseNumber, out var number);
                if (await unsentReply.IsAskedAsync(deskAction, selectedCase.CaseNumber, account, values, cancellationToken))
                {
                    results.Add(new BulkResult(selectedCase.CaseNumber, IsDone: false, new Refusal.DraftWaiting()));
                    continue;
                }

                var outcome = await runner.RunAsync(
                    deskAction,
                    number,
                    account.ToCaseAccess(),
                    new CaseCommand(selectedCase.Version, account.ToOfficial(), DeskChannel.Id, at),
                    await FillAsync(number, account, caseStore, values, options.Value, cancellationToken),
                    cancellationToken,
                    options.Value.UndoWindow
                );
                results.Add(
                    new BulkResult(
                        selectedCase.CaseNumber,
                        outcome?.Decision is CaseDecision.Changed or CaseDecision.AlreadyDone,
                        (outcome?.Decision as CaseDecision.Refused)?.Reason
                    )
                );
            }
        }

        if (results.Count > 0 && results.TrueForAll(result => result.IsDone))
        {
            return Results.LocalRedirect(BulkReturn.AddressOf(back, action, results.Count, at));
        }

        var failed = results.Where(result => !result.IsDone).Select(result => result.CaseNumber).ToHashSet(StringComparer.Ordinal);
        var remainingCases = new List<SelectedCase>();
        foreach (var selectedCase in selectedCases.Where(selectedCase => results.Count == 0 || failed.Contains(selectedCase.CaseNumber)))
        {
            if (
                (results.Count == 0 ? selectedCase : await ReloadAsync(selectedCase, account, caseStore, cancellationToken)) is { } reloaded
            )
            {
                remainingCases.Add(reloaded);
            }
        }

        var offers = results.Count == 0 ? [] : await notices.FindOffersAsync(account.ToOfficial(), at, cancellationToken);
        var model = new BulkModel(remainingCases, results, action, values, sources)
        {
            Back = back,
            Undo = offers.Count == 0 ? null : new BulkUndo(offers, at, back),
            Now = at,
        };
        return PageResults.Show<BulkPage>(
            context,
            model,
            selectedCases.Count == 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }

    /// <summary><c>POST /desk/bulk/undo</c>: takes back what the official did with several cases at one moment.</summary>
    public static async Task<IResult> UndoAsync(
        HttpContext context,
        DelayedNoticeService notices,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var back = BulkReturn.ReadBack(form[BulkReturn.BackInputName]);
        if (SignedInAccount.From(context.User) is not { } account || BulkReturn.ReadAt(form["at"].ToString()) is not { } at)
        {
            return Results.LocalRedirect(back);
        }

        var (undone, left) = (0, 0);
        foreach (
            var offered in form[BulkReturn.OfferedInputName].OfType<string>().Distinct(StringComparer.Ordinal).Take(BulkReturn.MaxCases)
        )
        {
            var (number, firstSequence) = ReadNumbered(offered);
            var command = new CaseCommand(0, account.ToOfficial(), DeskChannel.Id, time.GetUtcNow());
            var outcome =
                number is { } known && firstSequence is { } first
                    ? await notices.UndoAsync(known, account.ToCaseAccess(), command, first, cancellationToken)
                    : null;
            var isUndone = outcome?.Decision is CaseDecision.Changed or CaseDecision.AlreadyDone;
            (undone, left) = (undone + (isUndone ? 1 : 0), left + (isUndone ? 0 : 1));
        }

        return Results.LocalRedirect(BulkReturn.AddressOf(back, DoneTexts.Undo, undone, at, left));
    }

    /// <summary>A case with the number behind it: a version, or a place in its history.</summary>
    private static (CaseNumber? Case, int? Number) ReadNumbered(string typed)
    {
        var parts = typed.Split(':', 2);
        return (
            CaseNumber.TryParse(parts[0], out var number) ? number : null,
            parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var following)
                ? following
                : null
        );
    }

    /// <summary>The ticked cases that the official may see. A case without a version is used in its current one.</summary>
    private static async Task<IReadOnlyList<SelectedCase>> ReadSelectedCasesAsync(
        IFormCollection form,
        SignedInAccount account,
        CaseStore caseStore,
        CancellationToken cancellationToken
    )
    {
        var selectedCases = new List<SelectedCase>();
        foreach (var selected in form["cases"].OfType<string>().Distinct(StringComparer.Ordinal).Take(BulkReturn.MaxCases))
        {
            var (read, version) = ReadNumbered(selected);
            if (
                read is { } number
                && await caseStore.FindAsync(number, account.ToCaseAccess(), cancellationToken) is { Request: var request }
            )
            {
                selectedCases.Add(
                    new SelectedCase(
                        request.CaseNumber,
                        version ?? request.Version,
                        request.Facts.EnterpriseName ?? "",
                        CaseSubject.From(request.Facts),
                        request.Status
                    )
                    {
                        AskerLanguage = ReplyDrafts.LanguageOf(request),
                    }
                );
            }
        }

        return selectedCases;
    }

    /// <summary>
    /// The text with the chosen template behind it, whose fields are filled in for each case when it is sent. Askers of both languages get
    /// it in both: one text goes to all of them.
    /// </summary>
    private static ActionValues AddTemplate(ActionValues values, ActionSources sources, IReadOnlyList<SelectedCase> selectedCases)
    {
        var template = sources.Settings.Templates.Templates.FirstOrDefault(known => known.Key == values[InsertTemplate]);
        if (template is null)
        {
            return values;
        }

        var text = selectedCases
            .Select(selected => selected.AskerLanguage)
            .DefaultIfEmpty(Lang.Vi)
            .Distinct()
            .Order()
            .Aggregate(values[ActionField.TextInputName], (written, lang) => ReplyDrafts.Append(written, template.Text[lang].Trim()));
        var extended = values.WithValue(ActionField.TextInputName, text);
        return template.IsAcknowledgement
            ? extended.WithValue(DeskActions.AcknowledgementInputName, DeskActions.AcknowledgementValue)
            : extended;
    }

    /// <summary>The values with the fields in braces of the text filled in from the case.</summary>
    private static async Task<ActionValues> FillAsync(
        CaseNumber number,
        SignedInAccount account,
        CaseStore caseStore,
        ActionValues values,
        RequestOptions options,
        CancellationToken cancellationToken
    ) =>
        values[ActionField.TextInputName] is var text
        && text.Contains('{', StringComparison.Ordinal)
        && await caseStore.FindAsync(number, account.ToCaseAccess(), cancellationToken) is { Request: var request }
            ? values.WithValue(ActionField.TextInputName, ReplyDrafts.Fill(text, request, options, account.DisplayName))
            : values;

    private static async Task<SelectedCase?> ReloadAsync(
        SelectedCase selectedCase,
        SignedInAccount account,
        CaseStore caseStore,
        CancellationToken cancellationToken
    ) =>
        CaseNumber.TryParse(selectedCase.CaseNumber, out var number)
        && await caseStore.FindAsync(number, account.ToCaseAccess(), cancellationToken) is { Request: var request }
            ? selectedCase with
            {
                Version = request.Version,
                Status = request.Status,
            }
            : null;
}
