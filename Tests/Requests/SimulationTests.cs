using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Requests.Deadlines;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;
using static PolicyAssistantBot.Requests.CaseStatus;

namespace PolicyAssistantBot.Tests.Requests;

/// <summary>A thousand cases over thirty working days: ten officials and their askers do at random what they may, and the service dies
/// three times.</summary>
public sealed class SimulationTests : IDisposable
{
    private const int Cases = 1000;
    private const int Days = 30;
    private const int ActionsADay = 45;

    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    private readonly TempFolder folder = new();
    private readonly Random random = new(20261122);
    private readonly StaffMember[] staff = [.. Enumerable.Range(0, 10).Select(i => new StaffMember($"o{i}", $"o{i}", $"Cán bộ {i}"))];
    private readonly Dictionary<string, Known> cases = new(StringComparer.Ordinal);
    private int messages;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_case_is_accounted_for_every_chain_holds_and_every_deadline_is_right()
    {
        var host = await OpenAsync();
        try
        {
            var day = new DateOnly(2026, 11, 23);
            for (var worked = 0; worked < Days; day = day.AddDays(1))
            {
                if (!WorkingCalendar.Default.IsWorkingDay(day))
                {
                    continue;
                }

                GoTo(host, day, 8 * 60);
                await SubmitAsync(host, (Cases * (worked + 1) / Days) - (Cases * worked / Days));
                foreach (var minute in Enumerable.Range(0, ActionsADay).Select(_ => random.Next(8 * 60, 19 * 60)).Order())
                {
                    GoTo(host, day, minute);
                    await ActAsync(host, cases.Values.ElementAt(random.Next(cases.Count)));
                }

                worked++;
                if (worked is 8 or 16 or 24)
                {
                    host = await CrashAsync(host);
                }
            }

            await CheckAsync(host);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private Task<StorageHost> OpenAsync() => StorageHost.OpenAsync(folder, services => services.AddRequests());

    /// <summary>The process ends in the middle of a change; what was not committed is lost.</summary>
    private async Task<StorageHost> CrashAsync(StorageHost host)
    {
        var now = host.Time.GetUtcNow();
        var victim = cases.Values.First(known => known.Status == Submitted);
        _ = CaseNumber.TryParse(victim.Number, out var number);
        var stored = (await host.Get<CaseStore>().FindAsync(number, default))!;
        await using (var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var change = Assert.IsType<CaseDecision.Changed>(
                CaseRules.Take(stored, new CaseCommand(stored.Request.Version, Official(0), "desk", now))
            );
            Assert.True(await CaseWriter.UpdateAsync(db, change, DeskSettings.Default.Hours, default));
        }

        await host.DisposeAsync();
        var next = await OpenAsync();
        next.Time.Advance(now - next.Time.GetUtcNow());
        return next;
    }

    private static void GoTo(StorageHost host, DateOnly day, int minute)
    {
        var at = new DateTimeOffset(day, TimeOnly.MinValue, Vietnam).AddMinutes(minute);
        if (at > host.Time.GetUtcNow())
        {
            host.Time.Advance(at - host.Time.GetUtcNow());
        }
    }

    private async Task SubmitAsync(StorageHost host, int count)
    {
        var now = host.Time.GetUtcNow();
        await Task.WhenAll(
            Enumerable
                .Range(cases.Count + 1, count)
                .Select(serial => (Serial: serial, Kind: (RequestKind)random.Next(5)))
                .ToList()
                .Select(async filed =>
                {
                    var inbound = (
                        await host.Turns.AcceptAsync(
                            StorageHost.Message("gửi", $"c{filed.Serial % 40}", $"u{filed.Serial % 40}"),
                            $"s{filed.Serial}",
                            default
                        )
                    ).Activity;
                    var accepted = Assert.IsType<SubmissionResult.Accepted>(
                        CaseRules.Submit(
                            RequestFields.Default,
                            Sample.Draft($"Công ty {filed.Serial}") with
                            {
                                Kind = filed.Kind,
                            },
                            new CaseNumber(2026, filed.Serial),
                            Asker.From(inbound),
                            now
                        )
                    );
                    await host.Turns.CommitAsync(
                        new CompletedTurn(inbound, [], [], [new SubmitRequestEffect(accepted, DeskSettings.Default)], null),
                        default
                    );
                    lock (cases)
                    {
                        cases[accepted.Request.CaseNumber] = new Known(accepted.Request.CaseNumber, accepted.Request.Asker)
                        {
                            Status = Submitted,
                            Version = 1,
                        };
                    }
                })
        );
    }

    private async Task ActAsync(StorageHost host, Known known)
    {
        _ = CaseNumber.TryParse(known.Number, out var number);
        var (dice, by) = (random.Next(100), known.Owner ?? random.Next(10));
        var command = new CaseCommand(known.Version, Official(by), "desk", host.Time.GetUtcNow());
        if (dice < 15)
        {
            await AskerActsAsync(host, known, isWithdrawal: dice == 0);
            return;
        }

        var other = cases.Values.FirstOrDefault(c =>
            c.Number != known.Number && c.Asker.UserId == known.Asker.UserId && c.Status is Submitted or Assigned
        );
        if (known.Status == Assigned && dice >= 96 && other is not null && CaseNumber.TryParse(other.Number, out var into))
        {
            known.Take(
                await host.Get<CaseCommandRunner>()
                    .ChangeAsync(number, into, CaseAccess.Full, (one, two) => CaseRules.MergeInto(one, two, command), default)
            );
            other.Version++;
            return;
        }

        Func<CaseWithHistory, CaseDecision>? rule = (known.Status, dice) switch
        {
            (Submitted, _) => s => CaseRules.Take(s, command),
            (Assigned, < 35) => s => CaseRules.RequestInformation(s, command, "Gửi thêm giấy đăng ký."),
            (Assigned, < 45) => s => CaseRules.HandOver(s, command, staff[(by + 1) % 10], null),
            (Assigned, < 50) => s => CaseRules.Release(s, command),
            (Assigned, < 55) => s => CaseRules.MoveToTeam(s, command, DeskSettings.Default.Routing.Find("general"), null),
            (Assigned, < 58) => s => CaseRules.Forward(s, command, "Sở Công Thương", "Thuộc thẩm quyền của Sở."),
            (Assigned or Reopened or WaitingForAsker, _) => s => CaseRules.Reply(s, command, $"Trả lời {dice}."),
            (Answered, < 25) => s => CaseRules.RequestInformation(s, command, "Còn một ý."),
            (Answered, _) => s => CaseRules.Close(s, command, CloseReason.Answered, null),
            (Closed or Forwarded, < 25) => s => CaseRules.Reopen(s, command, "Xem lại."),
            _ => null,
        };
        if (rule is not null)
        {
            known.Take(await host.Get<CaseCommandRunner>().ChangeAsync(number, rule, default));
        }
    }

    private async Task AskerActsAsync(StorageHost host, Known known, bool isWithdrawal)
    {
        // A merged case passes messages on; here the asker writes only to cases that are not merged.
        if (known.Status is Merged or Withdrawn || (isWithdrawal && known.Status is Closed or Forwarded))
        {
            return;
        }

        var inbound = (
            await host.Turns.AcceptAsync(
                StorageHost.Message("thêm", known.Asker.ConversationId, known.Asker.UserId),
                $"m{++messages}",
                default
            )
        ).Activity;
        _ = CaseNumber.TryParse(known.Number, out var number);
        var askerCaseService = host.Get<AskerCaseService>();
        var act = Assert.IsType<AskerActResult.Decided>(
            isWithdrawal
                ? await askerCaseService.WithdrawAsync(number, known.Asker, default)
                : await askerCaseService.AddMessageAsync(number, known.Asker, $"Bổ sung {messages}", default)
        );
        await host.Turns.CommitAsync(new CompletedTurn(inbound, [], [], [act.Effect], null), default);
        known.Version++;
        known.Status = isWithdrawal
            ? Withdrawn
            : known.Status switch
            {
                WaitingForAsker => Assigned,
                Answered or Closed or Forwarded => Reopened,
                var status => status,
            };
    }

    private async Task CheckAsync(StorageHost host)
    {
        var report = await host.Get<HistoryVerifier>().VerifyAsync(default);
        Assert.Equal((Cases, 0), (report.Cases, report.BrokenHistories.Count));
        Assert.Equal(cases.Values.Sum(known => known.Version), report.Events);
        Assert.True(cases.Values.Select(known => known.Status).Distinct().Count() == 9, "Every state occurs.");

        var slow = new ReferenceDeadlineCalculator(WorkingCalendar.Default, DeskSettings.Default.Hours.Spans);
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var histories = (await db.Set<CaseEvent>().AsNoTracking().ToListAsync()).ToLookup(e => e.CaseNumber, StringComparer.Ordinal);
        foreach (var row in await db.Set<CaseRow>().AsNoTracking().ToListAsync())
        {
            var known = cases[row.CaseNumber];
            Assert.Equal((known.Status, known.Version), (row.Status, row.Version));
            var (history, time) = (histories[row.CaseNumber].OrderBy(e => e.Sequence).ToList(), DeskSettings.Default.Times.Of(row.Kind));
            var resolution = slow.ComputeResolution(history, time.GetTimeLimit(DeadlineDefinitions.Resolution));
            Assert.Equal(resolution, row.Deadlines!.Resolution().StoppedAt is null ? row.Deadlines!.Resolution().DueAt : null);
            Assert.Equal(
                slow.ComputeDueTime(history[0].At, [], time.GetTimeLimit(DeadlineDefinitions.FirstReply)),
                row.Deadlines!.FirstReply().DueAt
            );
            Assert.Equal(
                new[] { resolution, row.Deadlines!.FirstReply().StoppedAt is null ? row.Deadlines!.FirstReply().DueAt : null }.Min(),
                row.DueAt
            );
        }
    }

    private Official Official(int i) => new(staff[i].Id, staff[i].Name, CanActForOthers: false);

    /// <summary>The expected state of a case, tracked beside the service.</summary>
    private sealed class Known(string number, Asker asker)
    {
        public string Number { get; } = number;

        public Asker Asker { get; } = asker;

        public required CaseStatus Status { get; set; }

        public required int Version { get; set; }

        public int? Owner { get; private set; }

        public void Take(ChangeOutcome? outcome)
        {
            var changed = Assert.IsType<CaseDecision.Changed>(outcome?.Decision).Request;
            Assert.Equal(Version + 1, changed.Version);
            (Status, Version) = (changed.Status, changed.Version);
            Owner = changed.OwnerId is { } id ? int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture) : null;
        }
    }
}
