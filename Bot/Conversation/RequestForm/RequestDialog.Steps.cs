using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Conversation.Messages;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Requests.Fields;
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
        var reading = RequestFormReader.Read(fields, form, lang);
        if (RequestFormReader.NextOpen(form, reading) is not { } field)
        {
            return await step.ReplaceDialogAsync(Review, cancellationToken: cancellationToken);
        }

        Component(step).Set(AskingKey, field.Key);
        var options = step.OptionsAs<FillOptions>() ?? new FillOptions();
        return await step.PromptAsync(
            FieldText,
            new PromptOptions
            {
                Prompt = options.IsSilent ? null : Offer(field, form, reading, lang),
                Choices = RequestViews.ChoicesFor(field, reading, lang),
                Style = ListStyle.None,
                Validations = new FieldPrompt(field.Key, [.. reading.ChoicesOf(field).Select(choice => choice.Value)]).ToJson(),
            },
            cancellationToken
        );
    }

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(step.Context, cancellationToken);
        var field = fields.Find(Asking(Component(step)))!;
        if (step.Result is not string value)
        {
            return await GiveUpAsync(step, lang, cancellationToken);
        }

        var form = Form(step);
        var attempts = field.AsksAgainWithCandidates ? form.WardAttempts + 1 : 0;
        form = form.With(field, value, time.GetUtcNow()) with { WardAttempts = attempts };
        Keep(step, form);
        Component(step).Set<string?>(AskingKey, null);
        var reading = RequestFormReader.Read(fields, form, lang);
        if (reading.Notes.TryGetValue(field.Key, out var note))
        {
            await step.Context.SendActivityAsync(note, cancellationToken: cancellationToken);
        }

        return attempts >= MaxWardAttempts && reading.Problems.ContainsKey(field.Key)
            ? await GiveUpAsync(step, lang, cancellationToken)
            : await step.ReplaceDialogAsync(Fill, cancellationToken: cancellationToken);
    }

    /// <summary>After the attempts the form card takes over; what is typed next is still an answer to the same question.</summary>
    private async Task<DialogTurnResult> GiveUpAsync(WaterfallStepContext step, Lang lang, CancellationToken cancellationToken)
    {
        var form = Form(step) with { WardAttempts = 0 };
        Keep(step, form);
        var card = RequestViews.Form(form, RequestFormReader.Read(fields, form, lang), lang, showProblems: false);
        card.Text = RequestTexts.GaveUp[lang];
        await step.Context.SendActivityAsync(card, cancellationToken);
        return await step.ReplaceDialogAsync(Fill, new FillOptions { IsSilent = true }, cancellationToken);
    }

    /// <summary>Takes an answer as the field's value, or says what is wrong with it. An unclear ward is taken: the next question offers
    /// those that may be meant.</summary>
    private async Task<bool> ValidateAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var lang = await memories.LanguageAsync(prompt.Context, cancellationToken);
        var (key, values) = FieldPrompt.Read(prompt.Options.Validations);
        var field = fields.Find(key)!;
        var value = FieldAnswer.Read(field, prompt.Recognized.Value?.Trim() ?? "", prompt.Options.Choices, values, pipeline.Replies);
        var typed = new RequestForm
        {
            Id = "",
            Typed = { [field.Key] = value ?? "" },
            ConsentVersion = value == "true" ? FieldTexts.ConsentVersion : null,
            ConsentedAt = time.GetUtcNow(),
        };

        var problem = value switch
        {
            null => RequestTexts.ChoiceUnreadable[lang],
            "" when !field.IsOptional => (field.Input == FieldInput.Tick ? field.MissingText : RequestTexts.CannotSkip)[lang],
            _ => field.AsksAgainWithCandidates ? null : RequestFormReader.Read(fields, typed, lang).Problems.GetValueOrDefault(field.Key),
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
        Component(step).Set<string?>(AskingKey, null);
        return await step.PromptAsync(
            Decide,
            new PromptOptions
            {
                Prompt = RequestViews.Summary(form, RequestFormReader.Read(fields, form, lang), lang),
                RetryPrompt = MessageFactory.Text(RequestTexts.NotSent[lang]),
                Choices =
                [
                    new Choice { Value = RequestTexts.Send[lang] },
                    new Choice { Value = RequestTexts.Edit[lang], Synonyms = [.. pipeline.Replies.Edit] },
                    new Choice { Value = RequestTexts.Cancel[lang] },
                ],
            },
            cancellationToken
        );
    }

    /// <summary>Sends after an unmistakable yes only: a refusal, a doubt or a question that holds the word "send" leaves the form
    /// open.</summary>
    private Task<bool> ReadDecision(PromptValidatorContext<FoundChoice> prompt, CancellationToken cancellationToken)
    {
        var text = prompt.Context.Activity.Text ?? "";
        var index =
            pipeline.Acts.IsConfirmation(text) ? 0
            : IsCancel(text) || pipeline.Replies.IsYes(text) == false ? 2
            : prompt.Recognized.Value is { Index: 1 } ? 1
            : -1;
        prompt.Recognized.Value = index < 0 ? null : new FoundChoice(index, "");
        return Task.FromResult(index >= 0);
    }

    private bool IsCancel(string text) =>
        Interruption.IsCancel(text)
        && !Interruption.IsUnclear(text)
        && pipeline.Acts.Read(text) is { Act: DialogueAct.Cancel, Confidence: >= .9 };

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
        if (FieldAnswer.Named(fields, step.Context.Activity.Text) is { } named)
        {
            return await step.NextAsync(new FoundChoice(Changeable.IndexOf(named), ""), cancellationToken);
        }

        var lang = await memories.LanguageAsync(step.Context, cancellationToken);
        var other = lang == Lang.En ? Lang.Vi : Lang.En;
        return await step.PromptAsync(
            Choose,
            new PromptOptions
            {
                Prompt = MessageFactory.Text(RequestTexts.AskWhichField[lang]),
                Choices = [.. Changeable.Select(field => new Choice { Value = field.Label[lang], Synonyms = [field.Label[other]] })],
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

        Keep(step, Form(step) with { Changing = Changeable[choice.Index].Key });
        return step.ReplaceDialogAsync(Fill, cancellationToken: cancellationToken);
    }

    /// <summary>The form card, with the first question for those who would rather answer one by one: one message, so that nothing hides the
    /// form.</summary>
    private Activity FirstForm(RequestForm form, Lang lang)
    {
        var reading = RequestFormReader.Read(fields, form, lang);
        var message = RequestViews.Form(form, reading, lang, showProblems: false);
        if (RequestFormReader.NextOpen(form, reading) is { } field)
        {
            var question = Offer(field, form, reading, lang);
            message.Text += $"\n\n{RequestTexts.OrStepByStep.With(lang, question.Text)}";
            message.SuggestedActions = question.SuggestedActions;
        }

        return message;
    }

    /// <summary>Consent is given for the whole form and not changed by itself.</summary>
    private List<RequestField> Changeable => [.. fields.Asked.Where(asked => asked.Input != FieldInput.Tick)];

    private static Activity Offer(RequestField field, RequestForm form, FormReading reading, Lang lang) =>
        Choices.Offer(
            RequestViews.Question(field, form, reading, lang),
            new PromptOptions
            {
                Choices = RequestViews.ChoicesFor(field, reading, lang),
                Style = reading.ChoicesOf(field).Count > 0 ? ListStyle.List : ListStyle.SuggestedAction,
            }
        );
}
