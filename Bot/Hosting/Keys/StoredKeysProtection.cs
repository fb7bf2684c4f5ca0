using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Hosting.Keys;

/// <summary>
/// At the start, before keys are used: encrypts stored keys of Data Protection that are not encrypted yet, or with an earlier key file.
/// Keys that cannot be decrypted stop the start; otherwise new ones would be made, and sessions, second factors and files would be lost.
/// </summary>
internal sealed class StoredKeysProtection(DataFolder dataFolder, IOptions<EncryptionOptions> options) : IHostedLifecycleService
{
    private static readonly XNamespace DataProtection = "http://schemas.asp.net/2015/03/dataProtection";
    private static readonly XName RequiresEncryption = DataProtection + "requiresEncryption";
    private static readonly XName EncryptedSecret = DataProtection + "encryptedSecret";
    private static readonly XName DecryptorType = "decryptorType";

    /// <exception cref="IOException">A stored key cannot be decrypted.</exception>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(dataFolder.GetSubfolder("keys"), "*.xml").ToList())
        {
            Protect(file);
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Protect(string file)
    {
        var keys = options.Value.ReadKeys();
        var document = XDocument.Load(file);
        var isChanged = false;
        foreach (var stored in document.Descendants().Where(e => e.Name == EncryptedSecret).ToList())
        {
            if (stored.Element(KeyFileXmlEncryptor.ElementName) is not { } encrypted)
            {
                continue;
            }

            try
            {
                var secret = new KeyFileXmlDecryptor(keys).Decrypt(encrypted);
                if ((string?)encrypted.Attribute(KeyFileXmlEncryptor.KeyIdName) != keys[0].Id)
                {
                    stored.ReplaceWith(Encrypt(secret, keys[0]));
                    isChanged = true;
                }
            }
            catch (CryptographicException exception)
            {
                throw new IOException($"{file} cannot be decrypted. {exception.Message}", exception);
            }
        }

        if (keys.Count > 0)
        {
            foreach (var plain in document.Descendants().Where(e => (bool?)e.Attribute(RequiresEncryption) == true).ToList())
            {
                plain.ReplaceWith(Encrypt(plain, keys[0]));
                isChanged = true;
            }
        }

        if (isChanged)
        {
            Save(document, file);
        }
    }

    /// <summary>In the form that Data Protection writes.</summary>
    private static XElement Encrypt(XElement secret, KeyEncryptionKey key)
    {
        var encrypted = new KeyFileXmlEncryptor(key).Encrypt(secret);
        return new XElement(
            EncryptedSecret,
            new XAttribute(DecryptorType, encrypted.DecryptorType.AssemblyQualifiedName!),
            encrypted.EncryptedElement
        );
    }

    private static void Save(XDocument document, string file)
    {
        var newFile = $"{file}.new";
        File.Delete(newFile);
        using (var stream = PrivateFile.CreateNew(newFile))
        {
            document.Save(stream);
        }

        File.Move(newFile, file, overwrite: true);
    }
}
