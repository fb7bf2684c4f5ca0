using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyAssistantBot.Access.SecondFactor;

/// <summary>
/// Time-based one-time passwords, RFC 6238 over RFC 4226: HMAC-SHA-1, 30 seconds, 6 digits, which all authenticator
/// apps support.
/// </summary>
internal static class Totp
{
    public const int Digits = 6;

    /// <summary>Seconds that a code is valid.</summary>
    public const int StepSeconds = 30;

    /// <summary>RFC 4226, section 4, R6: as long as the hash.</summary>
    private const int SecretBytes = 20;

    /// <summary>RFC 6238, section 5.2: one step for delay, and one for a phone whose clock is ahead.</summary>
    private const int ToleratedSteps = 1;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] CreateSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static long GetStep(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step (RFC 4226, section 5.3).</summary>
    public static string ComputeCode(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The algorithm of the standard; HMAC does not need collision resistance.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step of this code; null when the code is wrong, expired, or not newer than the last one used (RFC 6238, section
    /// 5.2).</summary>
    /// <param name="lastStep">The last step that was used.</param>
    public static long? FindMatchingStep(byte[] secret, string code, DateTimeOffset now, long lastStep)
    {
        var enteredCode = Encoding.ASCII.GetBytes(code);
        long? matchingStep = null;
        for (var step = GetStep(now) - ToleratedSteps; step <= GetStep(now) + ToleratedSteps; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(enteredCode, Encoding.ASCII.GetBytes(ComputeCode(secret, step))) && step > lastStep)
            {
                matchingStep = step;
            }
        }

        return matchingStep;
    }

    /// <summary>The address that an authenticator app reads from a QR code ("Key Uri Format" of Google Authenticator).</summary>
    public static string CreateUri(string issuer, string userName, byte[] secret) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(userName)}"
        + $"?secret={ToBase32(secret)}&issuer={System.Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits={Digits}&period={StepSeconds}";

    /// <summary>RFC 4648, section 6, without padding: 20 bytes are 32 characters.</summary>
    public static string ToBase32(byte[] bytes)
    {
        var text = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var b in bytes)
        {
            bits = ((bits & 0xff) << 8) | b;
            for (count += 8; count >= 5; count -= 5)
            {
                text.Append(Alphabet[(bits >> (count - 5)) & 31]);
            }
        }

        return count == 0 ? text.ToString() : text.Append(Alphabet[(bits << (5 - count)) & 31]).ToString();
    }
}
