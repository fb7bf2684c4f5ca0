using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Mail;

public sealed class MailOptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("From=no address", "From")]
    [InlineData("UserName=u;Password=p")]
    [InlineData("UserName=u;Password=p;Encryption=None", "Encryption")]
    [InlineData("UserName=u;Password=p;Encryption=None;Host=localhost")]
    [InlineData("UserName=u;Password=p;Encryption=None;Host=127.0.0.1")]
    [InlineData("Encryption=None")]
    [InlineData("UserName=u", "Password")]
    [InlineData("Password=p", "Password")]
    [InlineData("Authentication=Password;Password=p", "UserName")]
    [InlineData("StartTls=false", "StartTls")]
    [InlineData("Authentication=ManagedIdentity")]
    [InlineData("Authentication=ManagedIdentity;Password=p", "Password")]
    [InlineData("Authentication=ManagedIdentity;Encryption=None", "Encryption")]
    [InlineData("Authentication=ClientCredentials", "Authentication")]
    [InlineData("Authentication=ClientCredentials;TenantId=t;ClientId=c", "Authentication")]
    [InlineData("Authentication=ClientCredentials;TenantId=t;ClientId=c;ClientSecret=s")]
    [InlineData("Authentication=ClientCredentials;TenantId=t;ClientId=c;CertificatePath=f")]
    [InlineData("Authentication=ClientCredentials;TenantId=t;ClientId=c;ClientSecret=s;CertificatePath=f", "Authentication")]
    [InlineData("Authentication=ClientCredentials;ClientId=c;ClientSecret=s", "Authentication")]
    public void Settings_are_checked_at_the_start(string settings, params string[] wrong) =>
        Assert.Equal(wrong, Read(settings).Validate(new("x")).SelectMany(problem => problem.MemberNames));

    [Theory]
    [InlineData("", 587)]
    [InlineData("Encryption=None", 587)]
    [InlineData("Encryption=Tls", 465)]
    [InlineData("Encryption=Tls;Port=2465", 2465)]
    public void The_port_follows_the_encryption(string settings, int port) => Assert.Equal(port, Read(settings).EffectivePort);

    [Fact]
    public void Each_kind_of_authentication_uses_its_credential()
    {
        const string App = "Authentication=ClientCredentials;TenantId=t;ClientId=c;";
        using var folder = new TempFolder();
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest(
            "CN=mail",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var file = folder.File("mail.pem");
        File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());

        Assert.IsType<ClientSecretCredential>(MailCredentialFactory.Create(Read(App + "ClientSecret=s")));
        Assert.IsType<ClientCertificateCredential>(MailCredentialFactory.Create(Read(App + "CertificatePath=" + file)));
        Assert.IsType<ManagedIdentityCredential>(MailCredentialFactory.Create(Read("Authentication=ManagedIdentity")));
        Assert.IsType<ManagedIdentityCredential>(MailCredentialFactory.Create(Read("Authentication=ManagedIdentity;ClientId=c")));
        Assert.Throws<InvalidOperationException>(() => MailCredentialFactory.Create(Read("UserName=u;Password=p")));
    }

    private static MailOptions Read(string settings)
    {
        var all = new Dictionary<string, string?> { ["Host"] = "smtp.example.vn", ["From"] = "troly@example.vn" };
        foreach (var setting in settings.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            all[setting.Split('=')[0]] = setting.Split('=')[1];
        }

        return new ConfigurationBuilder().AddInMemoryCollection(all).Build().Get<MailOptions>()!;
    }
}
