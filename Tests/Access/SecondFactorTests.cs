using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Access;

public sealed partial class SecondFactorTests : IDisposable
{
    private const string Setup = "/desk/second-factor";
    private const string CodePage = "/desk/sign-in/code";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task After_an_app_is_set_up_sign_in_asks_for_its_code()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var (secret, codes) = await EnrolAsync(desk, lan);
        Assert.Equal(10, codes.Count);
        Assert.Contains("<svg class=\"qr\"", (await SetupPageAsync(desk)).Html, StringComparison.Ordinal);

        using var again = desk.Browse();
        await again.SignInAsync("lan", DeskHost.Password);
        Assert.Equal((302, CodePage), (again.Status, again.Location));
        await again.OpenAsync("/desk");
        Assert.Equal(302, again.Status);
        await again.OpenAsync(CodePage);

        // The code of the set-up cannot be used again, and neither can any other used code.
        await again.SendAsync(CodePage, ("code", Code(desk, secret)));
        Assert.Equal(401, again.Status);
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        await again.SendAsync(CodePage, ("code", Code(desk, secret).Insert(3, " ")));
        Assert.Equal((302, "/desk"), (again.Status, again.Location));
        await again.OpenAsync("/desk");
        Assert.Equal(200, again.Status);

        using var thief = desk.Browse();
        await thief.SignInAsync("lan", DeskHost.Password);
        await thief.OpenAsync(CodePage);
        await thief.SendAsync(CodePage, ("code", Code(desk, secret)));
        Assert.Equal(401, thief.Status);
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_new_codes_replace_the_old()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var (secret, codes) = await EnrolAsync(desk, lan);
        foreach (
            var (code, status) in new[]
            {
                (codes[3].ToUpperInvariant().Replace('-', ' '), 302),
                (codes[3], 401),
                ("aaaa-aaaa-aaaa-aaaa", 401),
            }
        )
        {
            using var browser = desk.Browse();
            await browser.SignInAsync("lan", DeskHost.Password);
            await browser.OpenAsync(CodePage);
            await browser.SendAsync(CodePage, ("code", code));
            Assert.Equal(status, browser.Status);
        }

        await lan.OpenAsync(Setup);
        Assert.Contains("Còn 9 mã dự phòng.", lan.Text, StringComparison.Ordinal);
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        await lan.SendAsync($"{Setup}/codes", ("code", Code(desk, secret)));
        var renewed = CodesOn(lan);
        Assert.Empty(codes.Intersect(renewed));
        await lan.OpenAsync(Setup);
        await lan.SendAsync($"{Setup}/remove", ("code", codes[4]));
        Assert.Equal(422, lan.Status);
        await lan.SendAsync($"{Setup}/remove", ("code", renewed[0]));
        Assert.Equal(302, lan.Status);
        using var free = desk.Browse();
        await free.SignInAsync("lan", DeskHost.Password);
        Assert.Equal((302, "/desk"), (free.Status, free.Location));
    }

    [Fact]
    public async Task Wrong_codes_lead_to_longer_waits_and_a_code_works_once_even_in_parallel()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var (secret, _) = await EnrolAsync(desk, lan);
        var id = (await desk.Get<AccountStore>().ListAsync(default)).Single(a => a.UserName == "lan").Id;
        var secondFactors = desk.Get<SecondFactorService>();

        desk.Time.Advance(TimeSpan.FromSeconds(30));
        var right = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => secondFactors.TryCodeAsync(id, Code(desk, secret), default)))
        );
        Assert.Single(right, o => o is CodeOutcome.Accepted);
        desk.Time.Advance(TimeSpan.FromHours(2));
        var wrong = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Task.Run(() => secondFactors.TryCodeAsync(id, $"00000{i % 10}", default)))
        );
        Assert.True(wrong.Count(o => o is CodeOutcome.Rejected) <= 5);

        using var browser = desk.Browse();
        await browser.SignInAsync("lan", DeskHost.Password);
        await browser.OpenAsync(CodePage);
        await browser.SendAsync(CodePage, ("code", Code(desk, secret)));
        Assert.Equal(429, browser.Status);
        Assert.NotNull(browser.Response.Headers.RetryAfter);
        desk.Time.Advance(TimeSpan.FromMinutes(2));
        await browser.SendAsync(CodePage, ("code", Code(desk, secret)));
        Assert.Equal(302, browser.Status);
    }

    [Fact]
    public async Task Administrators_must_set_up_a_required_second_factor_first()
    {
        await using var desk = await DeskHost.OpenAsync(folder, ("Access:SecondFactor", "Administrators"));
        using var admin = await desk.SignInAsync("root", Roles.Administrator | Roles.Official);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync("/desk");
        Assert.Equal(200, lan.Status);
        foreach (var address in new[] { "/desk", "/desk/accounts", "/desk/views" })
        {
            await admin.OpenAsync(address);
            Assert.Equal((302, Setup), (admin.Status, admin.Location));
        }

        var (secret, _) = await EnrolAsync(desk, admin);
        await admin.OpenAsync("/desk/accounts/new");
        Assert.Equal(200, admin.Status);
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        var token = admin.Html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        await admin.PostAsync($"{Setup}/remove", ("__RequestVerificationToken", token), ("code", Code(desk, secret)));
        Assert.Equal(422, admin.Status);
        Assert.Contains("không tắt được", admin.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_removes_the_second_factor_of_a_person_who_lost_the_phone()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await EnrolAsync(desk, lan);
        using var admin = await desk.SignInAsync("root", Roles.Administrator);
        var id = (await desk.Get<AccountStore>().ListAsync(default)).Single(a => a.UserName == "lan").Id;
        await admin.OpenAsync("/desk/accounts/new");
        var token = admin.Html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        await admin.PostAsync($"/desk/accounts/{id}/second-factor", ("__RequestVerificationToken", token));
        Assert.Equal(302, admin.Status);
        await lan.OpenAsync("/desk");
        Assert.Equal(302, lan.Status);
        using var again = desk.Browse();
        await again.SignInAsync("lan", DeskHost.Password);
        Assert.Equal("/desk", again.Location);
    }

    [Fact]
    public async Task The_database_contains_neither_the_secret_nor_the_codes_in_clear()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var (secret, codes) = await EnrolAsync(desk, lan);
        await using var connection = new SqliteConnection($"Data Source={folder.File("assistant.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT group_concat(Secret) FROM SecondFactors) || (SELECT group_concat(Hash) FROM RecoveryCodes)";
        var kept = (string)(await command.ExecuteScalarAsync())!;
        Assert.DoesNotContain(Totp.ToBase32(secret), kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(secret), kept, StringComparison.Ordinal);
        Assert.All(codes, code => Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), kept, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_code_page_works_only_after_a_recent_right_password()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var (secret, _) = await EnrolAsync(desk, lan);
        using var late = desk.Browse();
        await late.SignInAsync("lan", DeskHost.Password);
        await late.OpenAsync(CodePage);
        desk.Time.Advance(TimeSpan.FromMinutes(11));
        await late.SendAsync(CodePage, ("code", Code(desk, secret)));
        Assert.Equal((302, "/desk/sign-in"), (late.Status, late.Location));
    }

    [Fact]
    public async Task Failed_attempts_from_one_address_are_limited_across_names()
    {
        await using var desk = await DeskHost.OpenAsync(folder, ("Access:AddressAttempts", "8"));
        await desk.CreateAsync("lan", Roles.Official);
        using var browser = desk.Browse();
        await browser.SignInAsync("lan", DeskHost.Password);
        Assert.Equal(302, browser.Status);
        for (var i = 0; i < 8; i++)
        {
            await browser.SignInAsync($"name{i}", "sai mật khẩu");
            Assert.Equal(401, browser.Status);
        }

        // A browser in which this person signed in before does not share the count of its address.
        using var other = desk.Browse();
        await other.SignInAsync("lan", DeskHost.Password);
        Assert.Equal(429, other.Status);
        await browser.SignInAsync("lan", DeskHost.Password);
        Assert.Equal(302, browser.Status);
        desk.Time.Advance(TimeSpan.FromMinutes(15));
        await other.SignInAsync("lan", DeskHost.Password);
        Assert.Equal(302, other.Status);
    }

    /// <summary>Sets up an app through the pages.</summary>
    private static async Task<(byte[] Secret, IReadOnlyList<string> Codes)> EnrolAsync(DeskHost desk, Desk.Browser browser)
    {
        await browser.OpenAsync(Setup);
        var secret = FromBase32(SecretOnPage().Match(browser.Html).Groups["secret"].Value.Replace(" ", "", StringComparison.Ordinal));
        await browser.SendAsync(Setup, ("current", DeskHost.Password), ("code", "000000"));
        Assert.Equal(422, browser.Status);
        await browser.SendAsync(Setup, ("current", DeskHost.Password), ("code", Code(desk, secret)));
        Assert.Equal(200, browser.Status);
        return (secret, CodesOn(browser));
    }

    private static async Task<Desk.Browser> SetupPageAsync(DeskHost desk)
    {
        var browser = await desk.SignInAsync("other", Roles.Official);
        return await browser.OpenAsync(Setup);
    }

    private static List<string> CodesOn(Desk.Browser browser) =>
        [.. RecoveryCode().Matches(browser.Html).Select(m => m.Groups["code"].Value)];

    private static string Code(DeskHost desk, byte[] secret) => Totp.ComputeCode(secret, Totp.GetStep(desk.Time.GetUtcNow()));

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(
            text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0'))
        );
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }

    [GeneratedRegex("<code>(?<secret>[A-Z2-7]{4}( [A-Z2-7]{4}){7})</code>", RegexOptions.ExplicitCapture)]
    private static partial Regex SecretOnPage();

    [GeneratedRegex("<code>(?<code>[a-z2-9]{4}(-[a-z2-9]{4}){3})</code>", RegexOptions.ExplicitCapture)]
    private static partial Regex RecoveryCode();
}
