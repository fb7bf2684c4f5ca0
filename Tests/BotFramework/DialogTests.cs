using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.BotFramework;

public sealed class DialogTests
{
    private readonly TurnHarness harness;

    public DialogTests()
    {
        // A set is made for every turn: what is under way can only come from the store, as after a restart.
        harness = new TurnHarness(
            async (context, token) =>
            {
                var dc = await CreateDialogSet().CreateContextAsync(context, token);
                switch (context.Activity.Text)
                {
                    case "cancel":
                        Assert.Equal(DialogTurnStatus.Cancelled, (await dc.CancelAllDialogsAsync(token)).Status);
                        await context.SendActivityAsync("cancelled", cancellationToken: token);
                        return;
                    case "aside?":
                        await context.SendActivityAsync("answer", cancellationToken: token);
                        await dc.RepromptDialogAsync(token);
                        return;
                }

                var turn = await dc.ContinueDialogAsync(token);
                if (turn.Status == DialogTurnStatus.Empty)
                {
                    await dc.BeginDialogAsync("order", new OrderOptions("phở"), token);
                }
            }
        );
    }

    [Fact]
    public async Task A_waterfall_asks_its_prompts_over_several_turns()
    {
        await ConversationAsync(
            ("hi", "phở: size?"),
            ("to", "how many?"),
            ("2", "sure?"),
            ("vâng ạ", "2 phở Lớn"),
            ("again", "phở: size?")
        );
    }

    [Fact]
    public Task A_validator_reports_the_problem_and_the_prompt_asks_again() =>
        ConversationAsync(
            ("hi", "phở: size?"),
            ("??", "again: size?"),
            ("1", "how many?"),
            ("100", "at most 10"),
            ("3", "sure?"),
            ("no", "none")
        );

    [Fact]
    public Task Case72_After_the_last_attempt_a_prompt_ends_without_a_value_and_the_dialog_continues() =>
        ConversationAsync(
            ("hi", "phở: size?"),
            ("x", "again: size?"),
            ("y", "again: size?"),
            ("z", "no size, giving up"),
            ("hi", "phở: size?")
        );

    [Fact]
    public Task An_interruption_is_answered_and_the_question_is_repeated() =>
        ConversationAsync(
            ("hi", "phở: size?"),
            ("aside?", "answer\nphở: size?"),
            ("lon", "how many?"),
            ("aside?", "answer\nhow many?"),
            ("2", "sure?")
        );

    [Fact]
    public Task Case72_Cancelling_ends_everything() =>
        ConversationAsync(("hi", "phở: size?"), ("to", "how many?"), ("cancel", "cancelled"), ("2", "phở: size?"));

    [Fact]
    public async Task Case73_Two_people_in_one_group_have_separate_dialogs()
    {
        Assert.Equal("phở: size?", await harness.SayAsync("hi", user: "an"));
        Assert.Equal("phở: size?", await harness.SayAsync("hi", user: "binh"));
        Assert.Equal("how many?", await harness.SayAsync("to", user: "an"));
        Assert.Equal("again: size?", await harness.SayAsync("5", user: "binh"));
        Assert.Equal("sure?", await harness.SayAsync("5", user: "an"));
    }

    [Fact]
    public async Task A_removed_dialog_does_not_block_the_conversation()
    {
        await harness.SayAsync("hi");
        var state = harness.Store.LoadState("test/conversations/c1");
        state.Data["user:u1"]!["dialogs"]!["dialogStack"]![0]!["id"] = "gone";
        harness.Store.SaveState(state);
        Assert.Equal("phở: size?", await harness.SayAsync("hi"));
    }

    [Theory]
    [InlineData("2", 1)]
    [InlineData("số 2", 1)]
    [InlineData("tai chinh", 1)]
    [InlineData("TÀI CHÍNH", 1)]
    [InlineData("vay vốn", 1)]
    [InlineData("tôi cần hỗ trợ ạ", 0)]
    [InlineData("hỗ trợ tài chính", null)]
    [InlineData("9", null)]
    [InlineData("", null)]
    [InlineData("👍", null)]
    public void Choices_are_recognized_in_common_spellings(string said, int? index) =>
        Assert.Equal(
            index,
            Choices.Recognize(said, [new Choice { Value = "Hỗ trợ" }, new Choice { Value = "Tài chính", Synonyms = ["vay vốn"] }])?.Index
        );

    private async Task ConversationAsync(params (string Says, string Answer)[] lines)
    {
        foreach (var (says, answer) in lines)
        {
            Assert.Equal(answer, await harness.SayAsync(says));
        }
    }

    private static DialogSet CreateDialogSet() =>
        new DialogSet(new PrivateConversationState().CreateProperty<DialogState>("dialogs")).Add(new OrderDialog());

    private sealed record OrderOptions(string Dish);

    private sealed class OrderDialog : ComponentDialog
    {
        public OrderDialog()
            : base("order")
        {
            AddDialog(
                new WaterfallDialog(
                    "steps",
                    [
                        (step, token) =>
                            step.PromptAsync(
                                "size",
                                new PromptOptions
                                {
                                    Prompt = MessageFactory.Text($"{step.OptionsAs<OrderOptions>()!.Dish}: size?"),
                                    RetryPrompt = MessageFactory.Text("again: size?"),
                                    Choices = [new Choice { Value = "Lớn", Synonyms = ["to"] }, new Choice { Value = "Nhỏ" }],
                                },
                                token
                            ),
                        async (step, token) =>
                        {
                            if (step.Result is not FoundChoice size)
                            {
                                await step.Context.SendActivityAsync("no size, giving up", cancellationToken: token);
                                return await step.EndDialogAsync(cancellationToken: token);
                            }

                            step.Values["size"] = size.Value;
                            return await step.PromptAsync("count", new PromptOptions { Prompt = MessageFactory.Text("how many?") }, token);
                        },
                        (step, token) =>
                        {
                            step.Values["count"] = (string)step.Result!;
                            return step.PromptAsync("sure", new PromptOptions { Prompt = MessageFactory.Text("sure?") }, token);
                        },
                        async (step, token) =>
                        {
                            var text = step.Result is "vâng ạ"
                                ? $"{step.Values["count"]} {step.OptionsAs<OrderOptions>()!.Dish} {step.Values["size"]}"
                                : "none";
                            await step.Context.SendActivityAsync(text, cancellationToken: token);
                            return await step.EndDialogAsync(cancellationToken: token);
                        },
                    ]
                )
            );
            AddDialog(new ChoicePrompt("size"));
            AddDialog(
                new TextPrompt(
                    "count",
                    async (prompt, token) =>
                    {
                        if (int.TryParse(prompt.Recognized.Value, out var count) && count <= 10)
                        {
                            return true;
                        }

                        await prompt.Context.SendActivityAsync("at most 10", cancellationToken: token);
                        return false;
                    }
                )
            );
            AddDialog(new TextPrompt("sure"));
        }
    }
}
