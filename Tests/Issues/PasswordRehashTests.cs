using System.Buffers.Binary;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>A raised <c>Access:HashIterations</c> never reached the passwords that were already stored.</summary>
public sealed class PasswordRehashTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_hash_with_fewer_rounds_is_replaced_at_the_next_good_sign_in()
    {
        string id;
        await using (var before = await DeskHost.OpenAsync(folder))
        {
            id = (await before.CreateAsync("lan", Roles.Official)).Id;
        }

        await using var desk = await DeskHost.OpenAsync(folder, ("Access:HashIterations", "2000"));
        var old = await HashAsync();
        using var browser = desk.Browse();
        await browser.SignInAsync("lan", "sai mật khẩu");
        Assert.Equal((401, old, 1000), (browser.Status, await HashAsync(), Rounds(old)));

        await browser.SignInAsync("lan", DeskHost.Password);
        Assert.Equal((302, 2000), (browser.Status, Rounds(await HashAsync())));
        // The session goes on, the same password still works, and a current hash is left alone.
        var renewed = await HashAsync();
        await browser.OpenAsync("/desk");
        Assert.Equal(200, browser.Status);
        using var again = desk.Browse();
        await again.SignInAsync("lan", DeskHost.Password);
        Assert.Equal((302, renewed), (again.Status, await HashAsync()));

        async Task<string> HashAsync() => (await desk.Get<AccountStore>().FindAsync(id, default))!.PasswordHash;
    }

    /// <summary>Version 3 of ASP.NET Core Identity's format: a byte for the version, four for the function, four for the rounds.</summary>
    private static int Rounds(string hash) => BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));
}
