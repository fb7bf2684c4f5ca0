using System.Security.Cryptography;
using System.Text.Json.Nodes;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Access;

/// <summary>Sign-in with an identity provider, and attacks on it.</summary>
public sealed partial class OpenIdTests : IDisposable
{
    private const string Begin = "/desk/sign-in/external?returnUrl=%2Fdesk%3Fview%3Dall";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_person_with_a_role_from_the_provider_gets_an_account_and_is_recognised_again()
    {
        var (desk, provider) = await OpenAsync();
        await using var _ = desk;
        using var lan = desk.Browse();
        await lan.OpenAsync("/desk/sign-in");
        Assert.Contains("Đăng nhập bằng tài khoản cơ quan", lan.Text, StringComparison.Ordinal);
        await SignInAsync(lan, provider);
        Assert.Equal((302, "/desk?view=all"), (lan.Status, lan.Location));
        await lan.OpenAsync("/desk?view=all");
        Assert.Contains("Nguyễn Thị Lan", lan.Text, StringComparison.Ordinal);

        // The name may change; issuer and subject identify the person.
        provider.Person["preferred_username"] = "lan.moi@hanoi.gov.vn";
        provider.Person["roles"] = new JsonArray("desk-official", "desk-chief", "something else");
        using var again = desk.Browse();
        await SignInAsync(again, provider);
        var account = Assert.Single(
            await desk.Get<AccountStore>().ListAsync(default),
            a => a.UserName != AccessOptions.DefaultFirstUserName
        );
        Assert.Equal(("lan.nt", Roles.Official | Roles.Supervisor), (account.UserName, account.Roles));

        // A change of roles ends existing sessions; without a role, sign-in is refused.
        await lan.OpenAsync("/desk");
        Assert.Equal(302, lan.Status);
        provider.Person["roles"] = "nothing here";
        await SignInAsync(lan, provider);
        Assert.Equal(403, lan.Status);
        Assert.Contains("chưa được cấp quyền", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_external_account_has_no_usable_password_and_needs_no_second_factor()
    {
        var (desk, provider) = await OpenAsync(("Access:SecondFactor", "Everybody"));
        await using var _ = desk;
        using var lan = desk.Browse();
        await SignInAsync(lan, provider);
        await lan.OpenAsync("/desk");
        Assert.Equal(200, lan.Status);
        await lan.OpenAsync("/desk/second-factor");
        Assert.Contains("cơ quan định danh bên ngoài", lan.Text, StringComparison.Ordinal);
        using var guess = desk.Browse();
        await guess.SignInAsync("lan.nt", "");
        Assert.Equal(401, guess.Status);
    }

    [Fact]
    public async Task Signing_out_offers_to_end_the_session_of_the_provider()
    {
        var (desk, provider) = await OpenAsync();
        await using var _ = desk;
        using var lan = desk.Browse();
        await SignInAsync(lan, provider);
        await (await lan.OpenAsync("/desk")).SendAsync("/desk/sign-out");
        Assert.Equal(200, lan.Status);
        Assert.Contains(
            $"{FakeIdentityProvider.Issuer}/logout?client_id=desk&post_logout_redirect_uri=http",
            lan.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Nguyễn Thị Lan", lan.Text, StringComparison.Ordinal);
        await lan.OpenAsync("/desk");
        Assert.Equal(302, lan.Status);
    }

    /// <summary>Each is a valid token with one defect.</summary>
    private static (string Name, Action<FakeIdentityProvider> Spoil)[] Attacks() =>
        [
            ("nonce of another sign-in", p => p.Spoil = claims => claims["nonce"] = "other"),
            ("no nonce", p => p.Spoil = claims => claims.Remove("nonce")),
            ("another service's token", p => p.Spoil = claims => claims["aud"] = "someone-else"),
            (
                "several audiences, issued to another",
                p =>
                    p.Spoil = claims =>
                    {
                        claims["aud"] = new JsonArray("desk", "someone-else");
                        claims["azp"] = "someone-else";
                    }
            ),
            ("another issuer", p => p.Spoil = claims => claims["iss"] = "https://id.example.vn/other"),
            ("expired", p => p.Spoil = claims => claims["exp"] = claims["exp"]!.GetValue<long>() - 600),
            ("no expiry", p => p.Spoil = claims => claims.Remove("exp")),
            ("not valid yet", p => p.Spoil = claims => claims["nbf"] = claims["exp"]!.GetValue<long>()),
            ("no subject", p => p.Spoil = claims => claims.Remove("sub")),
            (
                "alg none",
                p =>
                {
                    p.Header = new JsonObject { ["typ"] = "JWT", ["alg"] = "none" };
                    p.Sign = _ => [];
                }
            ),
            ("no signature under a good algorithm", p => p.Sign = _ => []),
            (
                "the client's secret as a key",
                p =>
                {
                    p.Header["alg"] = "HS256";
                    p.Sign = bytes => HMACSHA256.HashData("secret"u8, bytes);
                }
            ),
            (
                "the public key as a secret",
                p =>
                {
                    p.Header["alg"] = "HS256";
                    p.Sign = bytes => HMACSHA256.HashData(FakeAuthority.ForeignKey("id-1").ExportSubjectPublicKeyInfo(), bytes);
                }
            ),
            (
                "a foreign key under the known key id",
                p =>
                    p.Sign = bytes =>
                        FakeAuthority.ForeignKey("stranger").SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ),
            ("an unpublished key", p => p.Header["kid"] = "stranger"),
            (
                "a changed payload",
                p => p.Sign = _ => FakeAuthority.ForeignKey("id-1").SignData([1, 2, 3], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ),
        ];

    [Fact]
    public async Task Every_manipulated_token_is_refused_without_a_reason()
    {
        var (desk, first) = await OpenAsync();
        await using var _ = desk;
        using var browser = desk.Browse();
        foreach (var (name, spoil) in Attacks())
        {
            Reset(first);
            spoil(first);
            await SignInAsync(browser, first);
            Assert.True(browser.Status == 403, $"{name}: {browser.Status} {browser.Location}");
            Assert.Contains("không thành công", browser.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("id_token", browser.Text, StringComparison.Ordinal);
            await browser.OpenAsync("/desk");
            Assert.Equal(302, browser.Status);
        }

        Reset(first);
        await SignInAsync(browser, first);
        Assert.Equal(302, browser.Status);
        Assert.Equal(2, (await desk.Get<AccountStore>().ListAsync(default)).Count);
    }
}
