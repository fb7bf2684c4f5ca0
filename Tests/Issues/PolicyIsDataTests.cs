using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Checks;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>The tables of the policy were in code, where editors could not change them, with unchecked article keys.</summary>
[Collection(PublishedPolicyCollection.Name)]
public sealed class PolicyIsDataTests(TalkHost host) : IClassFixture<TalkHost>, IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        using var shipped = CreateStore(ConversationPolicy.ShippedFolder);
        folder.Dispose();
    }

    [Fact]
    public async Task A_running_conversation_uses_changed_tables_and_keeps_the_last_valid_ones()
    {
        var chat = new TestConversation(host);
        var tables = CopyTables();
        using var store = CreateStore(tables);
        Assert.DoesNotContain("Viện Zorblax", await chat.SayAsync("làm giấy zorblax ở đâu"), StringComparison.Ordinal);
        Assert.DoesNotContain("Tên doanh nghiệp", await chat.SayAsync("zorblax phiếu kia"), StringComparison.Ordinal);

        ReplaceInFile(
            tables,
            "matters.yaml",
            "matters:\n",
            "matters:\n  - body: { vi: Viện Zorblax, en: the Zorblax Institute }\n    words: giay zorblax\n"
        );
        ReplaceInFile(
            tables,
            "acts.yaml",
            "  - act: wantPerson\n    floor: 0.5\n    vi: |\n",
            "  - act: wantPerson\n    floor: 0.5\n    vi: |\n      zorblax phiếu kia\n"
        );
        store.Reload();
        Assert.Contains("Viện Zorblax", await chat.SayAsync("làm giấy zorblax ở đâu"), StringComparison.Ordinal);

        ReplaceInFile(tables, "matters.yaml", "words: giay zorblax", "words: giay (zorblax");
        store.Reload();
        var problem = Assert.Single(store.Problems);
        Assert.Equal(("Policy/matters.yaml", true), (problem.Path, problem.Line > 1));
        Assert.Contains("Viện Zorblax", await chat.SayAsync("làm giấy zorblax ở đâu"), StringComparison.Ordinal);
        Assert.Contains("Tên doanh nghiệp", await chat.SayAsync("zorblax phiếu kia"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_build_learns_its_own_tables_whichever_policy_is_in_use()
    {
        var tables = CopyTables();
        ReplaceInFile(
            tables,
            "acts.yaml",
            "  - act: wantPerson\n    floor: 0.5\n    vi: |\n",
            "  - act: wantPerson\n    floor: 0.5\n    vi: |\n      zorblax phiếu nọ\n"
        );
        using var store = CreateStore(tables);
        List<(string Name, SnapshotOutcome Outcome)> outcomes = [];

        KnowledgeBase.WriteSnapshots(
            RealKnowledge.Articles,
            SnapshotStore.OpenReadOnly(SnapshotStore.ShippedFolder, (name, outcome) => outcomes.Add((name, outcome)))
        );

        Assert.Contains(("acts", SnapshotOutcome.Loaded), outcomes);
    }

    [Fact]
    public void The_check_reports_keys_without_an_article_with_their_line()
    {
        var tables = CopyTables();
        ReplaceInFile(tables, "fields.yaml", "key: C2-smedf", "key: C2-gone");
        ReplaceInFile(tables, "matters.yaml", "unless: ours", "unless: theirs");

        var findings = ConversationTableCheck.Check(tables, ArticleKeys()).ToList();

        Assert.Contains(findings, finding => finding is { Path: "Policy/fields.yaml", Rule: "article", Line: > 1 });
        Assert.Contains(findings, finding => finding is { Path: "Policy/matters.yaml", Rule: "exception", Line: > 1 });
    }

    [Fact]
    public void The_tables_of_the_repository_are_valid() =>
        Assert.Empty(ConversationTableCheck.Check(ConversationPolicy.ShippedFolder, ArticleKeys()));

    private static HashSet<string> ArticleKeys() => [.. RealKnowledge.Knowledge.Articles.Select(article => article.Key)];

    private static PolicyStore CreateStore(string tables) =>
        new(tables, new FakeTime(), policy => ActReader.Prepare(policy.Acts), watch: false);

    private string CopyTables()
    {
        var tables = Directory.CreateDirectory(folder.File("Policy")).FullName;
        foreach (var file in Directory.GetFiles(ConversationPolicy.ShippedFolder, "*.yaml"))
        {
            File.Copy(file, Path.Combine(tables, Path.GetFileName(file)));
        }

        return tables;
    }

    private static void ReplaceInFile(string tables, string file, string from, string to)
    {
        var path = Path.Combine(tables, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }
}

/// <summary>Tests that publish another policy for the whole process: no other test runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PublishedPolicyCollection
{
    public const string Name = "published policy";
}
