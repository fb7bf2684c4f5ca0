namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>The days on which something applies. Both ends are inclusive; null means open.</summary>
public sealed record ValidityPeriod(DateOnly? From, DateOnly? Until)
{
    public bool Contains(DateOnly day) => !(day < From) && !(day > Until);
}
