using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers.Evidence;

/// <summary>What brands, programmes and standards a statement names.</summary>
public sealed class NamedThingsTests
{
    [Theory]
    [InlineData("Toyota có 46 nhà cung cấp", "Samsung", true)]
    [InlineData("Samsung và Toyota cùng chọn", "Samsung", false)]
    [InlineData("Anh/chị tự đăng ký với đơn vị tổ chức", "Samsung", false)]
    [InlineData("Nghị định 80/2021/NĐ-CP, công ty TNHH, 20 triệu VND", "Samsung", false)]
    [InlineData("Cơ sở phải đăng ký với FDA", "CE", true)]
    public void A_statement_about_another_thing_is_recognised(string statement, string asked, bool namesOthersOnly) =>
        Assert.Equal(namesOthersOnly, NamedThings.NamesOthersOnly(statement, new HashSet<string> { asked }, Lang.Vi));

    [Fact]
    public void A_statement_about_another_thing_is_not_told() =>
        Assert.DoesNotContain(
            "Toyota có 46",
            string.Join(
                '\n',
                RealKnowledge
                    .Pipeline()
                    .AskEach(new Question("Samsung có chương trình tìm nhà cung cấp ở Việt Nam đúng không?"))
                    .Select(answer => answer.Text)
            ),
            StringComparison.Ordinal
        );
}
