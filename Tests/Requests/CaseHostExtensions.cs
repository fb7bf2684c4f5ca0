using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Storage;

namespace PolicyAssistantBot.Tests.Requests;

/// <summary>Stores cases as a turn and as officials do.</summary>
internal static class CaseHostExtensions
{
    /// <summary>Submits a request of a conversation as a turn does.</summary>
    public static async Task<CaseNumber> SubmitAsync(this StorageHost host, string conversation, string user)
    {
        var inbound = (
            await host.Turns.AcceptAsync(StorageHost.Message("gửi yêu cầu", conversation, user), Guid.NewGuid().ToString(), default)
        ).Activity;
        var number = await host.Get<CaseNumberAllocator>().NextAsync(default);
        var accepted = Assert.IsType<SubmissionResult.Accepted>(
            CaseRules.Submit(RequestFields.Default, Sample.Draft(), number, Asker.From(inbound), host.Time.GetUtcNow())
        );
        var deskSettings = await host.Get<DeskSettingsStore>().GetAsync(default);
        var result = await host.Turns.CommitAsync(
            new CompletedTurn(inbound, [], [], [new SubmitRequestEffect(accepted, deskSettings)], null),
            default
        );
        Assert.Equal(CommitResult.Committed, result);
        return number;
    }

    /// <summary>Applies a rule of the desk, which must not refuse.</summary>
    public static async Task ApplyRuleAsync(this StorageHost host, CaseNumber number, Func<CaseWithHistory, CaseDecision> rule) =>
        Assert.IsType<CaseDecision.Changed>((await host.Get<CaseCommandRunner>().ChangeAsync(number, rule, default))!.Decision);

    public static async Task<CaseWithHistory> ReadAsync(this StorageHost host, CaseNumber number) =>
        (await host.Get<CaseStore>().FindAsync(number, default))!;
}
