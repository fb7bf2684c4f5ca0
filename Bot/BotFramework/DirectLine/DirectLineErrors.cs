using System.Data.Common;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>
/// Error responses in the form that Direct Line clients expect. 404 means that the conversation has ended;
/// <c>TokenExpired</c> makes a client request a new token.
/// </summary>
internal static class DirectLineErrors
{
    public static IResult BadArgument(string message) => Of(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static IResult MissingToken => Of(StatusCodes.Status401Unauthorized, "Unauthorized", "A bearer token is required.");

    public static IResult InvalidToken => Of(StatusCodes.Status401Unauthorized, "Unauthorized", "The token is invalid.");

    public static IResult TokenExpired => Of(StatusCodes.Status403Forbidden, "TokenExpired", "Token has expired");

    public static IResult Forbidden(string message) => Of(StatusCodes.Status403Forbidden, "Forbidden", message);

    public static IResult UntrustedOrigin => Forbidden("The page's origin is not trusted.");

    public static IResult UnknownConversation => Of(StatusCodes.Status404NotFound, "BadArgument", "Conversation not found");

    public static IResult TooLarge(string message) => Of(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", message);

    public static IResult UnsupportedType(string message) => Of(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", message);

    /// <summary>Too many messages of the conversation wait already.</summary>
    public static IResult TooManyWaiting =>
        new RetryLaterResult(Of(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many messages wait."));

    /// <summary>Nothing was stored; the reference is logged.</summary>
    public static IResult NotStored(string reference) =>
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "ServiceUnavailable",
            $"The activity could not be stored. Please try again. Reference: {reference}"
        );

    /// <summary>True for the exceptions of a full disk, a lock that is not released or a lost connection.</summary>
    public static bool IsStorageException(Exception exception) =>
        exception is DbException or IOException || (exception.InnerException is { } innerException && IsStorageException(innerException));

    /// <summary>Adds the header <c>Retry-After</c>.</summary>
    private sealed class RetryLaterResult(IResult result) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = "5";
            return result.ExecuteAsync(httpContext);
        }
    }

    private static IResult Of(int status, string code, string message) =>
        Results.Json(ErrorResponse.Of(code, message), SchemaJson.TypeInfo<ErrorResponse>(), statusCode: status);
}
