using System.Globalization;
using System.Text.Json.Nodes;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Desk.Correspondence;

/// <summary>A message that could not be delivered. Its text is not shown: an administrator who repairs channels need not read it.</summary>
/// <param name="MayHaveArrived">True when a retry may produce a copy.</param>
/// <param name="CaseNumber">The case that it is about; null when it is unknown.</param>
public sealed record UndeliveredMessage(
    long Number,
    string Channel,
    DateTimeOffset At,
    int Attempts,
    bool MayHaveArrived,
    string? Problem,
    string? CaseNumber
);

public sealed record UndeliveredModel(IReadOnlyList<UndeliveredMessage> Messages);

/// <summary>The page on which administrators and supervisors retry or drop undelivered messages.</summary>
internal static class UndeliveredEndpoints
{
    private const int MaxMessages = 200;

    public static void MapUndelivered(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/desk/undelivered").RequireAuthorization(Policies.RepeatMessages);
        pages.MapGet("/", ShowAsync);
        pages.MapPost(
            "/{number}/retry",
            (string number, UndeliveredActivities undelivered, CancellationToken cancellationToken) =>
                RedirectAfterAsync(undelivered.RetryAsync(ParseNumber(number), cancellationToken))
        );
        pages.MapPost(
            "/{number}/drop",
            (string number, UndeliveredActivities undelivered, CancellationToken cancellationToken) =>
                RedirectAfterAsync(undelivered.DropAsync(ParseNumber(number), cancellationToken))
        );
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        UndeliveredActivities undelivered,
        CancellationToken cancellationToken
    ) =>
        PageResults.Show<UndeliveredPage>(
            context,
            new UndeliveredModel([
                .. (await undelivered.ListAsync(MaxMessages, cancellationToken)).Select(activity => new UndeliveredMessage(
                    activity.Number,
                    activity.ConversationKey.Split('/')[0],
                    activity.CreatedAt,
                    activity.Attempts,
                    activity.MayHaveArrived,
                    activity.Problem,
                    ReadCaseNumber(activity.Json)
                )),
            ])
        );

    /// <summary>A message that is no longer undelivered is not changed, so a second click has no effect.</summary>
    private static async Task<IResult> RedirectAfterAsync(Task<bool> change)
    {
        await change;
        return Results.LocalRedirect("/desk/undelivered");
    }

    /// <summary>No message has the number 0.</summary>
    private static long ParseNumber(string number) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsedNumber) ? parsedNumber : 0;

    private static string? ReadCaseNumber(string json) =>
        JsonNode.Parse(json) is JsonObject activity && activity["channelData"] is JsonObject data && data["caseNumber"] is JsonValue number
            ? number.ToString()
            : null;
}
