namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>The outcome of one call to a channel's service.</summary>
internal abstract record ConnectorResult
{
    private ConnectorResult() { }

    /// <param name="Id">The id that the channel assigned; null where it assigns none (typing, stream chunks).</param>
    public sealed record Done(string? Id) : ConnectorResult;

    /// <summary>
    /// The service certainly did not process the call: it was busy, or could not be reached before the body was sent. It is safe to repeat.
    /// </summary>
    /// <param name="RetryAfter">The wait that the service asked for.</param>
    public sealed record NotAccepted(string Reason, TimeSpan? RetryAfter = null) : ConnectorResult;

    /// <summary>The body was sent and the service may have acted on it: it answered with a server error, or not at all.</summary>
    /// <param name="Status">The HTTP status; 0 without an answer.</param>
    public sealed record Ambiguous(int Status, string Reason) : ConnectorResult;

    /// <summary>The service refuses the call; the same call will be refused again.</summary>
    /// <param name="IsConversationEnded">
    /// True when the conversation accepts no messages any more: the user blocked the bot or removed it.
    /// </param>
    public sealed record Refused(int Status, string Code, bool IsConversationEnded) : ConnectorResult;
}
