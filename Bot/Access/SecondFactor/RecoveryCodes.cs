using System.Security.Cryptography;
using System.Text;

namespace PolicyAssistantBot.Access.SecondFactor;

/// <summary>Recovery codes for printing: four groups of four characters. They have about 79 bits, so a fast hash is enough.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    /// <summary>Without characters that are easily confused.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static IReadOnlyList<string> Generate() =>
        [
            .. Enumerable
                .Range(0, Count)
                .Select(_ => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)))),
        ];

    /// <summary>Case, spaces and hyphens are ignored.</summary>
    public static string Hash(string accountId, string code)
    {
        var normalizedCode = string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId}:{normalizedCode}")));
    }
}
