using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Studio.Editing;
using PolicyAssistantBot.Studio.Parts;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Studio.Texts;

namespace PolicyAssistantBot.Studio.Unsaved;

/// <summary>What the editor's script asks for while a person types. Without the script the editor works by saving.</summary>
internal static class EditorEndpoints
{
    public static void MapEditor(this RouteGroupBuilder pages)
    {
        pages.MapForm("/drafts/{key}/keep", Policies.EditKnowledge, KeepAsync);
        pages.MapForm(
            "/drafts/{key}/drop",
            Policies.EditKnowledge,
            async sent =>
            {
                await Unsaved(sent.Context).DropAsync(sent.Key, sent.By.Id, sent.Token);
                return Results.LocalRedirect($"/studio/drafts/{sent.Key}");
            }
        );
        pages.MapForm("/drafts/{key}/preview", Policies.EditKnowledge, PreviewAsync);
        pages
            .MapGet(
                "/drafts/{key}/live",
                async Task<IResult> (
                    string key,
                    HttpContext context,
                    KnowledgeStore store,
                    EditorPresence presence,
                    CancellationToken token
                ) =>
                    await store.FindDraftAsync(key, token) is { } draft
                        ? Results.Json(new { draft.Version, Text = Describe(presence.Note(key, StudioResults.Person(context)), context) })
                        : Results.NotFound()
            )
            .RequireAuthorization(Policies.EditKnowledge);
    }

    private static UnsavedWork Unsaved(HttpContext context) => context.RequestServices.GetRequiredService<UnsavedWork>();

    private static async Task<IResult> KeepAsync(SentForm sent)
    {
        var store = sent.Context.RequestServices.GetRequiredService<KnowledgeStore>();
        if (await store.FindDraftAsync(sent.Key, sent.Token) is null)
        {
            return Results.NotFound();
        }

        await Unsaved(sent.Context)
            .KeepAsync(sent.Key, sent.By.Id, sent.Version, SentForm.ReadNumber(sent.Form["head"]), sent.Form, sent.Token);
        var lang = PageLanguage.Get(sent.Context);
        var now = sent.Context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return Results.Json(new { Text = EditorTexts.Kept.With(lang, LocalFormat.TimeToTheSecond(now, lang)) });
    }

    /// <summary>What the check says about the typed text, and the card that askers would see. Nothing is stored.</summary>
    private static async Task<IResult> PreviewAsync(SentForm sent)
    {
        var preview = await sent.Service.PreviewAsync(
            sent.Key,
            SentForm.ReadNumber(sent.Form["head"]),
            article => ArticleForm.Apply(article, sent.Form),
            sent.Token
        );
        return preview is null
            ? StudioResults.Refuse(sent.Context, StudioRefusal.Missing)
            : new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<PreviewPart>(
                new Dictionary<string, object?> { ["Preview"] = preview, ["L"] = PageLanguage.Get(sent.Context) }
            )
            {
                PreventStreamingRendering = true,
            };
    }

    private static string Describe(IReadOnlyList<string> others, HttpContext context) =>
        others.Count == 0 ? "" : EditorTexts.AlsoHere.With(PageLanguage.Get(context), string.Join(", ", others));
}
