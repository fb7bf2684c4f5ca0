using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Texts;

namespace PolicyAssistantBot.Studio;

/// <summary>What the Studio's endpoints answer with.</summary>
internal static class StudioResults
{
    /// <summary>The signed-in person, whom every policy of these pages requires.</summary>
    public static StudioPerson Person(HttpContext context) => StudioPerson.Of(SignedInAccount.From(context.User)!);

    /// <summary>The next page, or why nothing was done.</summary>
    public static IResult Finish(HttpContext context, StudioDecision decision, string next) =>
        decision is StudioDecision.Refused { Refusal: var refusal } ? Refuse(context, refusal) : Results.LocalRedirect(next);

    public static RazorComponentResult Refuse(HttpContext context, StudioRefusal refusal) =>
        refusal == StudioRefusal.Missing
            ? PageResults.Message(context, StudioTexts.NotFound, StudioTexts.NotFoundText, StatusCodes.Status404NotFound)
            : PageResults.Message(context, StudioTexts.RefusedTitle, StudioTexts.Explain(refusal), StatusOf(refusal));

    public static int StatusOf(StudioRefusal refusal) =>
        refusal switch
        {
            StudioRefusal.NoRole or StudioRefusal.OwnWork or StudioRefusal.SamePerson or StudioRefusal.NeedsSecond =>
                StatusCodes.Status403Forbidden,
            StudioRefusal.Missing => StatusCodes.Status404NotFound,
            StudioRefusal.Findings
            or StudioRefusal.NoReason
            or StudioRefusal.WrongTime
            or StudioRefusal.GateFailed
            or StudioRefusal.NoText
            or StudioRefusal.UnknownMatter => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status409Conflict,
        };
}
