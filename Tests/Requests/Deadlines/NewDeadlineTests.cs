using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Desk.Channel;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Requests.Deadlines;

/// <summary>
/// The example of docs/architecture.md: one definition makes a new deadline appear on the page of a case, in the lists, on the channel
/// card, in the warnings, the mails and the settings.
/// </summary>
public sealed class NewDeadlineTests : IDisposable
{
    /// <summary>Runs while a case has no owner.</summary>
    private static readonly DeadlineDefinition Pickup = new()
    {
        Key = "pickup",
        Title = new LocalizedText("Nhận yêu cầu", "Pickup"),
        OnTimeRateTitle = new LocalizedText("Nhận đúng hạn", "Picked up in time"),
        DefaultTimeLimit = new TimeLimit(2, IsDays: false),
        Starts = caseEvent => caseEvent.StatusAfter == CaseStatus.Submitted,
        Stops = caseEvent => caseEvent.StatusAfter != CaseStatus.Submitted,
    };

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_new_deadline_is_on_the_page_of_a_case_in_the_lists_and_on_the_channel_card()
    {
        await using var desk = await OpenAsync();
        var number = await desk.SubmitAsync();
        var lan = await desk.SignInAsync("lan", Roles.Official);

        // Submitted when work begins on Monday: two working hours end before any other deadline.
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("Nhận yêu cầu", lan.Text, StringComparison.Ordinal);
        Assert.Contains("đến 23/11/2026 10:00, còn 2 giờ làm việc", lan.Text, StringComparison.Ordinal);
        await lan.OpenAsync("/desk");
        Assert.Contains("23/11/2026 10:00", lan.Text, StringComparison.Ordinal);
        Assert.Contains("Nhận yêu cầu: 23/11/2026 10:00", await CardAsync(desk, number), StringComparison.Ordinal);

        desk.Time.Advance(TimeSpan.FromMinutes(121));
        await lan.SignInAsync("lan", DeskHost.Password);
        await lan.OpenAsync("/desk?view=overdue");
        Assert.Contains(number.ToString(), lan.Text, StringComparison.Ordinal);

        await lan.OpenAsync($"/desk/cases/{number}");
        await lan.SendAsync($"/desk/cases/{number}/take");
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("xong lúc 23/11/2026 10:01, sau hạn 23/11/2026 10:00", lan.Text, StringComparison.Ordinal);
        await lan.OpenAsync("/desk?view=overdue");
        Assert.DoesNotContain(number.ToString(), lan.Text, StringComparison.Ordinal);

        // A case that is returned to the queue restarts the deadline.
        await lan.OpenAsync($"/desk/cases/{number}");
        await lan.SendAsync($"/desk/cases/{number}/release");
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("đến 23/11/2026 13:31", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_of_the_new_deadline_are_given_and_mailed()
    {
        await using var desk = await OpenAsync(("Mail:Host", "localhost"), ("Mail:From", "tro-ly@example.vn"));
        var chief = await desk.CreateAsync("chief", Roles.Supervisor);
        await using (var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync())
        {
            await db.Set<Account>().Where(a => a.Id == chief.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Email, "chief@example.vn"));
        }

        var number = await desk.SubmitAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(121));
        Assert.Equal(1, await desk.Get<DeadlineMonitor>().SendDueWarningsAsync(CancellationToken.None));
        Assert.Equal(0, await desk.Get<DeadlineMonitor>().SendDueWarningsAsync(CancellationToken.None));

        await using var after = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var warning = await after.Set<DeadlineWarning>().SingleAsync();
        Assert.Equal((number.ToString(), "pickup", 100), (warning.CaseNumber, warning.DeadlineKey, warning.Percent));
        Assert.Contains(
            "quá thời hạn “Nhận yêu cầu”",
            (await after.Set<MailRow>().SingleAsync(m => m.Kind == MailKind.Deadline)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_on_time_rate_of_the_new_deadline_is_among_the_statistics()
    {
        await using var desk = await OpenAsync();
        foreach (var conversation in new[] { "c1", "c2" })
        {
            var number = await desk.SubmitAsync(conversation: conversation);
            desk.Time.Advance(TimeSpan.FromMinutes(conversation == "c1" ? 1 : 121));
            var command = new CaseCommand(1, Sample.Lan, "desk", desk.Time.GetUtcNow());
            await desk.Get<CaseCommandRunner>().ChangeAsync(number, stored => CaseRules.Take(stored, command), default);
        }

        var chief = await desk.SignInAsync("chief", Roles.Supervisor);
        await chief.OpenAsync("/desk/insight?from=2026-11-23&until=2026-11-29");
        Assert.Matches("<th[^>]*>\\s*Nhận đúng hạn\\s*</th>", chief.Text);
        Assert.Matches("<td[^>]*>\\s*50 %\\s*</td>", chief.Text);
    }

    [Fact]
    public async Task The_time_limit_of_the_new_deadline_can_be_changed_in_the_settings()
    {
        await using var desk = await OpenAsync();
        var chief = await desk.SignInAsync("chief", Roles.Supervisor);
        await chief.OpenAsync("/desk/settings/times");
        Assert.Contains("Nhận yêu cầu", chief.Text, StringComparison.Ordinal);
        Assert.Contains("2 giờ làm việc", chief.Text, StringComparison.Ordinal);

        var document = await desk.Get<DeskSettingsStore>().ReadAsync(SettingKind.Times, CancellationToken.None);
        var edited = document.Text.Replace("{ kind: support,", "{ kind: support, pickup: 4 hours,", StringComparison.Ordinal);
        await chief.SendAsync("/desk/settings/times", ("text", edited));
        var times = (await desk.Get<DeskSettingsStore>().GetAsync(CancellationToken.None)).Times;
        Assert.Equal(new TimeLimit(4, IsDays: false), times.Of(RequestKind.Support).GetTimeLimit(Pickup));
        Assert.Equal(Pickup.DefaultTimeLimit, times.Of(RequestKind.Other).GetTimeLimit(Pickup));

        await chief.OpenAsync("/desk/settings/times");
        await chief.SendAsync("/desk/settings/times", ("text", edited.Replace("4 hours", "4 weeks", StringComparison.Ordinal)));
        Assert.Contains("“pickup” viết như “8 hours”", chief.Text, StringComparison.Ordinal);
    }

    /// <summary>Cases that were stored before the deadline was defined get it with their next change.</summary>
    [Fact]
    public async Task Earlier_cases_get_the_new_deadline_with_their_next_change()
    {
        CaseNumber number;
        await using (var before = await DeskHost.OpenAsync(folder))
        {
            number = await before.SubmitAsync();
        }

        await using var desk = await OpenAsync();
        await desk.Get<DeadlineMonitor>().RecomputeAllAsync(CancellationToken.None);
        var stored = (await desk.Get<CaseStore>().FindAsync(number, CancellationToken.None))!.Request;
        Assert.Equal(["firstReply", "resolution", "pickup"], stored.Deadlines!.All.Select(deadline => deadline.Key));
    }

    private Task<DeskHost> OpenAsync(params (string Key, string Value)[] settings) =>
        DeskHost.OpenAsync(
            folder,
            services =>
            {
                services.AddSingleton(new DeadlineDefinitionList([.. DeadlineDefinitions.Default.All, Pickup]));
                services.BeginAt(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(7)));
            },
            settings
        );

    private static async Task<string> CardAsync(DeskHost desk, CaseNumber number)
    {
        var stored = (await desk.Get<CaseStore>().FindAsync(number, CancellationToken.None))!;
        return desk.Get<ChannelCaseCardFactory>().CreateCard(stored.Request, stored.History[^1]).Content!.ToJsonString(SchemaJson.Options);
    }
}
