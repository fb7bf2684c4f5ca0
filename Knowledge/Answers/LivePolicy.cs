using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Acts;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>Keeps the current conversation policy in step with the files in its folder.</summary>
public sealed class LivePolicy : IDisposable
{
    private readonly PolicyStore store;

    /// <param name="folder">The folder <c>Policy</c>; without tables in it the shipped ones are used.</param>
    /// <param name="report">Called after each change with the problems; the list is empty when there are none.</param>
    /// <param name="snapshots">Where the models of acts are stored; null for those of the build.</param>
    public LivePolicy(string folder, TimeProvider time, Action<IReadOnlyList<Problem>>? report = null, SnapshotStore? snapshots = null) =>
        store = new(
            File.Exists(Path.Combine(folder, "acts.yaml")) ? folder : ConversationPolicy.ShippedFolder,
            time,
            policy => ActReader.Prepare(policy.Acts, snapshots),
            report,
            snapshots: snapshots
        );

    /// <summary>What is wrong in the folder now. When it is not empty, the last good tables are in use.</summary>
    public IReadOnlyList<Problem> Problems => store.Problems;

    public void Dispose() => store.Dispose();
}
