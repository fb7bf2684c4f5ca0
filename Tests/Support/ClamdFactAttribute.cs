namespace PolicyAssistantBot.Tests.Support;

/// <summary>A test that needs clamd on this machine; skipped with the reason where none listens on its usual socket.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClamdFactAttribute : FactAttribute
{
    private static readonly string[] Places = ["/run/clamav/clamd.ctl", "/var/run/clamav/clamd.ctl", "/tmp/clamd.socket"];

    public ClamdFactAttribute()
    {
        if (Address is null)
        {
            Skip = "No clamd listens on this machine.";
        }
    }

    public static string? Address { get; } = Array.Find(Places, File.Exists) is { } socket ? $"unix:{socket}" : null;
}
