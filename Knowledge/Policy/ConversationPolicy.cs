using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>
/// What the conversation understands besides the articles, as data: one file a table in <c>Knowledge/Policy</c>. A process has one policy,
/// which is replaced whole.
/// </summary>
internal sealed record ConversationPolicy(
    ActPolicy Acts,
    MatterPolicy Matters,
    FieldPolicy Fields,
    SignalPolicy Signals,
    ReplyPolicy Replies,
    AudiencePolicy Audiences
)
{
    /// <summary>Where the build puts the tables.</summary>
    public static string ShippedFolder { get; } = Path.Combine(YamlData.Folder, "Policy");

    private static readonly Lazy<ConversationPolicy> LazyShipped = new(() => Load(ShippedFolder));

    private static volatile ConversationPolicy? published;

    /// <summary>The policy in use; the one beside the program until another is published.</summary>
    public static ConversationPolicy Current => published ?? LazyShipped.Value;

    public static void Publish(ConversationPolicy policy) => published = policy;

    /// <summary>Reads the tables of a folder; null, with the reasons among the problems, when one does not read.</summary>
    /// <param name="snapshots">Where the tables are stored as they were read; null for those of the build.</param>
    public static ConversationPolicy? Read(string folder, List<Problem> problems, SnapshotStore? snapshots = null)
    {
        snapshots ??= SnapshotStore.Shipped;
        if (PolicySnapshot.Find(folder, snapshots) is { } stored)
        {
            return stored;
        }

        if (Parse(folder, problems) is not { } policy)
        {
            return null;
        }

        if (problems.Count == 0)
        {
            PolicySnapshot.Write(folder, policy, snapshots);
        }

        return policy;
    }

    private static ConversationPolicy? Parse(string folder, List<Problem> problems)
    {
        var acts = ReadTable<ActPolicy>(folder, "acts.yaml", problems);
        var matters = ReadTable<MatterPolicy>(folder, "matters.yaml", problems);
        var fields = ReadTable<FieldPolicy>(folder, "fields.yaml", problems);
        var signals = ReadTable<SignalPolicy>(folder, "signals.yaml", problems);
        var replies = ReadTable<ReplyPolicy>(folder, "replies.yaml", problems);
        var audiences = ReadTable<AudiencePolicy>(folder, "audiences.yaml", problems);
        return acts is null || matters is null || fields is null || signals is null || replies is null || audiences is null
            ? null
            : new(
                acts with
                {
                    Phrasings = ActPhrasing.ReadFolder(Path.Combine(folder, "Acts"), problems),
                },
                matters,
                fields,
                signals,
                replies,
                audiences
            );
    }

    private static ConversationPolicy Load(string folder)
    {
        List<Problem> problems = [];
        return Read(folder, problems) ?? throw new InvalidDataException(string.Join('\n', problems));
    }

    private static T? ReadTable<T>(string folder, string name, List<Problem> problems)
        where T : class
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            return YamlData.Parse<T>(File.ReadAllText(path), $"Policy/{name}", problems);
        }

        problems.Add(new($"Policy/{name}", 1, "file", new LocalizedText("Thiếu tệp này.", "The file is missing.")));
        return null;
    }
}
