using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Understanding;

/// <summary>Messages that further people wrote for each act: more to learn from, but certain of nothing.</summary>
public sealed class ActPhrasingTests : IDisposable
{
    private const string HeldOut = "A6";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_writer_held_out_is_understood_by_what_the_others_wrote()
    {
        var policy = ConversationPolicy.Current.Acts;
        var held = policy.Phrasings.Where(phrasing => phrasing.Writer == HeldOut && phrasing.Act != DialogueAct.Confirm).ToList();
        var reader = new ActReader(
            policy with
            {
                Phrasings = [.. policy.Phrasings.Where(phrasing => phrasing.Writer != HeldOut)],
            },
            PhrasingSet.Default
        );

        bool Asks(DialogueAct act) => act is DialogueAct.Ask or DialogueAct.Inform;
        var taken = held.Where(phrasing => Asks(phrasing.Act) && !Asks(reader.ReadMessage(phrasing.Text).Act.Act)).ToList();
        var acts = held.Where(phrasing => !Asks(phrasing.Act)).ToList();
        var found = acts.Count(phrasing =>
            reader.ReadMessage(phrasing.Text).Act is var act && (act.Act, act.Target) == (phrasing.Act, phrasing.Target)
        );

        Assert.True(taken.Count <= 2, string.Join('\n', taken.Select(phrasing => phrasing.Text)));
        Assert.True(found >= 0.55 * acts.Count, $"{found} of {acts.Count}");
        Assert.DoesNotContain(held, phrasing => phrasing.Act != DialogueAct.Thanks && reader.IsConfirmation(phrasing.Text));
    }

    [Fact]
    public void What_a_writer_wrote_is_not_certain() =>
        Assert.All(
            ConversationPolicy.Current.Acts.Phrasings.Where(phrasing => !ActReader.Default.IsExample(phrasing.Text)),
            phrasing => Assert.True(ActReader.Default.Classify(phrasing.Text).Confidence < 1)
        );

    [Fact]
    public void A_line_without_its_columns_is_named()
    {
        File.WriteAllText(Path.Combine(folder.Path, "X.tsv"), "thanks\tvi\tcảm ơn\nlanguage:english\ten\tin english\nlove\tvi\tyêu\n");
        List<Problem> problems = [];

        var phrasings = ActPhrasing.ReadFolder(folder.Path, problems);

        Assert.Equal(
            [("X", DialogueAct.Thanks, null), ("X", DialogueAct.Language, "english")],
            phrasings.Select(phrasing => (phrasing.Writer, phrasing.Act, phrasing.Target))
        );
        Assert.Equal(("Policy/Acts/X.tsv", 3), Assert.Single(problems) is var problem ? (problem.Path, problem.Line) : default);
    }
}
