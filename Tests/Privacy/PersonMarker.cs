using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyAssistantBot.Tests.Privacy;

/// <summary>
/// A text of which only one person can be the source: random letters, other ones in each run, so that nothing is found or missed because a
/// word is special to the program. With the marks of Vietnamese it begins with the same letters, which every form of it keeps.
/// </summary>
internal static class PersonMarker
{
    private const string Letters = "BCDGHKLMNPRSTVX";
    private const int RandomLetters = 10;

    /// <summary>Letters without marks, which may also be part of an address or the name of a file.</summary>
    public static string Plain { get; } = "ZQ" + RandomNumberGenerator.GetString(Letters, RandomLetters);

    /// <summary>The marker and a syllable with marks.</summary>
    public static string Accented { get; } = Plain + "ẤN";

    /// <summary>A PDF-like content with the marker in several encodings.</summary>
    public static byte[] Content =>
        [
            .. Encoding.ASCII.GetBytes(Plain),
            .. Encoding.UTF8.GetBytes(Accented.Normalize(NormalizationForm.FormD)),
            .. Encoding.Unicode.GetBytes(Accented),
            .. Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Accented))),
        ];

    /// <summary>Whether the bytes contain a marker in any letter case: as UTF-8, UTF-16, Base64 or hexadecimal digits.</summary>
    public static bool IsIn(ReadOnlySpan<byte> bytes, string marker)
    {
        var lower = new byte[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            lower[i] = bytes[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(bytes[i] + 32) : bytes[i];
        }

        var small = marker.ToLower(CultureInfo.InvariantCulture);
        Encoding[] encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];
        foreach (var encoded in encodings.Select(encoding => encoding.GetBytes(small)))
        {
            if (lower.AsSpan().IndexOf(encoded) >= 0)
            {
                return true;
            }
        }

        foreach (var text in new[] { marker, small, marker.ToUpper(CultureInfo.InvariantCulture) })
        {
            foreach (var encoded in encodings.Select(encoding => encoding.GetBytes(text)))
            {
                if (bytes.IndexOf(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(encoded))) >= 0 || IsInBase64(bytes, encoded))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Base64 writes three bytes as four letters, so a text looks different at each of three positions.</summary>
    private static bool IsInBase64(ReadOnlySpan<byte> bytes, byte[] text)
    {
        for (var skipped = 0; skipped < 3; skipped++)
        {
            var length = (text.Length - skipped) / 3 * 3;
            if (length > 0 && bytes.IndexOf(Encoding.ASCII.GetBytes(Convert.ToBase64String(text, skipped, length))) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
