using System.Collections.Concurrent;
using PolicyAssistantBot.BotFramework.DirectLine;

namespace PolicyAssistantBot.Storage;

/// <summary>Notifies listeners of new activities in a conversation, after their commit.</summary>
internal sealed class ConversationSignals
{
    private readonly ConcurrentDictionary<string, Listener[]> listeners = new(StringComparer.Ordinal);

    /// <summary>Raised for new activities in any conversation.</summary>
    public event EventHandler<ConversationChangedEventArgs>? Changed;

    /// <param name="appended">Exactly the new activities; null when listeners must read the transcript from their position on.</param>
    public void NotifyListeners(string conversationKey, TranscriptPage? appended = null)
    {
        if (listeners.TryGetValue(conversationKey, out var waiting))
        {
            foreach (var listener in waiting)
            {
                listener.Notify(appended);
            }
        }

        Changed?.Invoke(this, new ConversationChangedEventArgs(conversationKey));
    }

    /// <summary>Calls <paramref name="onNewActivities"/> for each notification until disposed; it must return immediately.</summary>
    public IDisposable Listen(string conversationKey, Action<TranscriptPage?> onNewActivities)
    {
        var listener = new Listener(this, conversationKey, onNewActivities);
        listeners.AddOrUpdate(conversationKey, _ => [listener], (_, others) => [.. others, listener]);
        return listener;
    }

    private sealed class Listener(ConversationSignals signals, string key, Action<TranscriptPage?> onNewActivities) : IDisposable
    {
        public void Notify(TranscriptPage? appended) => onNewActivities(appended);

        public void Dispose()
        {
            while (signals.listeners.TryGetValue(key, out var all))
            {
                var rest = Array.FindAll(all, l => l != this);
                if (
                    rest.Length == 0
                        ? signals.listeners.TryRemove(KeyValuePair.Create(key, all))
                        : signals.listeners.TryUpdate(key, rest, all)
                )
                {
                    return;
                }
            }
        }
    }
}

/// <param name="conversationKey">The conversation; empty when unknown.</param>
internal sealed class ConversationChangedEventArgs(string conversationKey) : EventArgs
{
    /// <summary>The channel of the conversation; empty when unknown.</summary>
    public string ChannelId => conversationKey.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? conversationKey[..end] : "";
}
