using System.Reflection;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Privacy.Retention;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Privacy;

/// <summary>Nothing is kept longer than its period: a person leaves data everywhere, and time passes.</summary>
public sealed class RetentionTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_period_chosen_at_the_desk_is_the_one_that_data_is_deleted_by()
    {
        await using var chat = await PrivacyChat.StartAsync(folder, default, ("Retention:Interval", "7.00:00:00"));
        await chat.PlantAsync();
        var periods = chat.Host.Get<RetentionPeriods>();
        var administrator = new SignedInAccount("minh", "Minh", Roles.Administrator);
        Assert.True(await periods.SaveAsync(await periods.ReadAsync(default), DataKind.Transcript, 3, administrator, default));
        await PassAsync(chat, days: 2);
        Assert.NotEqual(0, await CountAsync<ActivityRow>(chat));
        await PassAsync(chat, days: 2);
        Assert.Equal(0, await CountAsync<ActivityRow>(chat));
        Assert.Equal(3, (await periods.GetAsync(default)).Transcript);
    }

    [Theory, EveryDatabase]
    public async Task Each_kind_of_data_is_deleted_when_its_period_is_over(DatabaseKind database)
    {
        await using var chat = await PrivacyChat.StartAsync(folder, database, ("Retention:Interval", "7.00:00:00"));
        var number = await chat.PlantAsync();
        await chat.CloseCaseAsync(number);
        Assert.NotEqual(0, await CountAsync<CaseLookupCodeRow>(chat));

        await PassAsync(chat, days: 2);
        Assert.Equal(0, await CountAsync<CaseLookupCodeRow>(chat));
        Assert.Empty(Directory.GetFiles(folder.File("uploads")));
        Assert.NotEqual(0, await CountAsync<ActivityRow>(chat));

        await PassAsync(chat, days: 91);
        foreach (var table in PersonalDataRegistry.Tables.Where(t => t.Kind == DataKind.Transcript))
        {
            Assert.Equal((table.EntityType.Name, 0), (table.EntityType.Name, await CountAsync(chat, table.EntityType)));
        }

        Assert.NotEqual(0, await CountAsync<MailRow>(chat));
        await PassAsync(chat, days: 100);
        Assert.Equal(0, await CountAsync<MailRow>(chat));

        await PassAsync(chat, days: 200);
        foreach (var table in PersonalDataRegistry.Tables.Where(t => t.Kind is DataKind.QuestionLog or DataKind.ModelUse))
        {
            Assert.Equal((table.EntityType.Name, 0), (table.EntityType.Name, await CountAsync(chat, table.EntityType)));
        }

        Assert.NotNull((await chat.Host.Get<CaseStore>().FindAsync(number, default))!.Request.Facts.Content);
        await PassAsync(chat, days: 5 * 365);
        var ended = (await chat.Host.Get<CaseStore>().FindAsync(number, default))!;
        Assert.Equal((CaseEventKind.Erased, null), (ended.History[^1].Kind, ended.Request.Facts.Content));
        Assert.Null(CaseHistory.Verify(ended.Request, ended.History));
        Assert.Equal(0, await CountAsync<CaseFileRow>(chat));
        await chat.Host.Get<ErasureWorker>().RunAsync(default);
        Assert.Empty(Directory.GetFiles(folder.File("files")));

        await using var db = await chat.OpenDbAsync();
        Assert.Empty(await MarkerSearch.FindTablesAsync(db, PrivacyChat.Marker));
        if (database == DatabaseKind.Sqlite)
        {
            Assert.Empty(MarkerSearch.FindFiles(folder, PrivacyChat.Marker));
        }
    }

    [Theory, EveryDatabase]
    public async Task What_is_used_stays_and_the_log_of_views_can_only_be_shortened_at_its_old_end(DatabaseKind database)
    {
        await using var chat = await PrivacyChat.StartAsync(folder, database, ("Retention:BatchSize", "2"));
        await chat.SayAsync("xin chào");
        await using (var db = await chat.OpenDbAsync())
        {
            db.AddRange(Enumerable.Range(0, 5).Select(i => View(chat.Host.Time.GetUtcNow().AddYears(-6).AddDays(i), "HN-old")));
            db.Add(View(chat.Host.Time.GetUtcNow().AddYears(-4), "HN-new"));
            await db.SaveChangesAsync();
        }

        await chat.Host.Get<RetentionWorker>().RunAsync(default);
        Assert.NotEqual(0, await CountAsync<ActivityRow>(chat));
        await using var after = await chat.OpenDbAsync();
        Assert.Equal("HN-new", (await after.Set<CaseViewEntry>().SingleAsync()).CaseNumber);
        await Assert.ThrowsAnyAsync<Exception>(() => after.Set<CaseViewEntry>().ExecuteDeleteAsync());
    }

    [Fact]
    public void Every_kind_with_a_period_is_deleted_by_the_worker()
    {
        var options = new RetentionOptions();
        foreach (var table in PersonalDataRegistry.Tables.Where(t => t.Kind != DataKind.Cases))
        {
            Assert.True(
                options.GetDays(table.Kind) is null || table.HasExpiry,
                $"{table.EntityType.Name} has a period and nothing that ends it."
            );
        }
    }

    private static CaseViewEntry View(DateTimeOffset at, string number) =>
        new CaseViewEntry
        {
            At = at,
            AccountId = "lan",
            AccountName = "Lan",
            CaseNumber = number,
            Item = ViewedItem.Case,
        };

    /// <summary>Lets days pass; files get the age that they have by the fake clock.</summary>
    private async Task PassAsync(PrivacyChat chat, int days)
    {
        foreach (var file in new[] { "uploads", "files" }.SelectMany(name => Directory.GetFiles(folder.File(name))))
        {
            File.SetLastWriteTimeUtc(file, chat.Host.Time.GetUtcNow().UtcDateTime);
        }

        chat.Host.Time.Jump(TimeSpan.FromDays(days));
        await chat.Host.Get<RetentionWorker>().RunAsync(default);
    }

    private static async Task<int> CountAsync<T>(PrivacyChat chat)
        where T : class
    {
        await using var db = await chat.OpenDbAsync();
        return await db.Set<T>().CountAsync();
    }

    private static Task<int> CountAsync(PrivacyChat chat, Type type) =>
        (Task<int>)
            typeof(RetentionTests)
                .GetMethods(BindingFlags.NonPublic | BindingFlags.Static)
                .Single(method => method is { Name: nameof(CountAsync), IsGenericMethod: true })
                .MakeGenericMethod(type)
                .Invoke(null, [chat])!;
}
