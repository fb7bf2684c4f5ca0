using System.Globalization;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>One case, and what is done with it.</summary>
internal static class CaseEndpoints
{
    private const string Channel = "desk";

    public static async Task<IResult> ShowAsync(
        string number,
        HttpContext context,
        RequestStore store,
        CasePages pages,
        CancellationToken cancellationToken
    ) =>
        CaseNumber.TryParse(number, out var read)
        && SignedInAccount.From(context.User) is { } me
        && await store.FindAsync(read, me.ToReader(), cancellationToken) is { } stored
            ? await pages.ShowAsync(context, me, stored, null, cancellationToken)
            : Unknown(context);

    public static async Task<IResult> ActAsync(
        string number,
        string action,
        HttpContext context,
        RequestChanges changes,
        CaseActionRules rules,
        CasePages pages,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            !CaseNumber.TryParse(number, out var read)
            || SignedInAccount.From(context.User) is not { } me
            || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        )
        {
            return Unknown(context);
        }

        if (action.StartsWith("insert-", StringComparison.Ordinal))
        {
            return await InsertAsync(read, action, seen, form, context, me, pages, cancellationToken);
        }

        var wish = new Wish(seen, me.ToOfficial(), Channel, time.GetUtcNow());
        var outcome =
            action == "merge"
                ? await changes.MergeAsync(
                    read,
                    CaseNumber.TryParse(form["body"], out var into) ? into : null,
                    me.ToReader(),
                    wish,
                    cancellationToken
                )
            : await rules.ForAsync(action, form, wish, cancellationToken) is { } rule
                ? await changes.ChangeAsync(read, me.ToReader(), rule, cancellationToken)
            : null;
        if (outcome is null)
        {
            return await GoneAsync(context, read.ToString(), me, Text(form), cancellationToken);
        }

        return outcome.Decision is Decision.Refused { Reason: var refusal }
            ? await pages.ShowAsync(context, me, outcome.Now, AttemptOf(action, seen, form, refusal), cancellationToken)
            : Results.LocalRedirect($"/desk/cases/{read}");
    }

    public static async Task<IResult> NoteAsync(
        string number,
        HttpContext context,
        RequestStore store,
        CaseNotes notes,
        CasePages pages,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            !CaseNumber.TryParse(number, out var read)
            || SignedInAccount.From(context.User) is not { } me
            || await store.FindAsync(read, me.ToReader(), cancellationToken) is not { } stored
        )
        {
            return Unknown(context);
        }

        return await notes.AddAsync(read, me.ToOfficial(), Text(form), cancellationToken) is { } refusal
            ? await pages.ShowAsync(context, me, stored, AttemptOf("note", stored.Request.Version, form, refusal), cancellationToken)
            : Results.LocalRedirect($"/desk/cases/{read}#notes");
    }

    /// <summary>What a page that is open asks for every few seconds: whether the case changed, and who else looks at it.</summary>
    public static async Task<IResult> LiveAsync(
        string number,
        bool? typing,
        HttpContext context,
        RequestStore store,
        CasePresence presence,
        CancellationToken cancellationToken
    )
    {
        if (
            !CaseNumber.TryParse(number, out var read)
            || SignedInAccount.From(context.User) is not { } me
            || await store.VersionAsync(read, me.ToReader(), cancellationToken) is not { } version
        )
        {
            return Results.NotFound();
        }

        var others = presence.Look(read.ToString(), new CaseViewer(me.Id, me.DisplayName, typing == true));
        return Results.Json(new { version, people = People(others, PageLanguage.Of(context)) });
    }

    /// <summary>Who else has the case open, in one sentence; empty when nobody has.</summary>
    public static string People(IReadOnlyList<CaseViewer> others, Lang lang) =>
        others.Count == 0
            ? ""
            : DeadlineText.Fill(
                WorkTexts.AlsoHere,
                lang,
                string.Join(
                    ", ",
                    others.Select(viewer => viewer.IsTyping ? DeadlineText.Fill(WorkTexts.Typing, lang, viewer.Name) : viewer.Name)
                )
            );

    /// <summary>Browsers send line ends as CR LF.</summary>
    internal static string Text(IFormCollection form) => form["text"].ToString().ReplaceLineEndings("\n");

    /// <summary>Puts a template or the suggestion behind what was typed. Nothing is stored or sent.</summary>
    private static async Task<IResult> InsertAsync(
        CaseNumber number,
        string action,
        int seen,
        IFormCollection form,
        HttpContext context,
        SignedInAccount me,
        CasePages pages,
        CancellationToken cancellationToken
    )
    {
        var services = context.RequestServices;
        if (await services.GetRequiredService<RequestStore>().FindAsync(number, me.ToReader(), cancellationToken) is not { } stored)
        {
            return Unknown(context);
        }

        var templates = (await services.GetRequiredService<DeskSettings>().GetAsync(cancellationToken)).Templates.Templates;
        var more = action switch
        {
            "insert-template" when templates.FirstOrDefault(template => template.Key == form["template"]) is { } chosen => ReplyDrafts.Fill(
                chosen,
                stored.Request,
                services.GetRequiredService<IOptions<RequestOptions>>().Value,
                me.DisplayName
            ),
            "insert-suggestion" when services.GetRequiredService<SuggestedAnswers>().For(stored.Request) is { } suggestion =>
                SuggestedAnswers.ToText(suggestion, LangCodes.Parse(stored.Request.Facts.Language) ?? Lang.Vi),
            _ => "",
        };
        return await pages.ShowAsync(
            context,
            me,
            stored,
            AttemptOf("reply", seen, form, null) with
            {
                Text = ReplyDrafts.Append(Text(form), more),
            },
            cancellationToken
        );
    }

    private static Attempt AttemptOf(string action, int seen, IFormCollection form, Refusal? refusal) =>
        new(action, seen, Text(form), form["reason"].ToString(), form["body"].ToString(), refusal)
        {
            Choices = [.. form["missing"].OfType<string>()],
        };

    /// <summary>
    /// There is no such case, or there is none for this person any more: somebody else has it now. Who was shown it before is told so and gets
    /// back what was typed; for anyone else it does not exist.
    /// </summary>
    private static async Task<IResult> GoneAsync(
        HttpContext context,
        string number,
        SignedInAccount me,
        string text,
        CancellationToken cancellationToken
    )
    {
        var services = context.RequestServices;
        var store = services.GetRequiredService<RequestStore>();
        return
            CaseNumber.TryParse(number, out var read)
            && await store.FindAsync(read, me.ToReader(), cancellationToken) is null
            && await services.GetRequiredService<ViewLog>().HasSeenAsync(me.Id, number, cancellationToken)
            && await store.FindAsync(read, cancellationToken) is { Request.OwnerName: { } owner }
            ? PageResults.Show<HandedOnPage>(context, new HandedOnModel(number, owner, text), StatusCodes.Status409Conflict)
            : Unknown(context);
    }

    private static IResult Unknown(HttpContext context) =>
        PageResults.Message(context, DeskTexts.NotFound, DeskTexts.NotFoundText, StatusCodes.Status404NotFound);
}
