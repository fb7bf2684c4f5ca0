using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.Pages;

/// <summary>Turns a page and its model into a response.</summary>
internal static class PageResults
{
    public static RazorComponentResult Show<TPage>(HttpContext context, object model, int status = StatusCodes.Status200OK)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        // The antiforgery service sets this header and warns where it finds another value.
        context.Response.Headers.CacheControl = default;
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        PageForms.AddSecurityHeaders(context.Response.Headers);
        var page = new PageContext(
            PageLanguage.Get(context),
            SignedInAccount.From(context.User),
            tokens.FormFieldName,
            tokens.RequestToken ?? "",
            context.Request.Path + context.Request.QueryString
        )
        {
            IsReady = !SignedInAccount.MustChangePassword(context.User) && !SignedInAccount.MustSetUpSecondFactor(context.User),
        };
        return new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Context"] = page, ["Model"] = model })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
    }

    public static RazorComponentResult Message(HttpContext context, LocalizedText title, LocalizedText text, int status) =>
        Show<MessagePage>(context, new MessageModel(title, text), status);
}
