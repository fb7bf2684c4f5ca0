using System.Reflection;
using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>
/// What runs inside the single writer's transaction reads and writes rows and composes texts; while it runs, nobody else can write. It
/// searches nothing, answers nothing, parses no document and calls no service.
/// </summary>
public sealed class TransactionTests
{
    /// <summary>The interfaces whose methods run inside the transaction.</summary>
    private static readonly Type[] Inside =
    [
        typeof(ICaseObserver),
        typeof(IEffectHandler),
        typeof(ISqlEffectHandler),
        typeof(IDeadlineObserver),
        typeof(IMentionObserver),
    ];

    /// <summary>The namespaces of ours that may be called there.</summary>
    private static readonly string[] Allowed =
    [
        "PolicyAssistantBot",
        "PolicyAssistantBot.Access",
        "PolicyAssistantBot.BotFramework.Schema",
        "PolicyAssistantBot.BotFramework.Turns",
        "PolicyAssistantBot.Cards",
        "PolicyAssistantBot.Desk.*",
        "PolicyAssistantBot.Feedback",
        "PolicyAssistantBot.Files",
        "PolicyAssistantBot.Insight",
        "PolicyAssistantBot.Knowledge",
        "PolicyAssistantBot.Knowledge.Language",
        "PolicyAssistantBot.Knowledge.Rules.*",
        "PolicyAssistantBot.Mail",
        "PolicyAssistantBot.Model",
        "PolicyAssistantBot.Requests.*",
        "PolicyAssistantBot.Storage.*",
        "PolicyAssistantBot.Texts",
    ];

    /// <summary>Methods of other namespaces that may be called there: each is pure and short.</summary>
    private static readonly string[] Named =
    [
        "ConnectorDelivery.Serves",
        "DeferredDelivery.Serves",
        "ChannelFormatter.Format",
        "FileConsent.CreateConsentCard",
        "Sealer`1.Seal",
    ];

    /// <summary>What is not called there even in those namespaces, and what of other libraries.</summary>
    private static readonly string[] Forbidden =
    [
        "PolicyAssistantBot.Requests.Settings.DeskSettingsStore",
        "PolicyAssistantBot.Requests.Settings.DeskSettings.Read",
        "System.Net.Http.",
        "System.Net.Sockets.",
        "System.IO.File.",
        "YamlDotNet.",
        "MailKit.",
        "MimeKit.",
        "Azure.",
        "Microsoft.Extensions.AI.",
        "OpenAI.",
    ];

    [Fact]
    public void Nothing_slow_runs_inside_the_writers_transaction()
    {
        var types = typeof(Program).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }).ToList();
        var starts =
            from face in Inside
            from type in types
            where face.IsAssignableFrom(type)
            from method in type.GetInterfaceMap(face).TargetMethods
            select (MethodBase)method;
        var reached = CallGraph.Reach(starts, method => IsEntered(method));
        Assert.True(reached.Count > 200, $"Only {reached.Count} methods were reached.");
        var breaches =
            from method in reached.Keys
            where IsForbidden(NameOf(method)) || !IsAllowed(method)
            select CallGraph.Path(reached, method);
        var named = breaches.Order(StringComparer.Ordinal).ToList();
        Assert.True(named.Count == 0, string.Join('\n', named));
    }

    [Fact]
    public void A_breach_would_be_found()
    {
        var asks = typeof(TopicFinder).GetMethod("Find")!;
        var reached = CallGraph.Reach([asks], IsAllowed);
        Assert.Contains(reached.Keys, method => !IsAllowed(method));
    }

    /// <summary>The named methods are taken on trust; those of the allowed namespaces are followed.</summary>
    private static bool IsEntered(MethodBase method) =>
        IsAllowed(method) && !IsForbidden(NameOf(method)) && !Named.Contains($"{method.DeclaringType?.Name}.{method.Name}");

    private static string NameOf(MethodBase method) => $"{method.DeclaringType?.FullName}.{method.Name}";

    private static bool IsForbidden(string name) => Forbidden.Any(part => name.StartsWith(part, StringComparison.Ordinal));

    private static bool IsAllowed(MethodBase method)
    {
        var space = method.DeclaringType?.Namespace ?? "";
        return Named.Contains($"{method.DeclaringType?.Name}.{method.Name}")
            || !space.StartsWith("PolicyAssistantBot", StringComparison.Ordinal)
            || Allowed.Any(allowed =>
                allowed.EndsWith(".*", StringComparison.Ordinal)
                    ? space == allowed[..^2] || space.StartsWith(allowed[..^1], StringComparison.Ordinal)
                    : space == allowed
            );
    }
}
