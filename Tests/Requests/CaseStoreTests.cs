using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Requests;

public sealed class CaseStoreTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task A_request_is_stored_with_its_turn_and_once_only(DatabaseKind store)
    {
        await using var host = await OpenAsync(store);
        var accepted = await SubmitAsync(host);
        var again = Sample.Accepted(2, accepted.Request.Asker);
        await Assert.ThrowsAnyAsync<Exception>(() => ApplyAsync(host, new SubmitRequestEffect(again, DeskSettings.Default)));

        Assert.Single(await host.Get<CaseStore>().ListForAskerAsync("directline", "u1", 10, default));
        var stored = await host.Get<CaseStore>().FindForAskerAsync(Number(accepted.Request), "directline", "u1", default);
        Assert.Equal(
            (accepted.Request.Facts, accepted.Request.Asker, 1),
            (stored!.Request.Facts, stored.Request.Asker, stored.Request.Version)
        );
        Assert.Equal(("support", "support"), (stored.Request.Routing?.Team, stored.History[0].Detail));
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
        Assert.Null(await host.Get<CaseStore>().FindForAskerAsync(Number(accepted.Request), "directline", "u2", default));
    }

    [Theory, EveryDatabase]
    public async Task Case_numbers_allocated_in_parallel_are_distinct_and_restart_each_year(DatabaseKind store)
    {
        await using var host = await OpenAsync(store);
        var allocator = host.Get<CaseNumberAllocator>();
        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => allocator.NextAsync(default))));
        Assert.Equal(Enumerable.Range(1, 50).Select(i => (long)i), numbers.Select(n => n.Serial).Order());
        host.Time.Advance(new DateTimeOffset(2026, 12, 31, 16, 59, 59, TimeSpan.Zero) - host.Time.GetUtcNow());
        Assert.Equal(new CaseNumber(2026, 51), await allocator.NextAsync(default));
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new CaseNumber(2027, 1), await allocator.NextAsync(default));
    }

    [Theory, EveryDatabase]
    public async Task Only_one_of_a_hundred_officials_takes_a_case_and_the_others_are_told_the_owner(DatabaseKind store)
    {
        await using var host = await OpenAsync(store);
        var number = Number((await SubmitAsync(host)).Request);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(i =>
                    Task.Run(() =>
                        host.Get<CaseCommandRunner>()
                            .ChangeAsync(
                                number,
                                s => CaseRules.Take(s, new CaseCommand(1, new Official($"o{i}", $"Cán bộ {i}", false), "desk", Sample.Now)),
                                default
                            )
                    )
                )
        );

        var winner = Assert.Single(outcomes, o => o!.Decision is CaseDecision.Changed)!.After.Request;
        Assert.All(
            outcomes,
            o =>
                Assert.True(
                    o!.Decision is CaseDecision.Changed
                        || (o.Decision is CaseDecision.Refused { Reason: Refusal.OwnedByColleague by } && by.Name == winner.OwnerName)
                )
        );
        var stored = await host.Get<CaseStore>().FindAsync(number, default);
        Assert.Equal((2, winner.OwnerId), (stored!.Request.Version, stored.Request.OwnerId));
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
    }

    [Theory, EveryDatabase]
    public async Task A_reply_and_its_message_to_the_asker_are_stored_together(DatabaseKind store)
    {
        await using var host = await OpenAsync(store);
        var number = Number((await SubmitAsync(host)).Request);
        await ChangeAsync(host, number, s => CaseRules.Take(s, s.Command(Sample.Lan)));
        await ChangeAsync(host, number, s => CaseRules.Reply(s, s.Command(Sample.Lan), "Được hỗ trợ <b>tối đa</b> 50 %."));

        var sent = Assert.Single(await OutgoingAsync(host));
        Assert.Contains("Sở Tài chính Hà Nội trả lời yêu cầu", sent, StringComparison.Ordinal);
        Assert.Contains("Được hỗ trợ <b>tối đa</b> 50 %.", sent, StringComparison.Ordinal);
        Assert.Contains(number.ToString(), sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Lan", sent, StringComparison.Ordinal);
        Assert.Contains("\"plain\"", sent, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Messages_of_the_asker_reach_the_case_and_those_of_others_do_not(DatabaseKind store)
    {
        await using var host = await OpenAsync(store);
        var request = (await SubmitAsync(host)).Request;
        var number = Number(request);
        await ChangeAsync(host, number, s => CaseRules.Take(s, s.Command(Sample.Lan)));
        await ChangeAsync(host, number, s => CaseRules.RequestInformation(s, s.Command(Sample.Lan), "Gửi thêm giấy đăng ký."));
        Assert.Equal(CaseStatus.WaitingForAsker, Assert.Single(await OpenCasesAsync(host)).Status);

        var askerCaseService = host.Get<AskerCaseService>();
        Assert.IsType<AskerActResult.NotFound>(
            await askerCaseService.AddMessageAsync(number, Sample.Asker(user: "u2"), "Tôi là người khác", default)
        );
        await ApplyAsync(host, await askerCaseService.AddMessageAsync(number, request.Asker, "Đây ạ", default));
        var stored = await host.Get<CaseStore>().FindAsync(number, default);
        Assert.Equal((CaseStatus.Assigned, "Đây ạ", 4), (stored!.Request.Status, stored.History[^1].Text, stored.History.Count));
        Assert.Equal(CaseStatus.Assigned, Assert.Single(await OpenCasesAsync(host)).Status);

        await ApplyAsync(host, await askerCaseService.WithdrawAsync(number, request.Asker, default));
        Assert.Empty(await OpenCasesAsync(host));
        stored = await host.Get<CaseStore>().FindAsync(number, default);
        Assert.Equal(CaseStatus.Withdrawn, stored!.Request.Status);
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
    }

    [Theory, EveryDatabase]
    public async Task A_message_to_a_merged_case_reaches_the_remaining_case(DatabaseKind store)
    {
        await using var host = await OpenAsync(store);
        var kept = (await SubmitAsync(host)).Request;
        var other = Sample.Accepted(2, Sample.Asker(activity: "other"));
        await ApplyAsync(host, new SubmitRequestEffect(other, DeskSettings.Default));
        await ChangeAsync(host, Number(other.Request), s => CaseRules.Take(s, s.Command(Sample.Lan)));
        var outcome = await host.Get<CaseCommandRunner>()
            .ChangeAsync(
                Number(other.Request),
                Number(kept),
                CaseAccess.Full,
                (one, two) => CaseRules.MergeInto(one, two, new CaseCommand(2, Sample.Lan, "desk", Sample.Now)),
                default
            );
        Assert.IsType<CaseDecision.Changed>(outcome!.Decision);
        Assert.Contains(kept.CaseNumber, Assert.Single(await OutgoingAsync(host)), StringComparison.Ordinal);

        await ApplyAsync(
            host,
            await host.Get<AskerCaseService>().AddMessageAsync(Number(other.Request), other.Request.Asker, "Thêm một ý", default)
        );
        var stored = await host.Get<CaseStore>().FindAsync(Number(kept), default);
        Assert.Equal(("Thêm một ý", 3), (stored!.History[^1].Text, stored.Request.Version));
    }

    private Task<StorageHost> OpenAsync(DatabaseKind store) => StorageHost.OpenAsync(folder, store, services => services.AddRequests());

    private static CaseNumber Number(SupportRequest request) => CaseNumber.TryParse(request.CaseNumber, out var number) ? number : default;

    private static async Task<SubmissionResult.Accepted> SubmitAsync(StorageHost host)
    {
        var inbound = StorageHost.Message("gửi");
        var stored = (await host.Turns.AcceptAsync(inbound, "k1", default)).Activity;
        var accepted = Sample.Accepted(asker: Asker.From(stored));
        var result = await host.Turns.CommitAsync(
            new CompletedTurn(stored, [], [], [new SubmitRequestEffect(accepted, DeskSettings.Default)], null),
            default
        );
        Assert.Equal(CommitResult.Committed, result);
        return accepted;
    }

    private static Task<IReadOnlyList<SupportRequest>> OpenCasesAsync(StorageHost host) =>
        host.Get<CaseStore>().ListOpenForAskerAsync("directline", "u1", default);

    private static Task ApplyAsync(StorageHost host, AskerActResult act) =>
        ApplyAsync(host, Assert.IsType<AskerActResult.Decided>(act).Effect);

    private static async Task ApplyAsync(StorageHost host, IEffect effect)
    {
        var inbound = StorageHost.Message("tin nhắn");
        var stored = (await host.Turns.AcceptAsync(inbound, Guid.NewGuid().ToString(), default)).Activity;
        Assert.Equal(CommitResult.Committed, await host.Turns.CommitAsync(new CompletedTurn(stored, [], [], [effect], null), default));
    }

    private static async Task ChangeAsync(StorageHost host, CaseNumber number, Func<CaseWithHistory, CaseDecision> rule) =>
        Assert.IsType<CaseDecision.Changed>((await host.Get<CaseCommandRunner>().ChangeAsync(number, rule, default))!.Decision);

    private static async Task<List<string>> OutgoingAsync(StorageHost host)
    {
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<ActivityRow>().Where(a => a.Direction == Direction.Outbound).Select(a => a.Json).ToListAsync();
    }
}
