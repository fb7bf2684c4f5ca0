namespace PolicyAssistantBot.Desk.SettingForms;

/// <summary><c>/desk/settings/forms/…</c>: supervisors edit the settings entry by entry.</summary>
internal static class SettingFormEndpoints
{
    public static void MapSettingForms(this IEndpointRouteBuilder settings)
    {
        settings.MapRoutingTrial();
        var pages = settings.MapGroup("/forms/{form}");
        pages.MapPost(
            "/move",
            (string form, HttpContext context, SettingFormService forms, CancellationToken cancellationToken) =>
                forms.MoveAsync(context, form, cancellationToken)
        );
        pages.MapGet(
            "/",
            (string form, bool? saved, HttpContext context, SettingFormService forms, CancellationToken cancellationToken) =>
                forms.ListAsync(context, form, saved == true, cancellationToken)
        );
        pages.MapGet(
            "/edit",
            (string form, string? item, HttpContext context, SettingFormService forms, CancellationToken cancellationToken) =>
                forms.ShowAsync(context, form, item, isRemoval: false, cancellationToken)
        );
        pages.MapPost(
            "/edit",
            (string form, HttpContext context, SettingFormService forms, CancellationToken cancellationToken) =>
                forms.ChangeAsync(context, form, isRemoval: false, cancellationToken)
        );
        pages.MapGet(
            "/remove",
            (string form, string? item, HttpContext context, SettingFormService forms, CancellationToken cancellationToken) =>
                item is null
                    ? forms.ListAsync(context, form, isSaved: false, cancellationToken)
                    : forms.ShowAsync(context, form, item, isRemoval: true, cancellationToken)
        );
        pages.MapPost(
            "/remove",
            (string form, HttpContext context, SettingFormService forms, CancellationToken cancellationToken) =>
                forms.ChangeAsync(context, form, isRemoval: true, cancellationToken)
        );
    }
}
