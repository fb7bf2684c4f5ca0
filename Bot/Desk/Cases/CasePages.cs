using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>Gathers what the page of a case shows, and writes down who saw it.</summary>
internal sealed class CasePages(
    ConversationExcerpt excerpt,
    CaseNotes notes,
    SimilarCases similar,
    SuggestedAnswers suggestions,
    DeskSettings settings,
    IStaff staff,
    Absences absences,
    CasePresence presence,
    ViewLog views,
    RequestStore store,
    TimeProvider time
)
{
    public async Task<RazorComponentResult> ShowAsync(
        HttpContext context,
        SignedInAccount me,
        StoredRequest stored,
        Attempt? attempt,
        CancellationToken cancellationToken
    )
    {
        var request = stored.Request;
        await views.RecordAsync(me, request.CaseNumber, ViewedThing.Case, cancellationToken);
        await notes.ReadAsync(request.CaseNumber, me.Id, cancellationToken);
        var model = new CaseModel(
            stored,
            await excerpt.ReadAsync(request, cancellationToken),
            RequestHistory.Verify(request, stored.History)?.Sequence,
            me.Has(Roles.Official | Roles.Supervisor),
            attempt
        );
        var aids = new CaseAids(
            await settings.GetAsync(cancellationToken),
            time.GetUtcNow(),
            await notes.ListAsync(request.CaseNumber, cancellationToken),
            await similar.FindAsync(request, me.ToReader(), cancellationToken),
            suggestions.For(request),
            EligibilityHints.Of(request.Facts, absences.Today),
            await staff.ListAsync(cancellationToken),
            await absences.ListAsync(cancellationToken),
            presence.Look(request.CaseNumber, new CaseViewer(me.Id, me.DisplayName, IsTyping: false)),
            me.Id
        );
        return PageResults.Show<CasePage>(
            context,
            new CasePageModel(model, aids),
            attempt?.Refusal switch
            {
                null => StatusCodes.Status200OK,
                Refusal.Stale or Refusal.OwnedBy or Refusal.NotTaken or Refusal.NotFrom => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status422UnprocessableEntity,
            }
        );
    }

    /// <summary>
    /// Says why an act on a case was not possible: there is no such case, or somebody else has it now. Who was shown it before is told who
    /// that is
    /// and gets back what was typed; for anyone else it does not exist.
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
            ? PageResults.Show<HandedOnPage>(context, new HandedOnModel(number.ToString(), owner, text), StatusCodes.Status409Conflict)
            : ShowUnknown(context);

    public static RazorComponentResult ShowUnknown(HttpContext context) =>
        PageResults.Message(context, DeskTexts.NotFound, DeskTexts.NotFoundText, StatusCodes.Status404NotFound);
}

/// <summary>A case with what stands beside it.</summary>
public sealed record CasePageModel(CaseModel Case, CaseAids Aids);
