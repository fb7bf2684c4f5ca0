namespace PolicyAssistantBot.Tests.Support;

/// <summary>A test that needs clamd on this machine; skipped with the reason if none listens on a default socket.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClamdFactAttribute : FactAttribute
{
    private static readonly string[] SocketPaths = ["/run/clamav/clamd.ctl", "/var/run/clamav/clamd.ctl", "/tmp/clamd.socket"];

    public ClamdFactAttribute()
    {
        if (Address is null)
        {
            Skip = "No clamd listens on this machine.";
        }
    }

    public static string? Address { get; } = Array.Find(SocketPaths, File.Exists) is { } socket ? $"unix:{socket}" : null;
}
