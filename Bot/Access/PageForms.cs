using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access;

/// <summary>Common rules of the pages for signed-in people: strict headers, and forms of limited size with an antiforgery token.</summary>
internal static class PageForms
{
    private const long MaxFormBytes = 256 * 1024;

    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder routes, string prefix)
    {
        var pages = routes.MapGroup(prefix).WithMetadata(new RequestSizeLimitAttribute(MaxFormBytes)).ExcludeFromDescription();
        pages.AddEndpointFilter(
            async (invocation, next) =>
            {
                var context = invocation.HttpContext;
                AddSecurityHeaders(context.Response.Headers);
                if (HttpMethods.IsPost(context.Request.Method) && await FindProblemAsync(context) is { } problem)
                {
                    return problem;
                }

                if (
                    HttpMethods.IsPost(context.Request.Method)
                    && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
                )
                {
                    return PageResults.Message(
                        context,
                        AccessTexts.FormExpiredTitle,
                        AccessTexts.FormExpiredText,
                        StatusCodes.Status400BadRequest
                    );
                }

                return await next(invocation);
            }
        );
        return pages;
    }

    /// <summary>Reads the form, so that one that cannot be read is answered in words instead of an error.</summary>
    private static async Task<IResult?> FindProblemAsync(HttpContext context)
    {
        try
        {
            return
                context.Request.HasFormContentType
                && (await context.Request.ReadFormAsync(context.RequestAborted)).Any(field =>
                    field.Key.Contains('\0', StringComparison.Ordinal)
                    || field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true)
                )
                ? Refuse(AccessTexts.FormUnreadableText, StatusCodes.Status400BadRequest)
                : null;
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Refuse(AccessTexts.FormTooLargeText, exception.StatusCode)
                : Refuse(AccessTexts.FormUnreadableText, StatusCodes.Status400BadRequest);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return Refuse(AccessTexts.FormUnreadableText, StatusCodes.Status400BadRequest);
        }

        IResult Refuse(LocalizedText text, int status) => PageResults.Message(context, AccessTexts.FormUnreadableTitle, text, status);
    }

    public static void AddSecurityHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
