using System.Security.Cryptography;
using System.Text;

namespace PolicyAssistantBot.Mail.Answers;

/// <summary>
/// The keys of mails that a person without a case had sent: answers and the codes before them. They do not name the person.
/// </summary>
internal static class AnswerMailKey
{
    public const string Prefix = "answer:";

    private const int DigestLength = 32;

    /// <param name="hash">The salted hash of the code.</param>
    public static string OfCode(string hash) => $"{Prefix}code:{Digest(hash)}";

    /// <param name="turnId">The activity that had the answer sent: a turn that runs again sends no second mail.</param>
    public static string OfAnswer(string channelId, string turnId) => $"{Prefix}{Digest($"{channelId}\n{turnId}")}";

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigestLength];
}
