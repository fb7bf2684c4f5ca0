using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Conversations;

namespace PolicyAssistantBot.Tests.Issues.Consent;

/// <summary>
/// One tick agreed to everything at once: to the request, to being contacted and to answering for what was declared. A consent is recorded
/// by purpose, and only for the wording that was shown.
/// </summary>
public sealed class ConsentByPurposeTests(ConversationHost host) : IClassFixture<ConversationHost>
{
    [Fact]
    public async Task A_contact_without_its_consent_is_neither_sent_nor_dropped_silently()
    {
        var chat = await StartFormAsync();
        var reply = await chat.SubmitAsync([.. CardFlowTests.Complete, ("ContactConsent", "false")]);
        Assert.Contains(ConsentTexts.ContactUndecided.Vi, reply, StringComparison.Ordinal);

        Assert.Contains("Gửi yêu cầu này", await chat.SubmitAsync(("Phone", ""), ("ContactConsent", "false")), StringComparison.Ordinal);
        await chat.SayAsync("gửi");
        var facts = await ReadFactsAsync(chat);
        Assert.Equal((null, null, null), (facts.Phone, facts.Email, facts.ContactConsentedAt));
        Assert.NotNull(facts.ConsentedAt);
        Assert.False(facts.HasContactConsent());
    }

    [Fact]
    public async Task Both_consents_are_stored_with_time_and_wording_and_copied_into_the_card_of_the_case()
    {
        var chat = await StartFormAsync();
        await chat.SubmitAsync(CardFlowTests.Complete);
        await chat.SayAsync("gửi");
        var facts = await ReadFactsAsync(chat);
        Assert.Equal(ConsentTexts.Version, facts.ConsentVersion);
        Assert.NotNull(facts.ConsentedAt);
        Assert.NotNull(facts.ContactConsentedAt);
        foreach (var statement in new[] { ConsentTexts.Present.Processing.Vi, ConsentTexts.Present.Contact!.Vi })
        {
            Assert.NotEmpty(
                TestConversation.Find(chat.Card!, node => node["text"]?.ToString().Contains(statement, StringComparison.Ordinal) == true)
            );
        }
    }

    [Fact]
    public async Task A_tick_without_any_contact_asks_for_one()
    {
        var chat = await StartFormAsync();
        var reply = await chat.SubmitAsync([.. CardFlowTests.Complete, ("Phone", "")]);
        Assert.Contains(FieldTexts.ContactNeeded.Vi, reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_with_an_earlier_wording_gives_no_consent()
    {
        var chat = await StartFormAsync();
        var data = CardActions.FormData(CardActions.SubmitForm, chat.FormId, chat.Revision);
        data.Remove(CardActions.WordingField);
        foreach (var (field, value) in CardFlowTests.Complete.Where(input => input.Item1 != "ContactConsent"))
        {
            data[field] = value;
        }

        Assert.Contains(ConsentTexts.ProcessingNeeded.Vi, await chat.ClickAsync(data), StringComparison.Ordinal);
        Assert.Contains(
            "Gửi yêu cầu này",
            await chat.SubmitAsync(("Consent", "true"), ("ContactConsent", "true")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_form_that_was_complete_under_an_earlier_wording_asks_again_and_then_goes_on()
    {
        var chat = await StartFormAsync();
        await chat.SubmitAsync(CardFlowTests.Complete);
        await ChangeStateAsync(
            chat,
            json =>
                json.Replace($"\"{ConsentTexts.Version}\"", "\"2026-11-22\"", StringComparison.Ordinal)
                    .Replace(",\"ContactConsent\":\"true\"", "", StringComparison.Ordinal)
        );

        Assert.DoesNotContain("HN-2026-", await chat.SayAsync("gửi"), StringComparison.Ordinal);
        Assert.Contains("gọi điện hoặc gửi email", await chat.SayAsync("đồng ý"), StringComparison.Ordinal);
        Assert.Contains("Gửi yêu cầu này", await chat.SayAsync("đồng ý"), StringComparison.Ordinal);
        Assert.Contains("HN-2026-", await chat.SayAsync("gửi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_a_question_with_an_earlier_wording_is_asked_for_again()
    {
        var chat = await StartFormAsync();
        await chat.SubmitAsync([.. CardFlowTests.Complete, ("Consent", "false")]);
        await ChangeStateAsync(
            chat,
            json => json.Replace($"\"Wording\":\"{ConsentTexts.Version}\"", "\"Wording\":null", StringComparison.Ordinal)
        );
        Assert.Contains(ConsentTexts.Present.Processing.Vi, await chat.SayAsync("đồng ý"), StringComparison.Ordinal);
        Assert.Contains("Gửi yêu cầu này", await chat.SayAsync("đồng ý"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_consent_of_an_earlier_wording_still_covers_contact()
    {
        var earlier = new RequestDraft { ConsentVersion = "2026-11-22", ConsentedAt = DateTimeOffset.UnixEpoch };
        Assert.True(earlier.HasContactConsent());
        Assert.False((earlier with { ConsentVersion = ConsentTexts.Version }).HasContactConsent());
        Assert.All(ConsentTexts.Wordings.Keys, version => Assert.Equal(ConsentTexts.CoversContact(version), version == "2026-11-22"));
    }

    private async Task<TestConversation> StartFormAsync()
    {
        var chat = new TestConversation(host, user: Guid.NewGuid().ToString("N"));
        await chat.SayAsync("Gửi yêu cầu");
        return chat;
    }

    private async Task<RequestDraft> ReadFactsAsync(TestConversation chat)
    {
        await using var db = await host.Storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return (await db.Set<CaseRow>().SingleAsync(r => r.ConversationId == chat.Id)).Facts;
    }

    private async Task ChangeStateAsync(TestConversation chat, Func<string, string> change)
    {
        await using var db = await host.Storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var row = await db.Set<StateRow>().SingleAsync(state => state.Key.Contains(chat.Id));
        var changed = change(row.Json);
        Assert.NotEqual(row.Json, changed);
        row.Json = changed;
        await db.SaveChangesAsync();
    }
}
