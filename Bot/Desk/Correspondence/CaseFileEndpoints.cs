using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.Views;
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
    private const long LargestForm = 56L * 1024 * 1024;

    public static void MapCaseFilePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases/{number}/files/{id}", DownloadAsync);
        pages
            .MapPost("/cases/{number}/files", AddAsync)
            .RequireAuthorization(Policies.WorkOnCases)
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        pages.MapPost("/cases/{number}/files/{id}/remove", RemoveAsync).RequireAuthorization(Policies.WorkOnCases);
    }

    private static async Task<IResult> DownloadAsync(
        string number,
        string id,
        HttpContext context,
        CaseStore store,
        CaseFiles files,
        ViewLog views,
        CancellationToken cancellationToken
    )
    {
        if (
            await VisibleAsync(number, context, store, cancellationToken) is not (var me, var read)
            || await files.FindReleasedAsync(read, id, cancellationToken) is not { } found
        )
        {
            return Unknown(context);
        }

        await views.RecordAsync(me, read, ViewedItem.Attachment, cancellationToken);
        return FileEndpoints.HandOut(context.Response, found.Row, found.Path);
    }

    private static async Task<IResult> AddAsync(
        string number,
        HttpContext context,
        CaseStore store,
        CaseFiles files,
        CancellationToken cancellationToken
    )
    {
        if (await VisibleAsync(number, context, store, cancellationToken) is not (var me, var read))
        {
            return Unknown(context);
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var problems = new List<LocalizedText>();
        foreach (var file in form.Files.Where(f => f.FileName.Length > 0))
        {
            await using var content = file.OpenReadStream();
            if (await files.AddForReplyAsync(read, me.Id, content, file.FileName, cancellationToken) is FileReceipt.Refused refused)
            {
                problems.Add(
                    new LocalizedText(
                        FileRefusalTexts.Of(refused, Lang.Vi, files.Limits),
                        FileRefusalTexts.Of(refused, Lang.En, files.Limits)
                    )
                );
            }
        }

        return problems.Count == 0
            ? Results.LocalRedirect($"/desk/cases/{read}#files")
            : PageResults.Show<FilesRefusedPage>(context, new FilesRefusedModel(read, problems), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> RemoveAsync(
        string number,
        string id,
        HttpContext context,
        CaseStore store,
        CaseFiles files,
        CancellationToken cancellationToken
    )
    {
        if (await VisibleAsync(number, context, store, cancellationToken) is not (_, var read))
        {
            return Unknown(context);
        }

        await files.RemoveUnsentAsync(read, id, cancellationToken);
        return Results.LocalRedirect($"/desk/cases/{read}#files");
    }

    /// <summary>The official and the case number, if the official may see the case.</summary>
    private static async Task<Visible?> VisibleAsync(
        string number,
        HttpContext context,
        CaseStore store,
        CancellationToken cancellationToken
    ) =>
        CaseNumber.TryParse(number, out var read)
        && SignedInAccount.From(context.User) is { } me
        && await store.FindAsync(read, me.ToReader(), cancellationToken) is not null
            ? new Visible(me, read.ToString())
            : null;

    private static RazorComponentResult Unknown(HttpContext context) =>
        PageResults.Message(context, DeskTexts.NotFound, DeskTexts.NotFoundText, StatusCodes.Status404NotFound);

    private sealed record Visible(SignedInAccount Who, string CaseNumber);
}
