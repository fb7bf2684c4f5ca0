using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.ReplyBar;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Correspondence;

/// <summary>A case's mails and messages: officials retry those that could not be sent.</summary>
internal static class CaseMailEndpoints
{
    public static void MapCaseMailPages(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/cases/{number}/mails/{id:long}/retry", RetryAsync).RequireAuthorization(Policies.WorkOnCases);
        pages.MapPost("/cases/{number}/messages/{id:long}/retry", RetryMessageAsync).RequireAuthorization(Policies.WorkOnCases);
    }

    private static async Task<IResult> RetryAsync(
        string number,
        long id,
        HttpContext context,
        CaseStore caseStore,
        MailOutbox mails,
        CancellationToken cancellationToken
    )
    {
        if (
            !CaseNumber.TryParse(number, out var caseNumber)
            || SignedInAccount.From(context.User) is not { } account
            || await caseStore.FindAsync(caseNumber, account.ToCaseAccess(), cancellationToken) is null
        )
        {
            return PageResults.Message(context, DeskTexts.NotFound, DeskTexts.NotFoundText, StatusCodes.Status404NotFound);
        }

        await mails.RetryAsync(caseNumber.ToString(), id, cancellationToken);
        return Results.LocalRedirect(DoneTexts.AddressOf(caseNumber, DoneTexts.QueuedAgain));
    }

    private static async Task<IResult> RetryMessageAsync(
        string number,
        long id,
        HttpContext context,
        CaseStore caseStore,
        CaseMessageReader messages,
        CancellationToken cancellationToken
    )
    {
        if (
            !CaseNumber.TryParse(number, out var caseNumber)
            || SignedInAccount.From(context.User) is not { } account
            || await caseStore.FindAsync(caseNumber, account.ToCaseAccess(), cancellationToken) is not { } stored
        )
        {
            return PageResults.Message(context, DeskTexts.NotFound, DeskTexts.NotFoundText, StatusCodes.Status404NotFound);
        }

        await messages.RetryAsync(stored.Request, id, cancellationToken);
        return Results.LocalRedirect(DoneTexts.AddressOf(caseNumber, DoneTexts.QueuedAgain));
    }
}
