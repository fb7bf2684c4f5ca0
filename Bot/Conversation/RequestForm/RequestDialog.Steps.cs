using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Conversation.Questions;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>The typed way through the form.</summary>
internal sealed partial class RequestDialog
{
    private const int MaxWardAttempts = 3;

    private async Task<DialogTurnResult> AskNextAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(step.Context, cancellationToken);
        var form = Form(step);
        var reading = RequestFormReader.Read(form, lang);
        if (RequestFormReader.NextOpen(form, reading) is not { } field)
        {
            return await step.ReplaceDialogAsync(Review, cancellationToken: cancellationToken);
        }

        Component(step).Set(AskingKey, field);
        var options = step.OptionsAs<FillOptions>() ?? new FillOptions();
        return await step.PromptAsync(
            FieldText,
            new PromptOptions
            {
                Prompt = options.IsSilent ? null : Offer(field, form, reading, lang),
                Choices = RequestViews.ChoicesFor(field, reading, lang),
                Style = ListStyle.None,
                Validations = JsonValue.Create(field.ToString()),
            },
            cancellationToken
        );
    }

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(step.Context, cancellationToken);
        var field = Asking(Component(step))!.Value;
        if (step.Result is not string value)
        {
            return await GiveUpAsync(step, lang, cancellationToken);
        }

        var form = Form(step);
        var attempts = field == RequestField.Ward ? form.WardAttempts + 1 : 0;
        form = form.With(field, value, time.GetUtcNow()) with { WardAttempts = attempts };
        Keep(step, form);
        Component(step).Set<RequestField?>(AskingKey, null);
        var reading = RequestFormReader.Read(form, lang);
        if (reading.Notes.TryGetValue(field, out var note))
        {
            await step.Context.SendActivityAsync(note, cancellationToken: cancellationToken);
        }

        return attempts >= MaxWardAttempts && reading.Problems.ContainsKey(field)
            ? await GiveUpAsync(step, lang, cancellationToken)
            : await step.ReplaceDialogAsync(Fill, cancellationToken: cancellationToken);
    }

    /// <summary>After the attempts the form card takes over; what is typed next is still an answer to the same question.</summary>
    private static async Task<DialogTurnResult> GiveUpAsync(WaterfallStepContext step, Lang lang, CancellationToken cancellationToken)
    {
        var form = Form(step) with { WardAttempts = 0 };
        Keep(step, form);
        var card = RequestViews.Form(form, RequestFormReader.Read(form, lang), lang, showProblems: false);
        card.Text = RequestTexts.For(lang).GaveUp;
        await step.Context.SendActivityAsync(card, cancellationToken);
        return await step.ReplaceDialogAsync(Fill, new FillOptions { IsSilent = true }, cancellationToken);
    }

    /// <summary>Takes an answer as the field's value, or says what is wrong with it. An unclear ward is taken: the next question offers those that may be meant.</summary>
    private async Task<bool> ValidateAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(prompt.Context, cancellationToken);
        var field = Enum.Parse<RequestField>(prompt.Options.Validations!.GetValue<string>());
        var said = prompt.Recognized.Value?.Trim() ?? "";
        var value = FieldAnswer.Read(field, said, prompt.Options.Choices);
        var typed = new RequestForm
        {
            Id = "",
            Typed = { [field] = value ?? "" },
            ConsentVersion = value == "true" ? RequestTexts.ConsentVersion : null,
            ConsentedAt = time.GetUtcNow(),
        };
        var texts = RequestTexts.For(lang);
        var problem = value switch
        {
            null => texts.ChoiceUnreadable,
            "" when !RequestForm.IsOptional(field) => field == RequestField.Consent ? texts.ConsentNeeded : texts.CannotSkip,
            _ => field == RequestField.Ward ? null : RequestFormReader.Read(typed, lang).Problems.GetValueOrDefault(field),
        };
        if (problem is not null)
        {
            if (prompt.AttemptCount < prompt.Options.MaxAttempts)
            {
                await prompt.Context.SendActivityAsync(problem, cancellationToken: cancellationToken);
            }

            return false;
        }

        prompt.Recognized.Value = value;
        return true;
    }

    private async Task<DialogTurnResult> AskToSendAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(step.Context, cancellationToken);
        var form = Form(step);
        Component(step).Set<RequestField?>(AskingKey, null);
        return await step.PromptAsync(
            Decide,
            new PromptOptions
            {
                Prompt = RequestViews.Summary(form, RequestFormReader.Read(form, lang), lang),
                RetryPrompt = MessageFactory.Text(RequestTexts.For(lang).SummaryAsk),
                Choices =
                [
                    new Choice
                    {
                        Value = RequestTexts.For(lang).Send,
                        Synonyms = ["gửi", "gửi đi", "gửi yêu cầu", "gửi luôn", "xác nhận", "send", "send it", "confirm"],
                    },
                    new Choice
                    {
                        Value = RequestTexts.For(lang).Edit,
                        Synonyms = ["sửa", "sửa lại", "chỉnh sửa", "thay đổi", "edit", "change"],
                    },
                    new Choice { Value = RequestTexts.For(lang).Cancel, Synonyms = ["hủy", "không", "không gửi", "cancel", "no"] },
                ],
            },
            cancellationToken
        );
    }

    /// <summary>Takes a plain yes or no as well as the words that were offered.</summary>
    private static Task<bool> ReadDecision(PromptValidatorContext<FoundChoice> prompt, CancellationToken cancellationToken)
    {
        if (!prompt.Recognized.Succeeded && YesNo.Read(prompt.Context.Activity.Text) is { } isYes)
        {
            prompt.Recognized.Value = new FoundChoice(isYes ? 0 : 2, "");
        }

        return Task.FromResult(prompt.Recognized.Value is not null);
    }

    private async Task<DialogTurnResult> DecideAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(step.Context, cancellationToken);
        return (step.Result as FoundChoice)?.Index switch
        {
            0 => await SendAsync(step, lang, cancellationToken),
            1 => await step.ReplaceDialogAsync(Change, cancellationToken: cancellationToken),
            2 => await CancelAsync(step, lang, cancellationToken),
            _ => await step.ReplaceDialogAsync(Review, cancellationToken: cancellationToken),
        };
    }

    private async Task<DialogTurnResult> AskWhichAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (FieldAnswer.Named(step.Context.Activity.Text) is { } named)
        {
            return await step.NextAsync(new FoundChoice(Fields.IndexOf(named), ""), cancellationToken);
        }

        var lang = await memories.LanguageAsync(step.Context, cancellationToken);
        var (texts, other) = (RequestTexts.For(lang), RequestTexts.For(lang == Lang.En ? Lang.Vi : Lang.En));
        return await step.PromptAsync(
            Choose,
            new PromptOptions
            {
                Prompt = MessageFactory.Text(texts.AskWhichField),
                Choices = [.. Fields.Select(field => new Choice { Value = texts.Labels[field], Synonyms = [other.Labels[field]] })],
                Style = ListStyle.List,
            },
            cancellationToken
        );
    }

    private Task<DialogTurnResult> ChangeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not FoundChoice choice)
        {
            return step.ReplaceDialogAsync(Review, cancellationToken: cancellationToken);
        }

        Keep(step, Form(step) with { Changing = Fields[choice.Index] });
        return step.ReplaceDialogAsync(Fill, cancellationToken: cancellationToken);
    }

    /// <summary>The form card, with the first question for those who would rather answer one by one: one message, so that nothing hides the form.</summary>
    private static Activity FirstForm(RequestForm form, Lang lang)
    {
        var reading = RequestFormReader.Read(form, lang);
        var message = RequestViews.Form(form, reading, lang, showProblems: false);
        if (RequestFormReader.NextOpen(form, reading) is { } field)
        {
            var question = Offer(field, form, reading, lang);
            message.Text += $"\n\n{RequestTexts.For(lang).OrStepByStep.With(question.Text)}";
            message.SuggestedActions = question.SuggestedActions;
        }

        return message;
    }

    private static List<RequestField> Fields { get; } = [.. RequestForm.Order.Where(field => field != RequestField.Consent)];

    private static Activity Offer(RequestField field, RequestForm form, FormReading reading, Lang lang) =>
        Choices.Offer(
            RequestViews.Question(field, form, reading, lang),
            new PromptOptions
            {
                Choices = RequestViews.ChoicesFor(field, reading, lang),
                Style = field is RequestField.Ward or RequestField.Kind or RequestField.Sector ? ListStyle.List : ListStyle.SuggestedAction,
            }
        );
}
