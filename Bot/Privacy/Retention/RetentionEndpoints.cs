using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Privacy.Page;

namespace PolicyAssistantBot.Privacy.Retention;

/// <summary><c>/desk/retention</c>: administrators and auditors see what is kept how long, and where that is changed.</summary>
internal static class RetentionEndpoints
{
    public static void MapRetention(this IEndpointRouteBuilder routes) =>
        routes
            .MapPages("/desk/retention")
            .RequireAuthorization(Policies.ReadViewLog)
            .MapGet(
                "/",
                (HttpContext context, IOptions<RetentionOptions> options) =>
                    PageResults.Show<RetentionPage>(context, CreateModel(options.Value))
            );

    private static RetentionModel CreateModel(RetentionOptions options) =>
        new(
            options.IsEnabled,
            [
                .. PrivacyPageTexts.Kinds.Select(kind =>
                {
                    var days = options.IsEnabled ? options.GetDays(kind.Kind) : null;
                    var setting = options.GetDays(kind.Kind) is null ? null : $"Retention:{kind.Kind}";
                    var minimum = RetentionOptions.GetMinDays(kind.Kind);
                    return new RetentionRow(kind.Name, days, kind.Afterwards, minimum, setting);
                }),
            ]
        );
}
