namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>What the model is asked: instructions, data that it must not obey, and the shape of the reply.</summary>
/// <param name="Instructions">Written in this program; text that a person typed belongs to the data.</param>
/// <param name="Schema">The JSON schema that the reply follows.</param>
public sealed record ModelPrompt(string Instructions, OutgoingData Data, string SchemaName, string Schema)
{
    /// <summary>The number of characters that are sent.</summary>
    public int Length => Instructions.Length + Data.ToJson().Length;
}
