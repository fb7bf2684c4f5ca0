namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>What speaks for taking a message to be a command or a courtesy rather than a question.</summary>
/// <param name="Act">The likeliest of them, with its probability.</param>
/// <param name="AskProbability">The probability that the message asks or tells something of content.</param>
/// <param name="KnownShare">The share of its words that occur in examples of the act.</param>
/// <param name="IsQuestion">Whether it has the form of a question.</param>
internal sealed record ActEvidence(RecognizedAct Act, double AskProbability, double KnownShare, bool IsQuestion);
