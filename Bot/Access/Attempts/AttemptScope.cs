namespace PolicyAssistantBot.Access.Attempts;

/// <summary>
/// What counts together. Attempts from an unknown device count per address, so that nobody locks an account out for others, and slowly for
/// the account as a whole; a known device has a count of its own.
/// </summary>
/// <param name="Key">The name of the count.</param>
/// <param name="FreeAttempts">Attempts before the first wait.</param>
/// <param name="FirstWait">The first wait; it doubles with each further attempt.</param>
internal sealed record AttemptScope(string Key, int FreeAttempts, TimeSpan FirstWait, TimeSpan MaxWait)
{
    public static AttemptScope Address(string address, AccessOptions options) => Create($"address {address}", options);

    public static AttemptScope Device(string deviceId, AccessOptions options) => Create($"device {deviceId}", options);

    /// <summary>All unknown devices together: guesses from many addresses are spaced, but never locked out for long.</summary>
    public static AttemptScope AllUnknownDevices(AccessOptions options) =>
        new("unknown devices", options.NameAttempts, options.NameWait, options.NameWait);

    /// <summary>Codes of the second factor.</summary>
    public static AttemptScope Code(AccessOptions options) => Create("code", options);

    /// <summary>The current password, asked of a person who is signed in.</summary>
    public static AttemptScope CurrentPassword(AccessOptions options) => Create("current password", options);

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan GetWaitAfter(int attempts)
    {
        var penalizedAttempts = attempts - FreeAttempts;
        return penalizedAttempts < 0 ? TimeSpan.Zero
            : penalizedAttempts >= 20 ? MaxWait
            : TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << penalizedAttempts, MaxWait.Ticks));
    }

    private static AttemptScope Create(string key, AccessOptions options) =>
        new(key, options.FreeAttempts, options.FirstWait, options.MaxWait);
}
