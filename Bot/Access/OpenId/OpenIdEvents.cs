using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.Sessions;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>Handlers for the redirect back from the identity provider.</summary>
internal static partial class OpenIdEvents
{
    public static Task CheckTokenAsync(TokenValidatedContext context)
    {
        var options = context.HttpContext.RequestServices.GetRequiredService<IOptions<OpenIdOptions>>().Value;
        var token = new JsonWebToken(context.TokenEndpointResponse?.IdToken ?? "");
        if (IdTokenRules.FindRefusalReason(token, options) is { } reason)
        {
            context.Fail(reason);
        }
        else
        {
            context.Properties!.SetParameter(nameof(ExternalIdentity), ExternalIdentity.From(token, options));
        }

        return Task.CompletedTask;
    }

    public static async Task SignInAsync(TicketReceivedContext ticket)
    {
        var context = ticket.HttpContext;
        var services = context.RequestServices;
        var identity = ticket.Properties!.GetParameter<ExternalIdentity>(nameof(ExternalIdentity))!;
        var account = await services.GetRequiredService<ExternalSignInService>().SignInAsync(identity, context.RequestAborted);
        ticket.HandleResponse();
        if (account is null)
        {
            await PageResults
                .Message(context, AccessTexts.DeniedTitle, AccessTexts.NoAccess, StatusCodes.Status403Forbidden)
                .ExecuteAsync(context);
            return;
        }

        await services.GetRequiredService<SessionCookieEvents>().StartSessionAsync(context, account, isExternal: true);
        context.Response.Redirect(AccessPaths.ToLocalUrl(ticket.ReturnUri));
    }

    /// <summary>Tells the person that the sign-in failed; the reason goes to the log alone.</summary>
    public static async Task FailAsync(RemoteFailureContext failure)
    {
        var context = failure.HttpContext;
        LogFailed(Logger(context), failure.Failure?.Message ?? "", null);
        failure.HandleResponse();
        await PageResults
            .Message(context, AccessTexts.SignInFailedTitle, AccessTexts.SignInFailedText, StatusCodes.Status403Forbidden)
            .ExecuteAsync(context);
    }

    public static IResult ShowProviderUnreachable(HttpContext context, Exception exception)
    {
        LogFailed(Logger(context), "The provider cannot be reached.", exception);
        return PageResults.Message(
            context,
            AccessTexts.SignInFailedTitle,
            AccessTexts.ProviderUnreachable,
            StatusCodes.Status503ServiceUnavailable
        );
    }

    private static ILogger Logger(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenIdEvents));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in with the identity provider failed: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason, Exception? exception);
}
