using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Acts;

namespace PolicyAssistantBot.Tests.Knowledge.Understanding;

/// <summary>A wish for a language was taken for the other one, or read into other words; a question beside it was dropped.</summary>
public sealed class LanguageWishTests
{
    [Theory]
    [InlineData("switch sang English giúp mình, my boss không đọc được tiếng Việt", "english")]
    [InlineData("please switch to Vietnamese, I do not read English", "vietnamese")]
    public void The_language_that_is_named_is_meant(string text, string language)
    {
        var act = ActReader.Default.ReadMessage(text).Act;
        Assert.Equal((DialogueAct.Language, language), (act.Act, act.Target));
    }

    [Fact]
    public void Writing_something_is_no_wish_for_Vietnamese() =>
        Assert.NotEqual(DialogueAct.Language, ActReader.Default.ReadMessage("viết hộ e cái caption tuyển pt đi, kiểu hài hài").Act.Act);

    [Theory]
    [InlineData("English again please. so what is the tax rate", "so what is the tax rate")]
    [InlineData("nói tiếng Anh đi. thuế suất bao nhiêu", "thuế suất bao nhiêu")]
    public void A_question_beside_the_wish_is_kept(string text, string question)
    {
        var reading = ActReader.Default.ReadMessage(text);
        Assert.Equal((DialogueAct.Language, question), (reading.Act.Act, reading.RemainingText));
    }

    [Fact]
    public void A_question_is_no_thanks() =>
        Assert.NotEqual(DialogueAct.Thanks, ActReader.Default.ReadMessage("thế là cầm chắc rồi hả em, để cô đặt cọc người ta").Act.Act);
}
