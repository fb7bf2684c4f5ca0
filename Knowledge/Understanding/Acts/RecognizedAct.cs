using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>The dialogue act of a message.</summary>
/// <param name="Target">What the act is about, such as a language; null when it has no target.</param>
/// <param name="Confidence">0 to 1; 1 when the message is one of the examples.</param>
public sealed record RecognizedAct(DialogueAct Act, string? Target, double Confidence);
