using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Tests.Knowledge.Understanding;

public sealed class PhrasingSetTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("phrasings-").FullName;

    [Fact]
    public void Messages_of_conversations_name_their_writer()
    {
        Write("P1.tsv", "B1-tech\tanswer\twhole\tvi\tMua phần mềm được hỗ trợ gì?");
        Write("Dialogues/R01.tsv", "S4\tB1-tech\tamount\tfollow\tvi\tthế mua máy thì sao");

        var all = PhrasingSet.Read(folder).All;

        Assert.Equal(
            [
                new Phrasing("P1", "B1-tech", "answer", false, Lang.Vi, "Mua phần mềm được hỗ trợ gì?"),
                new Phrasing("S4", "B1-tech", "amount", true, Lang.Vi, "thế mua máy thì sao") { IsMessage = true },
            ],
            all
        );
    }

    [Fact]
    public void A_writer_can_be_left_out()
    {
        Write("Dialogues/R01.tsv", "S4\tB1-tech\tanswer\twhole\tvi\tmột\nS5\tB1-tech\tanswer\twhole\tvi\thai");
        var set = PhrasingSet.Read(folder);

        Assert.Equal(["S5"], set.ExcludeWriters(new HashSet<string> { "S4" }).Writers);
        Assert.Same(set, set.ExcludeWriters(new HashSet<string> { "S6" }));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string name, string lines)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, lines);
    }
}
