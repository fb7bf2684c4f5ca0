using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Storage;

/// <summary>
/// The history could say that a case was erased while its content was kept: the rule adds the event, and an observer carries it out.
/// </summary>
public sealed class ErasureIsCarriedOutTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_erasure_that_no_observer_carries_out_is_not_stored()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var cases = desk.Get<CaseCommandRunner>();
        await cases.ChangeAsync(number, s => CaseRules.Take(s, s.Command(Sample.Supervisor)), default);
        await cases.ChangeAsync(number, s => CaseRules.Reply(s, s.Command(Sample.Supervisor), "Hồ sơ gồm tờ khai."), default);
        await cases.ChangeAsync(number, s => CaseRules.Close(s, s.Command(Sample.Supervisor), CloseReason.Answered, null), default);

        var withoutObservers = new CaseCommandRunner(
            new CaseTransaction(desk.Get<IDbContextFactory<AssistantDb>>(), desk.Get<DeskSettingsStore>(), [], new())
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() => withoutObservers.ChangeAsync(number, Erase, default));
        Assert.DoesNotContain((await desk.FindAsync(number)).History, entry => entry.Kind == CaseEventKind.Erased);

        Assert.IsType<CaseDecision.Changed>((await cases.ChangeAsync(number, Erase, default))!.Decision);
        Assert.NotNull((await desk.FindAsync(number)).Request.ErasedAt);
    }

    private static CaseDecision Erase(CaseWithHistory stored) =>
        CaseRules.EraseForAsker(stored, stored.Command(Sample.Supervisor), "Đơn số 13");
}
