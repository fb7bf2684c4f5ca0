using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary><c>POST</c> and <c>GET conversations/{id}/activities</c>.</summary>
internal static class ActivityEndpoints
{
    private const string JsonType = "application/json; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("conversations/{conversationId}/activities", PostActivityAsync).WithMetadata(new DoorMetadata(Door.Message));
        routes.MapGet("conversations/{conversationId}/activities", PollActivities).WithMetadata(new DoorMetadata(Door.Poll));
    }

    private static async Task<IResult> PostActivityAsync(
        string conversationId,
        HttpRequest request,
        DirectLineAuthenticator caller,
        DirectLineInbox inbox,
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

        if (await BodyReader.ReadAsync(request.Body, request.ContentLength, options.Value.ActivityLimit, cancellationToken) is not { } body)
        {
            return DirectLineErrors.TooLarge($"An activity has at most {options.Value.ActivityLimit} characters.");
        }

        var (activity, problem) = BodyReader.ParseActivity(body);
        if (activity is null)
        {
            return DirectLineErrors.BadArgument(problem!);
        }

        try
        {
            if (transcript.Read(conversationId, long.MaxValue, 1) is null)
            {
                return DirectLineErrors.UnknownConversation;
            }
        }
        catch (Exception exception) when (DirectLineErrors.IsStorageException(exception))
        {
            return inbox.LogAndCreateError(exception);
        }

        return await inbox.PostAsync(token, activity, cancellationToken);
    }

    /// <summary>A store that cannot be read is reported as no new activities: polling clients stop permanently after any error.</summary>
    private static IResult PollActivities(
        string conversationId,
        string? watermark,
        HttpRequest request,
        DirectLineAuthenticator caller,
        IDirectLineTranscript transcript
    )
    {
        var (token, refusal) = caller.Authorize(request, conversationId);
        if (token is null)
        {
            return refusal!;
        }

        if (TranscriptFrames.ParseWatermark(watermark) is not { } position)
        {
            return DirectLineErrors.BadArgument("The watermark is invalid.");
        }

        try
        {
            return TranscriptFrames.ReadPage(transcript, conversationId, position) is { } page
                ? Results.Bytes(TranscriptFrames.ToUtf8Json(page), JsonType)
                : DirectLineErrors.UnknownConversation;
        }
        catch (Exception exception) when (DirectLineErrors.IsStorageException(exception))
        {
            return Results.Bytes(TranscriptFrames.ToUtf8Json(new TranscriptPage(position, [], position, position)), JsonType);
        }
    }
}
