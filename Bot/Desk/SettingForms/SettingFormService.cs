using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.Settings;
using PolicyAssistantBot.Desk.Teams;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.SettingForms;

/// <summary>Shows the forms of the settings and saves what they change as a new version of the document.</summary>
internal sealed class SettingFormService(
    DeskSettingsStore settingsStore,
    SettingSaver saver,
    DeskStaffDirectory staff,
    CaseLists caseLists,
    DeadlineDefinitionList definitions,
    TimeProvider time
)
{
    public async Task<IResult> ListAsync(HttpContext context, string formKey, bool isSaved, CancellationToken cancellationToken)
    {
        return SettingFormList.Find(formKey) is { } form
            ? ShowList(context, form, await ReadSourcesAsync(form, cancellationToken), isSaved)
            : ShowNotFound(context);
    }

    /// <summary>Moves an entry up or down. Where another person saved first, nothing is moved and the list says so.</summary>
    public async Task<IResult> MoveAsync(HttpContext context, string formKey, CancellationToken cancellationToken)
    {
        var sent = await context.Request.ReadFormAsync(cancellationToken);
        if (
            SettingFormList.Find(formKey) is not { } form
            || SignedInAccount.From(context.User) is not { } account
            || !int.TryParse(sent["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        )
        {
            return ShowNotFound(context);
        }

        var sources = await ReadSourcesAsync(form, cancellationToken);
        if (sources.Document.Version != version)
        {
            return ShowList(context, form, sources, isSaved: false, isStale: true);
        }

        return form.Move(sources, sent["item"].ToString(), sent["direction"] == "up" ? -1 : 1) is not { } text
                ? Results.LocalRedirect($"/desk/settings/forms/{form.Key}")
            : await saver.SaveAsync(context, account, form.Kind, version, text, cancellationToken) is SettingOutcome.Saved
                ? Results.LocalRedirect($"/desk/settings/forms/{form.Key}?saved=true")
            : ShowList(context, form, await ReadSourcesAsync(form, cancellationToken), isSaved: false, isStale: true);
    }

    private static RazorComponentResult ShowList(
        HttpContext context,
        SettingForm form,
        SettingSources sources,
        bool isSaved,
        bool isStale = false
    ) =>
        PageResults.Show<SettingListPage>(
            context,
            new SettingListModel(form.Key, form.Title, form.Intro, form.AddLabel, form.ListItems(sources), sources.Document, isSaved)
            {
                IsOrdered = form.IsOrdered,
                IsStale = isStale,
                Trial = form.Trial,
            },
            isStale ? StatusCodes.Status409Conflict : StatusCodes.Status200OK
        );

    public async Task<IResult> ShowAsync(
        HttpContext context,
        string formKey,
        string? item,
        bool isRemoval,
        CancellationToken cancellationToken
    )
    {
        if (SettingFormList.Find(formKey) is not { } form)
        {
            return ShowNotFound(context);
        }

        var sources = await ReadSourcesAsync(form, cancellationToken);
        var values = isRemoval ? new SettingValues() : form.ReadItem(sources, item);
        var attempt = new Attempt(form, sources, item, isRemoval, values);
        return attempt.IsPossible ? PageResults.Show<SettingEntryPage>(context, attempt.ToModel([])) : ShowNotFound(context);
    }

    public async Task<IResult> ChangeAsync(HttpContext context, string formKey, bool isRemoval, CancellationToken cancellationToken)
    {
        var sent = await context.Request.ReadFormAsync(cancellationToken);
        if (
            SettingFormList.Find(formKey) is not { } form
            || SignedInAccount.From(context.User) is not { } account
            || !int.TryParse(sent["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var expectedVersion)
        )
        {
            return ShowNotFound(context);
        }

        var sources = await ReadSourcesAsync(form, cancellationToken);
        var item = sent["item"] is [{ Length: > 0 } key, ..] ? key : null;
        if (sources.Document.Version != expectedVersion)
        {
            return ShowStale(context, new Attempt(form, sources, item, isRemoval, ReadSent()));
        }

        var attempt = new Attempt(form, sources, item, isRemoval, ReadSent());
        if (!attempt.IsPossible)
        {
            return ShowNotFound(context);
        }

        var problems = attempt.FindProblems();
        if (problems.Count > 0)
        {
            return Refuse(problems);
        }

        if (attempt.Write() is not { } text)
        {
            return Refuse([new SettingProblem(null, SettingFormTexts.CannotWrite)]);
        }

        switch (await saver.SaveAsync(context, account, form.Kind, expectedVersion, text, cancellationToken))
        {
            case SettingOutcome.Invalid { Problems: var invalid }:
                return Refuse([.. invalid.Select(problem => new SettingProblem(null, problem.Reason))]);
            case SettingOutcome.Stale:
                return ShowStale(context, attempt with { Sources = await ReadSourcesAsync(form, cancellationToken) });
            default:
                return Results.LocalRedirect($"/desk/settings/forms/{form.Key}?saved=true");
        }

        SettingValues ReadSent() =>
            SettingValues.Read(
                sent,
                !isRemoval ? form.GetFields(sources, item)
                    : item is null ? []
                    : form.GetRemovalFields(sources, item)
            );

        IResult Refuse(IReadOnlyList<SettingProblem> found) =>
            PageResults.Show<SettingEntryPage>(context, attempt.ToModel(found), StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Keeps what was entered, on top of the version that was saved in the meantime.</summary>
    private static IResult ShowStale(HttpContext context, Attempt attempt)
    {
        var isGone = attempt is { Key: not null, Item: null };
        return isGone && attempt.IsRemoval
            ? Results.LocalRedirect($"/desk/settings/forms/{attempt.Form.Key}")
            : PageResults.Show<SettingEntryPage>(
                context,
                (attempt with { Key = isGone ? null : attempt.Key }).ToModel(
                    isGone ? [new SettingProblem(null, SettingFormTexts.Gone)] : []
                ) with
                {
                    SavedMeanwhileBy = attempt.Sources.Document.SavedByName,
                },
                StatusCodes.Status409Conflict
            );
    }

    private async Task<SettingSources> ReadSourcesAsync(SettingForm form, CancellationToken cancellationToken) =>
        new(
            await settingsStore.ReadAsync(form.Kind, cancellationToken),
            await staff.ListAsync(cancellationToken),
            await caseLists.CountByTeamAsync(cancellationToken),
            definitions,
            HanoiTime.DayOf(time.GetUtcNow())
        )
        {
            LockedStaff = await staff.ListLockedAsync(cancellationToken),
        };

    private static RazorComponentResult ShowNotFound(HttpContext context) =>
        PageResults.Message(context, DeskTexts.NotFound, DeskTexts.NotFoundText, StatusCodes.Status404NotFound);

    /// <summary>A change of an entry that was asked for.</summary>
    private sealed record Attempt(SettingForm Form, SettingSources Sources, string? Key, bool IsRemoval, SettingValues Values)
    {
        public SettingItem? Item => Key is null ? null : Form.ListItems(Sources).FirstOrDefault(item => item.Key == Key);

        public bool IsPossible =>
            Key is null ? !IsRemoval && Form.AddLabel is not null : Item is { } item && (item.CanBeRemoved || !IsRemoval);

        private IReadOnlyList<SettingField> Fields => IsRemoval ? Form.GetRemovalFields(Sources, Key!) : Form.GetFields(Sources, Key);

        public IReadOnlyList<SettingProblem> FindProblems() =>
            IsRemoval ? SettingForm.FindFieldProblems(Fields, Values) : Form.FindProblems(Sources, Key, Values);

        public string? Write() => IsRemoval ? Form.Remove(Sources, Key!, Values) : Form.Write(Sources, Key, Values);

        public SettingEntryModel ToModel(IReadOnlyList<SettingProblem> problems) =>
            new(
                Form.Key,
                Item is not { } item ? Form.AddLabel ?? Form.Title
                    : IsRemoval ? SettingFormTexts.RemovalOf.InBothOf(item.Title)
                    : SettingFormTexts.EditOf.InBothOf(item.Title),
                Item,
                IsRemoval,
                IsRemoval ? Form.DescribeRemoval(Sources, Key!) : [],
                Fields,
                Values,
                problems,
                Sources.Document.Version
            );
    }
}
