using System.Globalization;
using System.Security.Cryptography;

namespace PolicyAssistantBot.Mail;

/// <summary>A code that is sent by mail and typed in the chat: seven random digits, 23 bits (ASVS 2.7.6 asks for 20).</summary>
internal static class OneTimeCode
{
    public const int Digits = 7;

    /// <summary>The code in a text that may also have spaces and words; null when its digits are none.</summary>
    public static string? FindIn(string? text) =>
        string.Concat((text ?? "").Where(char.IsAsciiDigit)) is { Length: Digits } digits ? digits : null;

    public static string Create() => RandomNumberGenerator.GetInt32(10_000_000).ToString("D7", CultureInfo.InvariantCulture);
}
