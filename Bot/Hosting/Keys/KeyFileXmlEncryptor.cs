using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Hosting.Keys;

/// <summary>Encrypts the keys of Data Protection with the operator's key file.</summary>
internal sealed class KeyFileXmlEncryptor(KeyEncryptionKey key) : IXmlEncryptor
{
    public static readonly XName ElementName = "encryptedKey";
    public static readonly XName KeyIdName = "keyId";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var data = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var element = new XElement(ElementName, new XAttribute(KeyIdName, key.Id), Convert.ToBase64String(key.Encrypt(data)));
        return new EncryptedXmlInfo(element, typeof(KeyFileXmlDecryptor));
    }
}

/// <summary>Decrypts what <see cref="KeyFileXmlEncryptor"/> encrypted with the current or an earlier key file.</summary>
internal sealed class KeyFileXmlDecryptor(IReadOnlyList<KeyEncryptionKey> keys) : IXmlDecryptor
{
    /// <summary>Called by Data Protection, which knows the type by its name in the stored key.</summary>
    public KeyFileXmlDecryptor(IServiceProvider services)
        : this(services.GetRequiredService<IOptions<EncryptionOptions>>().Value.ReadKeys()) { }

    public XElement Decrypt(XElement encryptedElement)
    {
        var keyId = (string?)encryptedElement.Attribute(KeyFileXmlEncryptor.KeyIdName);
        var key =
            keys.FirstOrDefault(key => key.Id == keyId)
            ?? throw new CryptographicException($"The key file {keyId} is neither Encryption:KeyFile nor one of Encryption:OldKeyFiles.");
        return XElement.Parse(Encoding.UTF8.GetString(key.Decrypt(Convert.FromBase64String(encryptedElement.Value))));
    }
}
