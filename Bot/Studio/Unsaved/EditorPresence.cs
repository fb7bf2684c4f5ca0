using System.Collections.Concurrent;
using PolicyAssistantBot.Studio.Rules;

namespace PolicyAssistantBot.Studio.Unsaved;

/// <summary>Who has which draft open. In memory: after a restart the open pages say it again within seconds.</summary>
internal sealed class EditorPresence(TimeProvider time)
{
    private static readonly TimeSpan StaysFor = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(string Key, string PersonId), (string Name, DateTimeOffset At)> seen = new();

    /// <summary>Notes that a person has the draft open.</summary>
    /// <returns>The names of the others who have.</returns>
    public IReadOnlyList<string> Note(string key, StudioPerson person)
    {
        var now = time.GetUtcNow();
        seen[(key, person.Id)] = (person.Name, now);
        foreach (var (place, last) in seen)
        {
            if (now - last.At > StaysFor)
            {
                seen.TryRemove(KeyValuePair.Create(place, last));
            }
        }

        return
        [
            .. seen.Where(one => one.Key.Key == key && one.Key.PersonId != person.Id)
                .Select(one => one.Value.Name)
                .Order(StringComparer.Ordinal),
        ];
    }
}
