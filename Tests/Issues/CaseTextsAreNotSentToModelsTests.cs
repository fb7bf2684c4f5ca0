using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Model;
using PolicyAssistantBot.Tests.Requests;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>A message for a case was first sent to the model as a follow-up question, and searched.</summary>
public sealed class CaseTextsAreNotSentToModelsTests(ModelFixture fixture) : IClassFixture<ModelFixture>
{
    [Theory]
    [InlineData("{0} xin bổ sung: bà Lan số 0912345678 đã nghỉ")]
    [InlineData("{0} còn phần mềm thì sao?")]
    [InlineData("rút yêu cầu {0}")]
    [InlineData("{0}")]
    public async Task Text_addressed_to_a_case_reaches_no_model(string text)
    {
        var chat = new TestConversation(fixture.Host, user: Guid.NewGuid().ToString("N"));
        await chat.SayAsync("Mua phần mềm kho có được hỗ trợ không?");
        var number = await fixture.Host.Storage.SubmitAsync(chat.Id, chat.User);
        var before = fixture.Model.Requests.Count;
        Assert.Contains(
            number.ToString(),
            await chat.SayAsync(text.Replace("{0}", number.ToString(), StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.Equal(before, fixture.Model.Requests.Count);
    }

    [Fact]
    public async Task Text_typed_into_a_form_reaches_no_model()
    {
        var chat = new TestConversation(fixture.Host, user: Guid.NewGuid().ToString("N"));
        await chat.SayAsync("Mua phần mềm kho có được hỗ trợ không?");
        await chat.SayAsync("gửi yêu cầu");
        var before = fixture.Model.Requests.Count;
        await chat.SayAsync("Công ty Hoa Sen, phần mềm kho zzz qqq");
        Assert.Equal(before, fixture.Model.Requests.Count);
    }
}
