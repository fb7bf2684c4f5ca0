using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Similarity;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>Gathers what the page of a case shows, and logs who viewed it.</summary>
internal sealed class CasePages(
    ConversationExcerpt excerpt,
    CaseNoteStore notes,
    SimilarCaseFinder similar,
    SuggestedAnswers suggestions,
    DeskActionRunner actions,
    CasePresence presence,
    ViewLog views,
    CaseStore store,
    TimeProvider time
)
{
    public async Task<RazorComponentResult> ShowAsync(
        HttpContext context,
        SignedInAccount me,
        CaseWithHistory stored,
        Attempt? attempt,
        CancellationToken cancellationToken
    )
    {
        var request = stored.Request;
        await views.RecordAsync(me, request.CaseNumber, ViewedItem.Case, cancellationToken);
        await notes.ReadAsync(request.CaseNumber, me.Id, cancellationToken);
        var model = new CaseModel(
            stored,
            await excerpt.ReadAsync(request, cancellationToken),
            CaseHistory.Verify(request, stored.History)?.Sequence,
            me.Has(Roles.Official | Roles.Supervisor),
            attempt
        );
        var sources = await actions.LoadAsync(cancellationToken);
        var alike = await similar.FindAsync(request, me.ToReader(), cancellationToken);
        var aids = new CaseAids(
            sources with
            {
                Case = request,
                SameEnterprise = [.. alike.Where(found => found.IsSameEnterprise).Select(found => found.CaseNumber)],
            },
            time.GetUtcNow(),
            await notes.ListAsync(request.CaseNumber, cancellationToken),
            alike,
            suggestions.For(request),
            EligibilityHints.Of(request.Facts, sources.Today),
            presence.Report(request.CaseNumber, new CaseViewer(me.Id, me.DisplayName, IsTyping: false))
        );
        return PageResults.Show<CasePage>(
            context,
            new CasePageModel(model, aids),
            attempt?.Refusal switch
            {
                null => StatusCodes.Status200OK,
                Refusal.Stale or Refusal.OwnedBy or Refusal.NotTaken or Refusal.WrongStatus => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status422UnprocessableEntity,
            }
        );
    }

    /// <summary>
    /// Says why an action was not possible: there is no such case, or another official has it now. An official who has viewed the case is
    /// told its owner and gets back what was typed; for anyone else it does not exist.
    /// </summary>
    public async Task<RazorComponentResult> ShowGoneAsync(
        HttpContext context,
        SignedInAccount me,
        CaseNumber number,
        string text,
        CancellationToken cancellationToken
    ) =>
        await store.FindAsync(number, me.ToReader(), cancellationToken) is null
        && await views.HasSeenAsync(me.Id, number.ToString(), cancellationToken)
        && await store.FindAsync(number, cancellationToken) is { Request.OwnerName: { } owner }
            ? PageResults.Show<TakenCasePage>(context, new TakenCaseModel(number.ToString(), owner, text), StatusCodes.Status409Conflict)
            : ShowUnknown(context);

    public static RazorComponentResult ShowUnknown(HttpContext context) =>
        PageResults.Message(context, DeskTexts.NotFound, DeskTexts.NotFoundText, StatusCodes.Status404NotFound);
}

/// <summary>A case with the aids for working on it.</summary>
public sealed record CasePageModel(CaseModel Case, CaseAids Aids);
