namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>A prompt: instructions, data that must not be taken as instructions, and the schema of the reply.</summary>
/// <param name="Instructions">Fixed texts of this program; user input belongs to the data.</param>
/// <param name="Schema">The JSON schema that the reply follows.</param>
public sealed record ModelPrompt(string Instructions, OutgoingData Data, string SchemaName, string Schema)
{
    /// <summary>The number of characters that are sent.</summary>
    public int Length => Instructions.Length + Data.ToJson().Length;
}
