using System.Security.Cryptography;
using System.Text;

namespace PolicyAssistantBot.Mail.Answers;

/// <summary>
/// The keys of mails that an asker had sent without a case. They begin with a digest of the person, so that the mails can be counted and
/// erased.
/// </summary>
internal static class AnswerMailKey
{
    public const string Prefix = "answer:";

    private const int DigestLength = 32;

    /// <summary>Begins the keys of a person's mails.</summary>
    public static string PrefixOf(string channelId, string userId) => $"{Prefix}{Digest($"{channelId}\n{userId}")}:";

    public static string OfCode(AddressConfirmation address) =>
        $"{PrefixOf(address.ChannelId, address.UserId)}code:{Digest(address.Hash ?? "")}";

    /// <param name="turnId">The activity that had the answer sent: a turn that runs again sends no second mail.</param>
    public static string OfAnswer(string channelId, string userId, string turnId) => $"{PrefixOf(channelId, userId)}{Digest(turnId)}";

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigestLength];
}
