namespace PolicyAssistantBot.Knowledge.Rules.Formats;

/// <summary>Shows an e-mail address to its owner so that others who read along learn little: <c>a…@congty.vn</c>.</summary>
public static class AddressMask
{
    public static string Hide(string address) =>
        address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{address[0]}…{address[at..]}" : "…";
}
