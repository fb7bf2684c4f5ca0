using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Channels;

/// <summary>
/// <c>GET /readiness/print</c>: the result of the supplier checklist as a page to print. Its address contains all of its data;
/// the storage is neither read nor written.
/// </summary>
internal static class ReadinessPage
{
    /// <summary>A policy that allows only the page's own inline style.</summary>
    private static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src 'sha256-{ComputeStyleHash()}'; " + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static string ComputeStyleHash() =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(SupplierReadinessPage.Style)));

    public static IEndpointRouteBuilder MapReadinessPage(this IEndpointRouteBuilder app)
    {
        app.MapMethods(ReadinessLink.Path, [HttpMethods.Get, HttpMethods.Head], Show).AllowAnonymous();
        return app;
    }

    private static ContentHttpResult Show(HttpContext http, AnswerPipeline pipeline, TimeProvider time)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        if (ReadinessLink.Parse(http.Request.Query, HanoiTime.DayOf(time.GetUtcNow())) is not { } printedResult)
        {
            return TypedResults.Text(
                $"{ReadinessTexts.InvalidLink.Vi}\n\n{ReadinessTexts.InvalidLink.En}\n",
                "text/plain; charset=utf-8",
                Encoding.UTF8,
                StatusCodes.Status400BadRequest
            );
        }

        headers.ContentLanguage = printedResult.Lang == Knowledge.Lang.En ? "en" : "vi";
        return TypedResults.Text(
            SupplierReadinessPage.Render(
                printedResult.Result,
                printedResult.Lang,
                printedResult.Day,
                key => pipeline.TitleOf(key, printedResult.Lang)
            ),
            "text/html; charset=utf-8",
            Encoding.UTF8
        );
    }
}
