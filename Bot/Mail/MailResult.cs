namespace PolicyAssistantBot.Mail;

/// <summary>What became of an attempt to send a mail.</summary>
internal abstract record MailResult
{
    private MailResult() { }

    /// <summary>The server has taken it over.</summary>
    internal sealed record Taken : MailResult;

    /// <summary>Not this time.</summary>
    /// <param name="Reason">Without personal data.</param>
    internal sealed record Later(string Reason) : MailResult;

    /// <summary>Never: the server refuses this mail.</summary>
    /// <param name="Reason">Without personal data.</param>
    internal sealed record Refused(string Reason) : MailResult;
}
