using System.Text;
using PolicyAssistantBot.Access.SecondFactor;

namespace PolicyAssistantBot.Tests.Access;

public sealed class TotpTests
{
    /// <summary>RFC 6238, appendix B, SHA-1, the last six of the eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_match_the_test_vectors_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.ComputeCode(Encoding.ASCII.GetBytes("12345678901234567890"), seconds / 30));

    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_matches_the_test_vectors_of_the_standard(string text, string encoded) =>
        Assert.Equal(encoded, Totp.ToBase32(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void A_code_is_valid_one_step_early_or_late_but_never_twice()
    {
        var secret = Encoding.ASCII.GetBytes("12345678901234567890");
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.GetStep(now);
        for (var offset = -3; offset <= 3; offset++)
        {
            var found = Totp.FindMatchingStep(secret, Totp.ComputeCode(secret, step + offset), now, 0);
            Assert.Equal(Math.Abs(offset) <= 1 ? step + offset : null, found);
        }

        Assert.Null(Totp.FindMatchingStep(secret, Totp.ComputeCode(secret, step), now, step));
        Assert.Null(Totp.FindMatchingStep(secret, Totp.ComputeCode(secret, step - 1), now, step));
        Assert.Equal(step + 1, Totp.FindMatchingStep(secret, Totp.ComputeCode(secret, step + 1), now, step));
        Assert.Null(Totp.FindMatchingStep(secret, "", now, 0));
    }

    [Fact]
    public void The_address_for_apps_contains_the_service_and_the_account() =>
        Assert.Equal(
            "otpauth://totp/B%C3%A0n%20ti%E1%BA%BFp%20nh%E1%BA%ADn:lan?secret=MZXW6YTB&issuer=B%C3%A0n%20ti%E1%BA%BFp%20nh%E1%BA%ADn&algorithm=SHA1&digits=6&period=30",
            Totp.CreateUri("Bàn tiếp nhận", "lan", Encoding.ASCII.GetBytes("fooba"))
        );
}
