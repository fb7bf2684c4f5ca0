using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Desk.ReplyBar;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Correspondence;

/// <summary>Files that were not accepted, each with the reason.</summary>
public sealed record FilesRefusedModel(string CaseNumber, IReadOnlyList<LocalizedText> Problems);

/// <summary>The files of a case: officials who may read it download them; officials who work on it attach some to a reply.</summary>
internal static class CaseFileEndpoints
{
    /// <summary>The size of a form with the largest allowed files and the multipart overhead.</summary>
    public const long MaxFormBytes = 56L * 1024 * 1024;

    public static void MapCaseFilePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases/{number}/files/{id}", DownloadAsync);
        pages
            .MapPost("/cases/{number}/files", AddAsync)
            .RequireAuthorization(Policies.WorkOnCases)
            .WithMetadata(new RequestSizeLimitAttribute(MaxFormBytes));
        pages.MapPost("/cases/{number}/files/{id}/remove", RemoveAsync).RequireAuthorization(Policies.WorkOnCases);
    }

    private static async Task<IResult> DownloadAsync(
        string number,
        string id,
        HttpContext context,
        CaseStore caseStore,
        CaseFileService caseFiles,
        CaseViewLog viewLog,
        CancellationToken cancellationToken
    )
    {
        if (
            await FindVisibleCaseAsync(number, context, caseStore, cancellationToken) is not (var account, var caseNumber)
            || await caseFiles.FindDownloadableAsync(caseNumber.ToString(), id, cancellationToken) is not { } file
        )
        {
            return ShowNotFound(context);
        }

        await viewLog.RecordAsync(account, caseNumber.ToString(), ViewedItem.Attachment, cancellationToken);
        return FileEndpoints.ServeAttachment(context.Response, file, caseFiles.OpenRead(file));
    }

    private static async Task<IResult> AddAsync(
        string number,
        HttpContext context,
        CaseStore caseStore,
        CaseFileService caseFiles,
        CancellationToken cancellationToken
    )
    {
        if (await FindVisibleCaseAsync(number, context, caseStore, cancellationToken) is not (var account, var caseNumber))
        {
            return ShowNotFound(context);
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var problems = await ReplyFileUpload.AddAsync(caseFiles, caseNumber, account, form.Files, int.MaxValue, cancellationToken);
        return problems.Count == 0
            ? Results.LocalRedirect(DoneTexts.AddressOf(caseNumber, DoneTexts.FilesAdded))
            : PageResults.Show<FilesRefusedPage>(
                context,
                new FilesRefusedModel(caseNumber.ToString(), problems),
                StatusCodes.Status422UnprocessableEntity
            );
    }

    private static async Task<IResult> RemoveAsync(
        string number,
        string id,
        HttpContext context,
        CaseStore caseStore,
        CaseFileService caseFiles,
        CancellationToken cancellationToken
    )
    {
        if (await FindVisibleCaseAsync(number, context, caseStore, cancellationToken) is not (var account, var caseNumber))
        {
            return ShowNotFound(context);
        }

        await caseFiles.RemoveUnsentAsync(caseNumber.ToString(), account.Id, id, cancellationToken);
        return Results.LocalRedirect(DoneTexts.AddressOf(caseNumber, DoneTexts.FileRemoved));
    }

    /// <summary>The official and the case number, if the official may see the case.</summary>
    private static async Task<VisibleCase?> FindVisibleCaseAsync(
        string number,
        HttpContext context,
        CaseStore caseStore,
        CancellationToken cancellationToken
    ) =>
        CaseNumber.TryParse(number, out var caseNumber)
        && SignedInAccount.From(context.User) is { } account
        && await caseStore.FindAsync(caseNumber, account.ToCaseAccess(), cancellationToken) is not null
            ? new VisibleCase(account, caseNumber)
            : null;

    private static RazorComponentResult ShowNotFound(HttpContext context) =>
        PageResults.Message(context, DeskTexts.NotFound, DeskTexts.NotFoundText, StatusCodes.Status404NotFound);

    private sealed record VisibleCase(SignedInAccount Account, CaseNumber Number);
}
