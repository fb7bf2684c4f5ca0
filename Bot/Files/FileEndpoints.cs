using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Files;

/// <summary><c>GET /files/{ticket}</c>: a file that an official sent, for anyone who has the link.</summary>
internal static class FileEndpoints
{
    public static IEndpointRouteBuilder MapCaseFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(FileLinkService.PathPrefix + "{ticket}", DownloadAsync).AllowAnonymous();
        return routes;
    }

    /// <summary>Always an attachment, never displayed by the browser.</summary>
    public static IResult ServeAttachment(HttpResponse response, CaseFileRow file, Stream content)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-store";
        response.ContentLength = file.Size;
        return Results.Stream(content, file.ContentType, file.Name);
    }

    private static async Task<IResult> DownloadAsync(
        string ticket,
        HttpResponse response,
        FileLinkService links,
        CaseFileService caseFiles,
        CancellationToken cancellationToken
    ) =>
        links.Read(ticket) is { } link
        && await caseFiles.FindSentAsync(link.FileId, cancellationToken) is { } sentFile
        && link.IsFor(sentFile.Asker)
            ? ServeAttachment(response, sentFile.Row, caseFiles.OpenRead(sentFile.Row))
            : Results.Text(
                $"{FileTexts.LinkExpired.Vi}\n\n{FileTexts.LinkExpired.En}\n",
                "text/plain",
                System.Text.Encoding.UTF8,
                StatusCodes.Status404NotFound
            );
}
