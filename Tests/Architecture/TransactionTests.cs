using System.Reflection;
using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>
/// Code that runs inside the write transaction reads and writes rows and composes texts, because nobody else can write meanwhile. It runs
/// no search, computes no answer, parses no document and calls no service.
/// </summary>
public sealed class TransactionTests
{
    /// <summary>The interfaces whose methods run inside the transaction.</summary>
    private static readonly Type[] TransactionalInterfaces =
    [
        typeof(ICaseObserver),
        typeof(IEffectHandler),
        typeof(ISqlEffectHandler),
        typeof(IDeadlineObserver),
        typeof(IMentionObserver),
    ];

    /// <summary>Own namespaces that may be called there.</summary>
    private static readonly string[] AllowedNamespaces =
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
        "PolicyAssistantBot.Mail.*",
        "PolicyAssistantBot.Model",
        "PolicyAssistantBot.Privacy.*",
        "PolicyAssistantBot.Requests.*",
        "PolicyAssistantBot.Storage.*",
        "PolicyAssistantBot.Texts",
    ];

    /// <summary>Methods of other namespaces that may be called there: each is pure and short.</summary>
    private static readonly string[] AllowedMethods =
    [
        "ConnectorDelivery.Serves",
        "DeferredDelivery.Serves",
        "ChannelFormatter.Format",
        "FileConsent.CreateConsentCard",
        "ExpiringProtector`1.Protect",
        "TranscriptPage..ctor",
        "LimitOptions.get_Enabled",
        "LimitOptions.get_MailsPerMailbox",
        "LimitOptions.get_CodesPerMailbox",
        "LimitOptions.get_AnswerMailsPerMailbox",
        "LimitOptions.get_AnswerMailsInAll",
    ];

    /// <summary>Members of those namespaces and of libraries that must not be called there.</summary>
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
    public void Nothing_slow_runs_inside_the_write_transaction()
    {
        var types = typeof(Program).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }).ToList();
        var entryPoints =
            from contract in TransactionalInterfaces
            from type in types
            where contract.IsAssignableFrom(type)
            from method in type.GetInterfaceMap(contract).TargetMethods
            select (MethodBase)method;
        var reached = CallGraph.FindReachable(entryPoints, method => ShouldFollow(method));
        Assert.True(reached.Count > 200, $"Only {reached.Count} methods were reached.");
        var violations =
            from method in reached.Keys
            where IsForbidden(QualifiedName(method)) || !IsAllowed(method)
            select CallGraph.DescribePath(reached, method);
        var sorted = violations.Order(StringComparer.Ordinal).ToList();
        Assert.True(sorted.Count == 0, string.Join('\n', sorted));
    }

    [Fact]
    public void A_violation_would_be_found()
    {
        var find = typeof(TopicFinder).GetMethod("Find")!;
        var reached = CallGraph.FindReachable([find], IsAllowed);
        Assert.Contains(reached.Keys, method => !IsAllowed(method));
    }

    /// <summary>Calls of methods of the allowed namespaces are followed; the allowed methods are trusted.</summary>
    private static bool ShouldFollow(MethodBase method) =>
        IsAllowed(method) && !IsForbidden(QualifiedName(method)) && !AllowedMethods.Contains($"{method.DeclaringType?.Name}.{method.Name}");

    private static string QualifiedName(MethodBase method) => $"{method.DeclaringType?.FullName}.{method.Name}";

    private static bool IsForbidden(string name) => Forbidden.Any(part => name.StartsWith(part, StringComparison.Ordinal));

    private static bool IsAllowed(MethodBase method)
    {
        var ns = method.DeclaringType?.Namespace ?? "";
        return AllowedMethods.Contains($"{method.DeclaringType?.Name}.{method.Name}")
            || !ns.StartsWith("PolicyAssistantBot", StringComparison.Ordinal)
            || AllowedNamespaces.Any(allowed =>
                allowed.EndsWith(".*", StringComparison.Ordinal)
                    ? ns == allowed[..^2] || ns.StartsWith(allowed[..^1], StringComparison.Ordinal)
                    : ns == allowed
            );
    }
}
