namespace PolicyAssistantBot.BotFramework.Schema;

/// <summary>One message or event between a user and the bot (Activity schema 3.x).</summary>
public class Activity
{
    public string? Type { get; set; }

    public string? Id { get; set; }
}
