using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;

namespace PolicyAssistantBot.Hosting.Keys;

/// <summary>
/// Encryption of data at rest; section <c>Encryption</c>. Off by default: a key beside the data protects nothing, so it needs a file of the
/// operator's in another place.
/// </summary>
internal sealed record EncryptionOptions : IValidatableObject
{
    public const int KeySize = 32;

    /// <summary>
    /// A file of 32 random bytes outside of the data folder. It encrypts the keys in <c>keys/</c>, which encrypt tokens, secrets and files.
    /// </summary>
    public string? KeyFile { get; init; }

    /// <summary>Earlier key files. At the start everything that they encrypt is encrypted anew; then they can be removed.</summary>
    public IReadOnlyList<string> OldKeyFiles { get; init; } = [];

    /// <summary>Whether new uploads and files of cases are encrypted; needs <see cref="KeyFile"/>.</summary>
    public bool Files { get; init; } = true;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        [
            .. (KeyFile is null ? OldKeyFiles : [KeyFile, .. OldKeyFiles])
                .Where(file => !File.Exists(file) || new FileInfo(file).Length != KeySize)
                .Select(file => new ValidationResult($"Encryption: {file} is not a file of {KeySize} bytes that can be read.")),
        ];

    /// <summary>The keys, the current one first.</summary>
    public IReadOnlyList<KeyEncryptionKey> ReadKeys() =>
        KeyFile is null ? [] : [.. new[] { KeyFile }.Concat(OldKeyFiles).Select(file => new KeyEncryptionKey(File.ReadAllBytes(file)))];
}

/// <summary>A key that encrypts keys, with AES-GCM.</summary>
internal sealed class KeyEncryptionKey(byte[] key)
{
    /// <summary>Tells keys apart without telling anything about them.</summary>
    public string Id { get; } = Convert.ToHexStringLower(HMACSHA256.HashData(key, "id"u8).AsSpan(0, 8));

    /// <returns>Nonce, tag and encrypted data.</returns>
    public byte[] Encrypt(ReadOnlySpan<byte> data)
    {
        var result = new byte[NonceSize + TagSize + data.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(result.AsSpan(0, NonceSize), data, result.AsSpan(NonceSize + TagSize), result.AsSpan(NonceSize, TagSize));
        return result;
    }

    /// <exception cref="CryptographicException">The data was changed, or encrypted with another key.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> encrypted)
    {
        if (encrypted.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("The encrypted key is too short.");
        }

        var data = new byte[encrypted.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(encrypted[..NonceSize], encrypted[(NonceSize + TagSize)..], encrypted.Slice(NonceSize, TagSize), data);
        return data;
    }

    private static int NonceSize => AesGcm.NonceByteSizes.MaxSize;

    private static int TagSize => AesGcm.TagByteSizes.MaxSize;
}
