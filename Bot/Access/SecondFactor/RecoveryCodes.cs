using System.Security.Cryptography;
using System.Text;

namespace PolicyAssistantBot.Access.SecondFactor;

/// <summary>Codes on paper: four groups of four, about 79 bits, so that a plain hash keeps them.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    /// <summary>The characters without those that are mistaken for one another.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static IReadOnlyList<string> New() =>
        [
            .. Enumerable
                .Range(0, Count)
                .Select(_ => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)))),
        ];

    /// <summary>Upper case, spaces and dashes do not matter.</summary>
    public static string Hash(string accountId, string code)
    {
        var bare = string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId}:{bare}")));
    }
}
