using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Requests.Deadlines;

public sealed class DeadlineWarningTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Listener listener = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_percentage_is_warned_of_once_and_supervisors_are_warned_of_the_deadline()
    {
        await using var host = await OpenAsync();
        var number = await SubmitAsync(host);
        var keeper = host.Get<DeadlineMonitor>();
        Assert.Equal(0, await keeper.SendDueWarningsAsync(default));

        // Submitted on Saturday: eight working hours are Monday.
        await GoToAsync(host, "2026-11-23 14:00");
        Assert.Equal(1, await keeper.SendDueWarningsAsync(default));
        Assert.Equal(0, await keeper.SendDueWarningsAsync(default));
        await GoToAsync(host, "2026-11-23 16:00");
        Assert.Equal(1, await keeper.SendDueWarningsAsync(default));
        await GoToAsync(host, "2026-11-23 17:31");
        Assert.Equal(1, await keeper.SendDueWarningsAsync(default));
        Assert.Equal(["firstReply 50", "firstReply 80", "firstReply 100!"], listener.Heard);

        // After two weeks without a check, only the highest of the three warnings is given.
        await GoToAsync(host, "2026-12-15 08:00");
        await keeper.SendDueWarningsAsync(default);
        Assert.Equal("resolution 100!", listener.Heard[^1]);
        Assert.Equal(4, listener.Heard.Count);

        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        Assert.Equal(4, await db.Set<DeadlineWarning>().CountAsync(w => w.CaseNumber == number));
        Assert.Null((await db.Set<CaseRow>().SingleAsync()).NextWarningAt);
    }

    [Fact]
    public async Task No_warning_is_given_while_the_asker_has_to_answer()
    {
        await using var host = await OpenAsync();
        var number = await SubmitAsync(host);
        var commandRunner = host.Get<CaseCommandRunner>();
        Assert.True(CaseNumber.TryParse(number, out var caseNumber));
        await commandRunner.ChangeAsync(caseNumber, s => CaseRules.Take(s, s.Command(Sample.Lan)), default);
        await commandRunner.ChangeAsync(
            caseNumber,
            s => CaseRules.RequestInformation(s, s.Command(Sample.Lan), "Gửi thêm giấy đăng ký."),
            default
        );
        await GoToAsync(host, "2026-12-30 08:00");
        Assert.Equal(0, await host.Get<DeadlineMonitor>().SendDueWarningsAsync(default));
    }

    [Fact]
    public async Task An_edited_calendar_moves_the_deadlines_of_open_cases()
    {
        await using var host = await OpenAsync();
        var number = await SubmitAsync(host);
        Assert.True(CaseNumber.TryParse(number, out var caseNumber));
        var before = (await host.Get<CaseStore>().FindAsync(caseNumber, default))!.Request.Deadlines!;
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 10, 30, 0, TimeSpan.Zero), before.FirstReply().DueAt);

        var settingsStore = host.Get<DeskSettingsStore>();
        var text =
            (await settingsStore.ReadAsync(SettingKind.Calendar, default)).Text
            + "\n  - { day: 2026-11-23, name: { vi: 'Nghỉ', en: 'Off' }, source: 'thử', confidence: V1-high }\n";
        Assert.IsType<SettingOutcome.Saved>(await settingsStore.SaveAsync(SettingKind.Calendar, 0, text, Sample.Supervisor, default));
        await host.Get<DeadlineMonitor>().RecomputeAllAsync(default);

        // Monday is off now, and so is the holiday of 24 November.
        var after = (await host.Get<CaseStore>().FindAsync(caseNumber, default))!.Request;
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 10, 30, 0, TimeSpan.Zero), after.Deadlines!.FirstReply().DueAt);
        Assert.Equal(1, after.Version);
    }

    private async Task<StorageHost> OpenAsync() =>
        await StorageHost.OpenAsync(folder, services => services.AddRequests().AddSingleton<IDeadlineObserver>(listener));

    private static async Task<string> SubmitAsync(StorageHost host)
    {
        var inbound = (await host.Turns.AcceptAsync(StorageHost.Message("gửi yêu cầu"), "k1", default)).Activity;
        var accepted = Sample.Accepted(1, Asker.From(inbound));
        await host.Turns.CommitAsync(
            new CompletedTurn(
                inbound,
                [],
                [],
                [new SubmitRequestEffect(accepted, await host.Get<DeskSettingsStore>().GetAsync(default))],
                null
            ),
            default
        );
        return accepted.Request.CaseNumber;
    }

    private static Task GoToAsync(StorageHost host, string local)
    {
        var at = new DateTimeOffset(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
        host.Time.Advance(at - host.Time.GetUtcNow());
        return Task.CompletedTask;
    }

    private sealed class Listener : IDeadlineObserver
    {
        public List<string> Heard { get; } = [];

        public Task OnDeadlineWarningAsync(
            AssistantDb db,
            SupportRequest request,
            DeadlineWarning warning,
            CancellationToken cancellationToken
        )
        {
            Heard.Add($"{warning.DeadlineKey} {warning.Percent}{(warning.IsEscalation ? "!" : "")}");
            return Task.CompletedTask;
        }
    }
}
