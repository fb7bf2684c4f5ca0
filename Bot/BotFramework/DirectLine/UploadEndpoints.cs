using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary><c>POST conversations/{id}/upload?userId=</c> and the download of uploaded files.</summary>
internal static class UploadEndpoints
{
    private const string ActivityPart = "application/vnd.microsoft.activity";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("conversations/{conversationId}/upload", UploadAsync)
            .DisableAntiforgery()
            .WithMetadata(new DoorMetadata(Door.Upload));
        routes.MapGet("attachments/{ticket}", Download);
    }

    private static async Task<IResult> UploadAsync(
        string conversationId,
        string? userId,
        HttpRequest request,
        DirectLineAuthenticator caller,
        DirectLineInbox inbox,
        UploadedFiles files,
        IDirectLineTranscript transcript,
        IOptions<DirectLineOptions> options,
        CancellationToken cancellationToken
    )
    {
        var (token, refusal) = caller.Authorize(request, conversationId);
        if (token is null)
        {
            return refusal!;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return DirectLineErrors.BadArgument("The request has no content type.");
        }

        var isMultipart = type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
        if (!isMultipart && string.IsNullOrWhiteSpace(userId))
        {
            return DirectLineErrors.BadArgument("A userId is required.");
        }

        var upload = new Upload(
            files,
            options.Value,
            conversationId,
            $"{request.Scheme}://{request.Host}{request.PathBase}{DirectLinePath.Root}/attachments/"
        );
        try
        {
            if (transcript.Read(conversationId, long.MaxValue, 1) is null)
            {
                return DirectLineErrors.UnknownConversation;
            }

            var problem = isMultipart
                ? await ReadMultipartAsync(upload, HeaderUtilities.RemoveQuotes(type.Boundary).Value, request.Body, cancellationToken)
                : await upload.AddFileAsync(
                    request.Body,
                    ReadFileName(request.Headers.ContentDisposition),
                    type.MediaType.Value!,
                    cancellationToken
                );
            return problem
                ?? (
                    upload.IsEmpty
                        ? DirectLineErrors.BadArgument("There is no file.")
                        : await inbox.PostAsync(token, upload.Activity, cancellationToken)
                );
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException or EndOfStreamException)
        {
            return DirectLineErrors.BadArgument("The body is not well-formed.");
        }
        catch (Exception exception) when (DirectLineErrors.IsStorageException(exception))
        {
            return inbox.LogAndCreateError(exception);
        }
    }

    private static async Task<IResult?> ReadMultipartAsync(
        Upload upload,
        string? boundary,
        Stream body,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrEmpty(boundary))
        {
            return DirectLineErrors.BadArgument("The multipart body has no boundary.");
        }

        var reader = new MultipartReader(boundary, body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            var type = MediaTypeHeaderValue.TryParse(part.ContentType, out var parsed)
                ? parsed.MediaType.Value!
                : "application/octet-stream";
            var problem =
                type == ActivityPart
                    ? await upload.ReadActivityAsync(part.Body, cancellationToken)
                    : await upload.AddFileAsync(part.Body, ReadFileName(part.ContentDisposition), type, cancellationToken);
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static string ReadFileName(string? disposition) =>
        ContentDispositionHeaderValue.TryParse(disposition, out var parsed)
            ? HeaderUtilities.RemoveQuotes(parsed.FileNameStar.HasValue ? parsed.FileNameStar : parsed.FileName).Value ?? "file"
            : "file";

    /// <summary>Served as a download, never inline: a browser must not run uploaded content.</summary>
    private static IResult Download(string ticket, HttpResponse response, UploadedFiles files)
    {
        if (files.Find(ticket) is not { } found)
        {
            return DirectLineErrors.UnknownConversation;
        }

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-store";
        return Results.Stream(files.OpenRead(found), found.ContentType, found.Name);
    }

    /// <summary>Collects the parts of an upload in one activity.</summary>
    private sealed class Upload(UploadedFiles files, DirectLineOptions options, string conversationId, string urlPrefix)
    {
        private readonly List<Attachment> attachments = [];

        public Activity Activity { get; private set; } = new() { Type = ActivityTypes.Message };

        public bool IsEmpty => attachments.Count == 0;

        public async Task<IResult?> ReadActivityAsync(Stream body, CancellationToken cancellationToken)
        {
            if (await BodyReader.ReadAsync(body, null, options.ActivityLimit, cancellationToken) is not { } json)
            {
                return DirectLineErrors.TooLarge($"An activity has at most {options.ActivityLimit} characters.");
            }

            var (activity, problem) = BodyReader.ParseActivity(json);
            if (activity is null)
            {
                return DirectLineErrors.BadArgument(problem!);
            }

            activity.Attachments = [.. attachments];
            Activity = activity;
            return null;
        }

        public async Task<IResult?> AddFileAsync(Stream body, string name, string contentType, CancellationToken cancellationToken)
        {
            if (attachments.Count >= options.FileCount)
            {
                return DirectLineErrors.TooLarge($"An upload has at most {options.FileCount} files.");
            }

            var (ticket, refusal) = await files.StoreAsync(conversationId, body, name, contentType, cancellationToken);
            if (ticket is null)
            {
                return refusal == FileRefusal.TypeNotAllowed
                    ? DirectLineErrors.UnsupportedType("Files of this type are not accepted.")
                    : DirectLineErrors.TooLarge($"A file has at most {options.FileLimit} bytes.");
            }

            attachments.Add(
                new Attachment
                {
                    ContentType = contentType,
                    ContentUrl = urlPrefix + ticket,
                    Name = UploadedFiles.SanitizeName(name),
                }
            );
            Activity.Attachments = [.. attachments];
            return null;
        }
    }
}
