using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Upkeep;

namespace PolicyAssistantBot.Desk.Upkeep;

/// <summary>The pages on which editors see which articles need them.</summary>
internal static class UpkeepEndpoints
{
    private const int MostDays = 730;

    public static void MapUpkeep(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/desk/due").RequireAuthorization(Policies.Supervise);
        pages.MapGet("/", ShowDue);
        pages.MapGet("/gaps", ShowGaps);
    }

    private static RazorComponentResult ShowGaps(HttpContext context, IArticleSource articles) =>
        PageResults.Show<GapsPage>(context, GapList.Create(articles.Current.Articles));

    private static RazorComponentResult ShowDue(int? days, HttpContext context, IArticleSource articles, TimeProvider time) =>
        PageResults.Show<DuePage>(
            context,
            DueList.Of(
                articles.Current.Articles,
                LegalRegister.Default,
                ReviewSchedule.Default,
                HanoiTime.DayOf(time.GetUtcNow()),
                Math.Clamp(days ?? DueList.DefaultDays, 0, MostDays)
            )
        );
}
