using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Passwords;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>
/// Passwords such as <c>password1234</c> were accepted, no second factor was asked of anybody, and the first password was in the log.
/// </summary>
public sealed class WeakAccountsTests : IDisposable
{
    private static readonly CommonPasswords Common = CommonPasswords.Load("nguyen-thi-lan");

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("password1234")]
    [InlineData("qwertyuiop12")]
    [InlineData("123456789012")]
    [InlineData("Matkhau@123456")]
    [InlineData("Mật khẩu 2026!")]
    [InlineData("anhyeuem123456")]
    [InlineData("HaNoi@2026Hanoi")]
    [InlineData("sotaichinhhanoi1")]
    [InlineData("Nguyễn Văn A 1990")]
    [InlineData("P@$$w0rd!2026")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("asdfghjkl;'123")]
    [InlineData("nguyen-thi-lan-2026")]
    [InlineData("xpassword1234y")]
    public void A_frequent_password_is_recognised(string password) => Assert.True(Common.Contains(password));

    [Theory]
    [InlineData("mua xuân về trên phố")]
    [InlineData("hoa sữa nồng nàn đêm thu")]
    [InlineData("bon con ech xanh nhay mua")]
    [InlineData("correct horse battery staple")]
    [InlineData("k7Vq2mTz9xLw")]
    [InlineData("mot-cum-tu-du-dai-2026")]
    public void A_sentence_or_a_random_password_is_not(string password) => Assert.False(Common.Contains(password));

    [Fact]
    public void More_than_ten_thousand_passwords_are_refused()
    {
        Assert.True(Common.Count > 49_000);
        string[] words = ["matkhau", "vietnam", "hanoi", "anhyeuem", "quantri", "taichinh", "dangnhap", "password", "letmein", "dragon"];
        var decorated =
            from word in words
            from year in Enumerable.Range(1980, 60)
            from sign in new[] { "", "@", "!!", "#1", ".", "123" }
            from shape in new Func<string, string>[] { w => w, w => w.ToUpperInvariant(), w => $"{char.ToUpperInvariant(w[0])}{w[1..]}" }
            select $"{shape(word)}{sign}{year}";
        var all = decorated.ToList();
        Assert.True(all.Count > 10_000);
        Assert.DoesNotContain(all, password => !Common.Contains(password));
    }

    [Fact]
    public async Task The_page_says_why_a_frequent_password_is_refused()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync("/desk/password");
        await lan.SendAsync("/desk/password", ("current", DeskHost.Password), ("chosen", "matkhau123456"), ("repeated", "matkhau123456"));
        Assert.Equal(422, lan.Status);
        Assert.Contains("hay được dùng", lan.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.Supervisor | Roles.Official, true)]
    [InlineData(Roles.Official, false)]
    [InlineData(Roles.Auditor, true)]
    public async Task By_default_administrators_and_supervisors_must_set_up_a_second_factor(Roles roles, bool isAsked)
    {
        await using var desk = await DeskHost.OpenAsync(folder, ("Access:SecondFactor", $"{new AccessOptions().SecondFactor}"));
        using var person = await desk.SignInAsync("lan", roles);
        await person.OpenAsync("/desk");
        if (!isAsked)
        {
            Assert.Equal(200, person.Status);
            return;
        }

        Assert.Equal((302, AccessPaths.SecondFactorSetup), (person.Status, person.Location));
        await person.OpenAsync(AccessPaths.SecondFactorSetup);
        Assert.Contains("phải có xác thực hai bước", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_the_first_password_is_in_a_private_file_until_it_was_used()
    {
        var file = folder.File("first-password.txt");
        await using (var desk = await OpenWithoutTerminalAsync())
        {
            Assert.Empty(desk.Console.ToString());
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(PrivateFile.FileMode, File.GetUnixFileMode(file));
            }

            var password = (await File.ReadAllLinesAsync(file)).Select(line => line.Trim()).Single(line => line.Length == 20);
            using var admin = desk.Browse();
            await admin.SignInAsync("admin", password);
            Assert.Equal((302, AccessPaths.ChangePassword), (admin.Status, admin.Location));
        }

        await using (await OpenWithoutTerminalAsync())
        {
            Assert.False(File.Exists(file));
        }
    }

    [Fact]
    public async Task A_lost_administrator_account_is_reset_from_the_shell_while_the_service_runs()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var root = await desk.SignInAsync("root", Roles.Administrator);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(1, await AccountCommands.ResetAsync("nobody", folder.Path, false, output, errors, default));
        Assert.Equal(0, await AccountCommands.ResetAsync("ROOT", folder.Path, false, output, errors, default));
        Assert.Equal(302, (await root.OpenAsync("/desk/accounts")).Status);
        await root.SignInAsync("root", output.ToString().Trim());
        Assert.Equal((302, AccessPaths.ChangePassword), (root.Status, root.Location));
        Assert.Equal(2, await AccountCommands.ResetAsync("root", folder.File("nowhere"), false, output, errors, default));
    }

    private Task<DeskHost> OpenWithoutTerminalAsync() =>
        DeskHost.OpenAsync(folder, services => services.AddSingleton(new PasswordConsole(TextWriter.Null, IsTerminal: false)));
}
