using System.Text;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary><c>POST</c> and <c>GET conversations/{id}/activities</c>.</summary>
internal static class ActivityEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("conversations/{conversationId}/activities", PostAsync);
        routes.MapGet("conversations/{conversationId}/activities", Poll);
    }

    private static async Task<IResult> PostAsync(
        string conversationId,
        HttpRequest request,
        DirectLineCaller caller,
        DirectLineInbox inbox,
        IDirectLineTranscript transcript,
        IOptions<DirectLineOptions> options,
        CancellationToken cancellationToken
    )
    {
        var (token, refusal) = caller.Authorise(request, conversationId);
        if (token is null)
        {
            return refusal!;
        }

        if (await BodyReader.ReadAsync(request.Body, request.ContentLength, options.Value.ActivityLimit, cancellationToken) is not { } body)
        {
            return DirectLineErrors.TooLarge($"An activity has at most {options.Value.ActivityLimit} characters.");
        }

        var (activity, problem) = BodyReader.Activity(body);
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
        catch (Exception exception) when (DirectLineErrors.IsStoreFault(exception))
        {
            return inbox.NotStored(exception);
        }

        return await inbox.PostAsync(token, activity, cancellationToken);
    }

    /// <summary>A store that cannot be read is reported as no new activities: polling clients stop permanently after any error.</summary>
    private static IResult Poll(
        string conversationId,
        string? watermark,
        HttpRequest request,
        DirectLineCaller caller,
        IDirectLineTranscript transcript
    )
    {
        var (token, refusal) = caller.Authorise(request, conversationId);
        if (token is null)
        {
            return refusal!;
        }

        if (TranscriptFrames.Position(watermark) is not { } place)
        {
            return DirectLineErrors.BadArgument("The watermark is not one of this service.");
        }

        try
        {
            return transcript.Read(conversationId, place, TranscriptFrames.PageSize) is { } page
                ? Results.Text(TranscriptFrames.Of(page), "application/json", Encoding.UTF8)
                : DirectLineErrors.UnknownConversation;
        }
        catch (Exception exception) when (DirectLineErrors.IsStoreFault(exception))
        {
            return Results.Text(TranscriptFrames.Of(new TranscriptPage([], place, place)), "application/json", Encoding.UTF8);
        }
    }
}
