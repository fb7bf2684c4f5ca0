using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Attempts;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>Five wrong passwords from anywhere kept the owner of an account out, up to an hour at a time.</summary>
public sealed class LockOutTests : IDisposable
{
    private const string Wrong = "sai mật khẩu";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_thousand_wrong_guesses_from_elsewhere_do_not_keep_the_owner_out()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync("/desk")).SendAsync("/desk/sign-out");
        var refused = await GuessAsync(desk, 1000);

        // Guesses from many addresses are spaced, too: most of them were not checked.
        Assert.Equal(100, refused);
        await lan.SignInAsync("lan", DeskHost.Password);
        Assert.Equal(302, lan.Status);
        using var fresh = desk.Browse();
        await fresh.SignInAsync("lan", DeskHost.Password);
        Assert.Equal((429, TimeSpan.FromSeconds(10)), (fresh.Status, fresh.Response.Headers.RetryAfter?.Delta));
        desk.Time.Advance(TimeSpan.FromSeconds(10));
        await fresh.SignInAsync("lan", DeskHost.Password);
        Assert.Equal(302, fresh.Status);
    }

    [Fact]
    public async Task Guesses_from_one_address_do_not_keep_another_address_out()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        await desk.CreateAsync("lan", Roles.Official);
        using var attacker = desk.Browse("203.0.113.1");
        for (var i = 0; i < 5; i++)
        {
            await attacker.SignInAsync("lan", Wrong);
        }

        await attacker.SignInAsync("lan", DeskHost.Password);
        Assert.Equal(429, attacker.Status);
        using var lan = desk.Browse("203.0.113.2");
        await lan.SignInAsync("lan", DeskHost.Password);
        Assert.Equal(302, lan.Status);
    }

    [Fact]
    public async Task A_stolen_device_cookie_has_a_count_of_its_own_and_is_worth_nothing_for_other_accounts()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await desk.CreateAsync("minh", Roles.Official);
        using var thief = desk.Copy(lan);
        for (var i = 0; i < 5; i++)
        {
            await thief.SignInAsync("lan", Wrong);
            Assert.Equal(401, thief.Status);
        }

        await thief.SignInAsync("lan", Wrong);
        Assert.Equal(429, thief.Status);
        for (var i = 0; i < 6; i++)
        {
            await thief.SignInAsync("minh", Wrong);
        }

        Assert.Equal(429, thief.Status);
        using var office = desk.Browse();
        await office.SignInAsync("lan", DeskHost.Password);
        Assert.Equal(302, office.Status);
    }

    [Fact]
    public async Task Wrong_current_passwords_of_an_open_session_do_not_keep_the_owner_from_signing_in()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync("/desk/password");
        for (var i = 0; i < 5; i++)
        {
            await lan.SendAsync(
                "/desk/password",
                ("current", $"{Wrong} {i}"),
                ("chosen", "hoa sữa nồng nàn"),
                ("repeated", "hoa sữa nồng nàn")
            );
            Assert.Contains("Mật khẩu hiện tại không đúng.", lan.Text, StringComparison.Ordinal);
        }

        await lan.SendAsync(
            "/desk/password",
            ("current", DeskHost.Password),
            ("chosen", "hoa sữa nồng nàn"),
            ("repeated", "hoa sữa nồng nàn")
        );
        Assert.Equal(422, lan.Status);
        Assert.Contains("đợi một lúc", lan.Text, StringComparison.Ordinal);
        using var phone = desk.Browse();
        await phone.SignInAsync("lan", DeskHost.Password);
        Assert.Equal(302, phone.Status);
    }

    private static async Task<int> GuessAsync(DeskHost desk, int count)
    {
        var refused = 0;
        for (var i = 0; i < count; i++)
        {
            var origin = new SignInOrigin($"203.0.{i / 4 / 256}.{i / 4 % 256}", null);
            refused += await desk.Get<SignInService>().TryAsync("lan", Wrong, origin, default) is SignInOutcome.Refused ? 1 : 0;
        }

        return refused;
    }
}
