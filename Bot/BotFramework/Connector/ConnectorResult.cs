namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>What a call to a channel's service came to.</summary>
internal abstract record ConnectorResult
{
    private ConnectorResult() { }

    /// <param name="Id">The id that the channel gave; null where it gives none (typing, stream chunks).</param>
    /// <param name="Body">What the channel answered, as it was sent.</param>
    public sealed record Done(string? Id, string Body = "") : ConnectorResult;

    /// <summary>Not this time; the retries of one call are used up.</summary>
    /// <param name="After">How long the channel asked us to wait.</param>
    public sealed record Later(string Reason, TimeSpan? After) : ConnectorResult;

    /// <summary>Never: the user blocked the bot, left, or the conversation is gone.</summary>
    /// <param name="Ended">True when nothing can be sent to this conversation any more.</param>
    public sealed record Refused(int Status, string Code, bool Ended) : ConnectorResult;
}
