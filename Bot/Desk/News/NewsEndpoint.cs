using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Lists;

namespace PolicyAssistantBot.Desk.News;

/// <summary>What every open page of the desk asks for every few seconds.</summary>
internal static class NewsEndpoint
{
    /// <summary>How far each answer reaches back before the last: an event is stored a little after the time that it has.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    /// <summary>What is older is found in the list.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    public static void MapNews(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/news", GetAsync).RequireAuthorization(Policies.WorkOnCases);

    /// <param name="since">
    /// The <see cref="CaseNewsState.At"/> of the answer before; null for the first time: then the answer names what the page knows already.
    /// </param>
    private static async Task<Results<JsonHttpResult<CaseNewsState>, NotFound>> GetAsync(
        long? since,
        HttpContext context,
        CaseNewsFinder finder,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (SignedInAccount.From(context.User) is not { } account)
        {
            return TypedResults.NotFound();
        }

        var now = time.GetUtcNow();
        var lang = PageLanguage.Get(context);
        var last = Math.Clamp(since ?? long.MaxValue, (now - MaxAge).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
        var news = await finder.ListAsync(
            account.ToCaseAccess(),
            account.Id,
            DateTimeOffset.FromUnixTimeMilliseconds(last) - Overlap,
            cancellationToken
        );
        return TypedResults.Json(
            new CaseNewsState(
                now.ToUnixTimeMilliseconds(),
                [
                    .. news.Select(item => new CaseNewsItem(
                        string.Create(CultureInfo.InvariantCulture, $"{item.CaseNumber}/{item.Sequence}"),
                        NewsTexts.Of(item.Kind).With(lang, item.CaseNumber),
                        $"{context.Request.PathBase}/desk/cases/{item.CaseNumber}",
                        item.Kind == CaseEventKind.Submitted
                    )),
                ],
                NewsTexts.Dismiss[lang],
                NewsTexts.TurnOn[lang],
                NewsTexts.TurnOff[lang]
            )
        );
    }
}

/// <param name="At">Unix milliseconds; the next question carries it.</param>
internal sealed record CaseNewsState(long At, IReadOnlyList<CaseNewsItem> Items, string Dismiss, string TurnOn, string TurnOff);

/// <param name="Key">The same event has the same key in every answer.</param>
/// <param name="Text">One sentence with the number of the case and nothing personal.</param>
/// <param name="IsNewCase">The list of cases tells of those itself.</param>
internal sealed record CaseNewsItem(string Key, string Text, string Href, bool IsNewCase);
