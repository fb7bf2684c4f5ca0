using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Privacy.Page;
using PolicyAssistantBot.Privacy.Registry;

namespace PolicyAssistantBot.Privacy.Retention;

/// <summary><c>/desk/retention</c>: administrators and auditors see what is kept how long; administrators change it.</summary>
internal static class RetentionEndpoints
{
    private const string Path = "/desk/retention";
    private const int MaxReasonLength = 200;

    public static void MapRetention(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages(Path);
        pages.MapGet("/", ListAsync).RequireAuthorization(Policies.ReadViewLog);
        pages.MapGet("/{kind}", ShowAsync).RequireAuthorization(Policies.ManageAccounts);
        pages.MapPost("/{kind}", ChangeAsync).RequireAuthorization(Policies.ManageAccounts);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context,
        bool? saved,
        RetentionPeriods periods,
        CancellationToken cancellationToken
    )
    {
        var chosen = await periods.ReadAsync(cancellationToken);
        var canChange = SignedInAccount.From(context.User)?.HasAny(Roles.Administrator) == true;
        return PageResults.Show<RetentionPage>(
            context,
            new RetentionModel(
                periods.Configured.IsEnabled,
                [.. PrivacyPageTexts.Kinds.Select(kind => CreateRow(kind.Kind, kind.Name, kind.Afterwards, periods.Configured, chosen))],
                canChange,
                saved == true
            )
        );
    }

    private static async Task<IResult> ShowAsync(
        string kind,
        HttpContext context,
        RetentionPeriods periods,
        CancellationToken cancellationToken
    )
    {
        if (Find(kind, periods.Configured) is not { } found)
        {
            return ShowNotFound(context);
        }

        var chosen = await periods.ReadAsync(cancellationToken);
        var days = chosen.Days.TryGetValue(found, out var number) ? number.ToString(CultureInfo.InvariantCulture) : "";
        return PageResults.Show<RetentionEditPage>(context, CreateForm(found, periods.Configured, chosen, days, ""));
    }

    private static async Task<IResult> ChangeAsync(
        string kind,
        HttpContext context,
        RetentionPeriods periods,
        SecurityLog securityLog,
        CancellationToken cancellationToken
    )
    {
        var sent = await context.Request.ReadFormAsync(cancellationToken);
        if (
            Find(kind, periods.Configured) is not { } found
            || SignedInAccount.From(context.User) is not { } account
            || !int.TryParse(sent["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        )
        {
            return ShowNotFound(context);
        }

        var reason = sent["reason"].ToString().ReplaceLineEndings(" ").Trim();
        reason = reason.Length > MaxReasonLength ? reason[..MaxReasonLength] : reason;
        var typed = sent["days"].ToString().Trim();
        var chosen = await periods.ReadAsync(cancellationToken);
        var form = CreateForm(found, periods.Configured, chosen, typed, reason);
        int? days = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var (before, after) = (chosen.Apply(periods.Configured).GetDays(found) ?? 0, days ?? form.Configured);
        if (chosen.Version != version)
        {
            return Refuse(form with { IsStale = true }, StatusCodes.Status409Conflict);
        }

        if ((typed.Length > 0 && days is null) || after < form.Row.MinDays || after > form.Row.MaxDays)
        {
            return Refuse(form with { IsOutOfRange = true }, StatusCodes.Status422UnprocessableEntity);
        }

        if (after < before && sent["confirmed"] != "true")
        {
            return Refuse(form with { IsUnconfirmed = true }, StatusCodes.Status422UnprocessableEntity);
        }

        if (!await periods.SaveAsync(chosen, found, days, account, cancellationToken))
        {
            return Refuse(form with { IsStale = true }, StatusCodes.Status409Conflict);
        }

        var detail =
            $"retention {found} {before} -> {after}{(days is null ? " (configured)" : "")}{(reason.Length > 0 ? $": {reason}" : "")}";
        await securityLog.RecordAsync(context, SecurityEventKind.SettingsChanged, null, detail, cancellationToken);
        return Results.LocalRedirect($"{Path}?saved=true");

        RazorComponentResult Refuse(RetentionEditModel model, int status) => PageResults.Show<RetentionEditPage>(context, model, status);
    }

    private static RetentionEditModel CreateForm(
        DataKind kind,
        RetentionOptions configured,
        ChosenPeriods chosen,
        string value,
        string reason
    )
    {
        // One period may be that of several kinds of data on the list.
        var kinds = PrivacyPageTexts.Kinds.Where(entry => entry.Kind == kind).ToList();
        var name = new LocalizedText(
            string.Join("; ", kinds.Select(entry => entry.Name.Vi)),
            string.Join("; ", kinds.Select(entry => entry.Name.En))
        );
        var row = CreateRow(kind, name, kinds[0].Afterwards, configured, chosen);
        return new RetentionEditModel(row, configured.GetDays(kind) ?? 0, chosen.Version, value, reason);
    }

    /// <summary>A kind of data that has a period.</summary>
    private static DataKind? Find(string name, RetentionOptions options) =>
        PrivacyPageTexts
            .Kinds.Where(kind =>
                options.GetDays(kind.Kind) is not null && kind.Kind.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)
            )
            .Select(kind => (DataKind?)kind.Kind)
            .FirstOrDefault();

    private static RetentionRow CreateRow(
        DataKind kind,
        LocalizedText name,
        LocalizedText afterwards,
        RetentionOptions configured,
        ChosenPeriods chosen
    ) =>
        new(
            kind.ToString(),
            name,
            configured.IsEnabled ? chosen.Apply(configured).GetDays(kind) : null,
            afterwards,
            RetentionOptions.GetMinDays(kind),
            RetentionOptions.GetMaxDays(kind),
            configured.GetDays(kind) is null ? null : $"Retention:{kind}",
            chosen.Days.ContainsKey(kind)
        );

    private static RazorComponentResult ShowNotFound(HttpContext context) =>
        PageResults.Message(context, RetentionTexts.Title, RetentionTexts.NoSuchKind, StatusCodes.Status404NotFound);
}
