using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace PolicyAssistantBot.Mail;

/// <summary>
/// Checks the mail server's certificate: the machine trusts it, or an authority of <see cref="MailOptions.CaFile"/> issued it.
/// </summary>
internal static class MailServerCertificateCheck
{
    public static RemoteCertificateValidationCallback CreateCallback(string? caFile)
    {
        if (caFile is null)
        {
            return (_, _, _, errors) => errors == SslPolicyErrors.None;
        }

        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(caFile);
        return (_, certificate, chain, errors) =>
            errors == SslPolicyErrors.None
            || (
                errors == SslPolicyErrors.RemoteCertificateChainErrors
                && certificate is X509Certificate2 server
                && IsIssuedBy(authorities, server, chain)
            );
    }

    private static bool IsIssuedBy(X509Certificate2Collection authorities, X509Certificate2 server, X509Chain? receivedChain)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // Such an authority rarely publishes a list.
        if (receivedChain is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(receivedChain.ChainPolicy.ExtraStore);
        }

        return chain.Build(server);
    }
}
