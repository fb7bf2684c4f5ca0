using System.Collections.Concurrent;

namespace PolicyAssistantBot.Storage;

/// <summary>Wakes whoever waits for a conversation to grow. Says only that something came; readers read the transcript from where they are.</summary>
internal sealed class ConversationSignals
{
    private readonly ConcurrentDictionary<string, Listener[]> listeners = new(StringComparer.Ordinal);

    /// <summary>Raised when any conversation grew, listened to or not.</summary>
    public event EventHandler<ConversationGrewEventArgs>? Grew;

    public void Announce(string conversationKey)
    {
        if (listeners.TryGetValue(conversationKey, out var waiting))
        {
            foreach (var listener in waiting)
            {
                listener.Wake();
            }
        }

        Grew?.Invoke(this, new ConversationGrewEventArgs(conversationKey));
    }

    /// <summary>Calls <paramref name="wake"/> each time until disposed; it must return at once.</summary>
    public IDisposable Listen(string conversationKey, Action wake)
    {
        var listener = new Listener(this, conversationKey, wake);
        listeners.AddOrUpdate(conversationKey, _ => [listener], (_, others) => [.. others, listener]);
        return listener;
    }

    private sealed class Listener(ConversationSignals signals, string key, Action wake) : IDisposable
    {
        public void Wake() => wake();

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

/// <param name="conversationKey">Which conversation; empty when it may be any.</param>
internal sealed class ConversationGrewEventArgs(string conversationKey) : EventArgs
{
    /// <summary>The channel that the conversation is on; empty when it may be any.</summary>
    public string ChannelId => conversationKey.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? conversationKey[..end] : "";
}
