using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Desk.ReplyBar;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Desk.Threads;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Drafts;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Similarity;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>Gathers what the page of a case shows, and logs who viewed it.</summary>
internal sealed class CasePageService(
    ConversationExcerptReader excerpt,
    CaseNoteStore noteStore,
    SimilarCaseFinder similarCaseFinder,
    SuggestedAnswerFinder suggestions,
    DeskActionRunner actions,
    DeskActionList actionList,
    CasePresence presence,
    CaseViewLog viewLog,
    CaseStore caseStore,
    CaseFileService caseFiles,
    CaseDraftStore drafts,
    NeighbourFinder neighbours,
    DelayedNoticeService notices,
    IOptions<RequestOptions> requestOptions,
    TimeProvider time
)
{
    public async Task<RazorComponentResult> ShowAsync(
        HttpContext context,
        SignedInAccount account,
        CaseWithHistory stored,
        Attempt? attempt,
        CancellationToken cancellationToken
    )
    {
        var request = stored.Request;
        await viewLog.RecordAsync(account, request.CaseNumber, ViewedItem.Case, cancellationToken);
        await noteStore.MarkMentionsReadAsync(request.CaseNumber, account.Id, cancellationToken);
        var model = new CaseModel(
            stored,
            await excerpt.ReadAsync(request, cancellationToken),
            CaseHistory.Verify(request, stored.History)?.Sequence,
            account.HasAny(Roles.Official | Roles.Supervisor),
            attempt
        );
        var sources = await actions.LoadAsync(cancellationToken);
        var done = context.Request.Query["done"].ToString();
        var suggestion = suggestions.Find(request);
        var lang = LangCodes.Parse(request.Facts.Language) ?? Lang.Vi;
        var files = await caseFiles.ListAsync(request.CaseNumber, cancellationToken);
        var similarCases = await similarCaseFinder.FindAsync(request, account.ToCaseAccess(), cancellationToken);
        var notes = await noteStore.ListAsync(request.CaseNumber, cancellationToken);
        var extras = new CasePageExtras(
            sources with
            {
                Case = request,
                SameEnterpriseCaseNumbers =
                [
                    .. similarCases.Where(similar => similar.IsSameEnterprise).Select(similar => similar.CaseNumber),
                ],
            },
            time.GetUtcNow(),
            notes,
            similarCases,
            suggestion,
            EligibilityHints.Compute(request.Facts, sources.Today),
            presence.ReportViewing(request.CaseNumber, new CaseViewer(account.Id, account.DisplayName, IsTyping: false))
        )
        {
            Files = [.. files.Select(ToThreadFile)],
            WaitingFiles = [.. files.Where(f => f.IsUnsentBy(account.Id) && f.State != FileState.Infected).Select(ToThreadFile)],
            Draft = await drafts.FindAsync(account.Id, request.CaseNumber, cancellationToken),
            Neighbours = await neighbours.FindAsync(request.CaseNumber, account.ToCaseAccess(), cancellationToken),
            DoneText = DoneTexts.Find(actionList, done, context.Request.Query["case"].ToString()),
            Mentions =
                done == DoneTexts.Note && notes.LastOrDefault(note => note.AuthorId == account.Id) is { } note
                    ? await noteStore.FindMentionsAsync(note.Text, cancellationToken)
                    : null,
            Undo = await FindUndoOfferAsync(stored, context.Request.Query["case"].ToString(), account, cancellationToken),
            FilledTemplates = sources.Settings.Templates.Templates.ToDictionary(
                template => template.Key,
                template => ReplyDrafts.FillTemplate(template, request, requestOptions.Value, account.DisplayName),
                StringComparer.Ordinal
            ),
            SuggestionText = suggestion is null ? null : SuggestedAnswerFinder.ToText(suggestion, lang),
        };
        return PageResults.Show<CasePage>(
            context,
            new CasePageModel(model, extras),
            attempt?.Refusal switch
            {
                null => StatusCodes.Status200OK,
                Refusal.Stale or Refusal.OwnedByColleague or Refusal.NoOwner or Refusal.WrongStatus or Refusal.CannotUndo =>
                    StatusCodes.Status409Conflict,
                _ => StatusCodes.Status422UnprocessableEntity,
            }
        );
    }

    /// <summary>
    /// Explains why an action was not possible: there is no such case, or another official has it now. An official who has viewed the case
    /// is told its owner and gets back what was typed; for anyone else it does not exist.
    /// </summary>
    public async Task<RazorComponentResult> ShowActionImpossibleAsync(
        HttpContext context,
        SignedInAccount account,
        CaseNumber number,
        IReadOnlyList<TypedText> texts,
        CancellationToken cancellationToken
    ) =>
        await caseStore.FindAsync(number, account.ToCaseAccess(), cancellationToken) is null
        && await viewLog.HasViewedAsync(account.Id, number.ToString(), cancellationToken)
        && await caseStore.FindAsync(number, cancellationToken) is { Request.OwnerName: { } owner }
            ? PageResults.Show<TakenCasePage>(context, new TakenCaseModel(number.ToString(), owner, texts), StatusCodes.Status409Conflict)
            : ShowNotFound(context);

    /// <summary>What the official may still take back, in this case or in the one before.</summary>
    private async Task<UndoOffer?> FindUndoOfferAsync(
        CaseWithHistory stored,
        string otherCase,
        SignedInAccount account,
        CancellationToken cancellationToken
    ) =>
        !CaseNumber.TryParse(otherCase, out var number) ? await notices.FindOfferAsync(stored, account.ToOfficial(), cancellationToken)
        : await caseStore.FindAsync(number, account.ToCaseAccess(), cancellationToken) is { } other
            ? await notices.FindOfferAsync(other, account.ToOfficial(), cancellationToken)
        : null;

    private ThreadFile ToThreadFile(CaseFileRow row) =>
        new(
            row.Id,
            row.Name,
            row.Origin == FileOrigin.Asker,
            DateTimeOffset.FromUnixTimeMilliseconds(row.AddedAt),
            row.ReplyEventSequence,
            caseFiles.CanDownload(row) ? $"/desk/cases/{row.CaseNumber}/files/{row.Id}" : null
        )
        {
            Size = row.Size,
        };

    public static RazorComponentResult ShowNotFound(HttpContext context) =>
        PageResults.Message(context, DeskTexts.NotFound, DeskTexts.NotFoundText, StatusCodes.Status404NotFound);
}

/// <summary>A case with the aids for working on it.</summary>
public sealed record CasePageModel(CaseModel Case, CasePageExtras Extras);
