using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Navigation;
using PolicyAssistantBot.Access.Preferences;
using PolicyAssistantBot.Desk.Connections;
using PolicyAssistantBot.Desk.SettingForms;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Desk.FirstSteps;

/// <summary>What an administrator still has to set up: each step until it is done or the administrator dismissed it.</summary>
internal sealed class FirstStepsService(
    IDbContextFactory<AssistantDb> dbContextFactory,
    AccountStore accountStore,
    DeskSettingsStore settingsStore,
    PreferenceStore preferences,
    IOptions<MailOptions> mail,
    IConfiguration configuration
)
{
    /// <summary>All steps that the administrator did not dismiss; empty when each of them is done, and for everyone else.</summary>
    public async Task<IReadOnlyList<FirstStep>> ListAsync(SignedInAccount account, CancellationToken cancellationToken)
    {
        var steps = (await ListAllAsync(account, cancellationToken)).Where(step => !step.IsDismissed).ToList();
        return steps.TrueForAll(step => step.IsDone) ? [] : steps;
    }

    /// <summary>All steps, done and skipped ones too; empty for everyone but administrators.</summary>
    public async Task<IReadOnlyList<FirstStep>> ListAllAsync(SignedInAccount account, CancellationToken cancellationToken)
    {
        if (!account.HasAny(Roles.Administrator))
        {
            return [];
        }

        var dismissed = (await preferences.ListAsync(account.Id, PreferenceKind.DismissedStep, cancellationToken))
            .Select(preference => preference.Name)
            .ToHashSet(StringComparer.Ordinal);
        return [.. (await CreateAsync(cancellationToken)).Select(step => step with { IsDismissed = dismissed.Contains(step.Key) })];
    }

    public async Task DismissAsync(SignedInAccount account, string key, CancellationToken cancellationToken)
    {
        if (FirstStepTexts.Keys.Contains(key, StringComparer.Ordinal))
        {
            await preferences.SaveAsync(
                new AccountPreference
                {
                    AccountId = account.Id,
                    Kind = PreferenceKind.DismissedStep,
                    Name = key,
                    Value = "",
                },
                cancellationToken
            );
        }
    }

    /// <summary>Takes a skipped step up again.</summary>
    public Task ResumeAsync(SignedInAccount account, string key, CancellationToken cancellationToken) =>
        preferences.RemoveAsync(account.Id, PreferenceKind.DismissedStep, key, cancellationToken);

    /// <summary>Names the teams without members.</summary>
    private static LocalizedText DescribeTeams(IReadOnlyList<Team> teams)
    {
        var empty = teams.Where(team => team.Members.Count == 0).Select(team => team.Name).ToList();
        return empty.Count == 0
            ? FirstStepTexts.TeamsText
            : FirstStepTexts.EmptyTeams.InBothOf(FirstStepTexts.TeamsText, SettingFormTexts.Join(empty));
    }

    private async Task<IReadOnlyList<FirstStep>> CreateAsync(CancellationToken cancellationToken)
    {
        var accounts = await accountStore.ListAsync(cancellationToken);
        var settings = await settingsStore.GetAsync(cancellationToken);
        var calendar = await settingsStore.ReadAsync(SettingKind.Calendar, cancellationToken);
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var hasChatted = await db.Set<ActivityRow>().AnyAsync(cancellationToken);
        return
        [
            new(
                FirstStepTexts.AccountsKey,
                FirstStepTexts.Accounts,
                FirstStepTexts.AccountsText,
                "/desk/accounts",
                AccessTexts.Accounts,
                accounts.Count(account => !account.IsDisabled) > 1
            ),
            new(
                FirstStepTexts.TeamsKey,
                FirstStepTexts.Teams,
                DescribeTeams(settings.Routing.Teams),
                "/desk/settings/forms/teams",
                FirstStepTexts.TeamsLink,
                settings.Routing.Teams.All(team => team.Members.Count > 0)
            ),
            new(
                FirstStepTexts.CalendarKey,
                FirstStepTexts.Calendar,
                FirstStepTexts.CalendarText,
                "/desk/settings/forms/days",
                FirstStepTexts.CalendarLink,
                calendar.Version > 0
            ),
            new(
                FirstStepTexts.MailKey,
                FirstStepTexts.Mail,
                FirstStepTexts.MailText,
                "/desk/connections#mail",
                NavigationTexts.Connections,
                mail.Value.IsEnabled
            ),
            new(
                FirstStepTexts.MeetingsKey,
                FirstStepTexts.Meetings,
                FirstStepTexts.MeetingsText,
                "/desk/connections#teams",
                NavigationTexts.Connections,
                configuration.FindTeamsAppId() is not null
            ),
            new(FirstStepTexts.ChatKey, FirstStepTexts.Chat, FirstStepTexts.ChatText, "/", FirstStepTexts.ChatLink, hasChatted),
        ];
    }
}
