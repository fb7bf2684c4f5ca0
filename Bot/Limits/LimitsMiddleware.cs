using System.Globalization;
using Microsoft.AspNetCore.RateLimiting;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Limits;

/// <summary>
/// Checks the byte budget and the disk of requests that the rate limiter let through. Surrounds the rate limiter to tell people in the chat
/// about a message that was refused, for whichever reason.
/// </summary>
internal static class LimitsMiddleware
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(1);
    private static readonly object NoticeKey = new();

    /// <summary>Outside of the rate limiter.</summary>
    public static async Task TellAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (
            context.Response.StatusCode is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable
            && DoorMetadata.Of(context) is Door.Message or Door.Upload
            && context.Request.RouteValues["conversationId"] is string conversationId
            && context.Response.Headers.RetryAfter.ToString() is { Length: > 0 } retryAfter
        )
        {
            var text = context.Items[NoticeKey] as LocalizedText ?? ChatTexts.TooManyMessages;
            await context
                .RequestServices.GetRequiredService<SlowDownNotice>()
                .SendAsync(conversationId, text.With(LanguageOf(context), retryAfter), context.RequestAborted);
        }
    }

    /// <summary>Inside of the rate limiter.</summary>
    public static Task ChargeBytesAsync(HttpContext context, RequestDelegate next)
    {
        if (DoorMetadata.Of(context) is not { } door || door is not (Door.Message or Door.Upload))
        {
            return next(context);
        }

        var budget = context.RequestServices.GetRequiredService<ByteBudget>();
        if (door == Door.Upload && !budget.HasDiskSpace())
        {
            return RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, TimeSpan.FromMinutes(10), ChatTexts.FilesNotAccepted);
        }

        return budget.TryCharge(context, door)
            ? next(context)
            : RefuseAsync(
                context,
                StatusCodes.Status429TooManyRequests,
                TimeSpan.FromHours(1),
                door == Door.Upload ? ChatTexts.TooManyFiles : ChatTexts.TooManyMessages
            );
    }

    /// <summary>Notes from which network a conversation is used, before its turn begins.</summary>
    public static async Task NoteAddressAsync(HttpContext context, RequestDelegate next)
    {
        if (
            DoorMetadata.Of(context) is Door.Message or Door.Upload
            && context.Request.RouteValues["conversationId"] is string conversationId
        )
        {
            var addresses = context.RequestServices.GetRequiredService<ConversationAddresses>();
            addresses.Note(conversationId, context.Connection.RemoteIpAddress, isAccepted: false);
            await next(context);
            if (context.Response.StatusCode == StatusCodes.Status200OK)
            {
                addresses.Note(conversationId, context.Connection.RemoteIpAddress, isAccepted: true);
            }

            return;
        }

        await next(context);
    }

    public static async ValueTask OnRejectedAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var context = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(System.Threading.RateLimiting.MetadataName.RetryAfter, out var retryAfter)
            ? retryAfter
            : DefaultWait;
        if (DoorMetadata.Of(context) is { } door)
        {
            await RefuseAsync(
                context,
                StatusCodes.Status429TooManyRequests,
                wait,
                door == Door.Upload ? ChatTexts.TooManyFiles : ChatTexts.TooManyMessages
            );
            return;
        }

        SetRetryAfter(context, wait);
    }

    private static Task RefuseAsync(HttpContext context, int status, TimeSpan wait, LocalizedText text)
    {
        SetRetryAfter(context, wait);
        context.Items[NoticeKey] = text;
        var code = status == StatusCodes.Status429TooManyRequests ? "TooManyRequests" : "ServiceUnavailable";
        var message = text.With(LanguageOf(context), SlowDownNotice.ToSeconds(wait));
        return Results
            .Json(ErrorResponse.Of(code, message), SchemaJson.TypeInfo<ErrorResponse>(), statusCode: status)
            .ExecuteAsync(context);
    }

    private static void SetRetryAfter(HttpContext context, TimeSpan wait) =>
        context.Response.Headers.RetryAfter = SlowDownNotice.ToSeconds(wait).ToString(CultureInfo.InvariantCulture);

    private static Lang LanguageOf(HttpContext context) =>
        context.Request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Lang.En : Lang.Vi;
}
