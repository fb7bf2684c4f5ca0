namespace PolicyAssistantBot.Knowledge.Answers.Model;

/// <summary>A language model as we use it: instructions of ours, data that is not to be obeyed, and a reply in a given shape.</summary>
public interface ILanguageModel
{
    /// <summary>The reply as it is written. Throws whatever the connection throws; the caller falls back.</summary>
    IAsyncEnumerable<ModelPiece> StreamAsync(ModelPrompt prompt, CancellationToken cancellationToken);
}

/// <param name="Instructions">Of this program alone; nothing that a person typed belongs here.</param>
/// <param name="Schema">The JSON schema that the reply follows.</param>
public sealed record ModelPrompt(string Instructions, OutgoingData Data, string SchemaName, string Schema)
{
    /// <summary>Characters that are sent.</summary>
    public int Length => Instructions.Length + Data.ToJson().Length;
}

/// <param name="Tokens">In and out so far, where the service says so; else 0.</param>
public readonly record struct ModelPiece(string Text, long Tokens = 0);
