using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Preferences;
using PolicyAssistantBot.Mail;
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
        if (!account.HasAny(Roles.Administrator))
        {
            return [];
        }

        var dismissed = (await preferences.ListAsync(account.Id, PreferenceKind.DismissedStep, cancellationToken))
            .Select(preference => preference.Name)
            .ToHashSet(StringComparer.Ordinal);
        var steps = (await CreateAsync(cancellationToken)).Where(step => !dismissed.Contains(step.Key)).ToList();
        return steps.TrueForAll(step => step.IsDone) ? [] : steps;
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
                FirstStepTexts.TeamsText,
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
            new(FirstStepTexts.MailKey, FirstStepTexts.Mail, FirstStepTexts.MailText, null, null, mail.Value.IsEnabled),
            new(
                FirstStepTexts.MeetingsKey,
                FirstStepTexts.Meetings,
                FirstStepTexts.MeetingsText,
                null,
                null,
                !string.IsNullOrEmpty(configuration["Bot:AppId"])
            ),
            new(FirstStepTexts.ChatKey, FirstStepTexts.Chat, FirstStepTexts.ChatText, "/", FirstStepTexts.ChatLink, hasChatted),
        ];
    }
}
