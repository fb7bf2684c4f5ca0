using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Conversation.Messages;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>The steps that ask for the fields one by one.</summary>
internal sealed partial class RequestDialog
{
    private const int MaxWardAttempts = 3;

    /// <summary>The value of a box for an answer that does not count; anything but <c>true</c> and empty.</summary>
    private const string OutdatedAnswer = "outdated";

    private async Task<DialogTurnResult> AskNextFieldAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        var form = GetForm(step);
        var reading = RequestFormReader.Read(fields, form, lang);
        if (RequestFormReader.FindNextField(form, reading) is not { } field)
        {
            return await step.ReplaceDialogAsync(ReviewDialog, cancellationToken: cancellationToken);
        }

        GetComponentInstance(step).Set(AskedFieldKey, field.Key);
        var options = step.OptionsAs<FillOptions>() ?? new FillOptions();
        return await step.PromptAsync(
            FieldPrompt,
            new PromptOptions
            {
                Prompt = options.IsSilent ? null : BuildQuestion(field, form, reading, lang),
                Choices = RequestFormMessages.BuildChoices(field, reading, lang),
                Style = ListStyle.None,
                Validations = new FieldPromptData(
                    field.Key,
                    [.. reading.GetChoices(field).Select(choice => choice.Value)],
                    ConsentTexts.Version
                ).ToJson(),
            },
            cancellationToken
        );
    }

    private async Task<DialogTurnResult> StoreValueAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        var field = fields.Find(GetAskedFieldKey(GetComponentInstance(step)))!;
        if (step.Result is not string value)
        {
            return await FallBackToCardAsync(step, lang, cancellationToken);
        }

        var form = GetForm(step);
        var attempts = field.AsksAgainWithCandidates ? form.WardAttempts + 1 : 0;
        form = form.WithAnswer(field, value, time.GetUtcNow()) with { WardAttempts = attempts };
        SaveForm(step, form);
        GetComponentInstance(step).Set<string?>(AskedFieldKey, null);
        var reading = RequestFormReader.Read(fields, form, lang);
        if (reading.Notes.TryGetValue(field.Key, out var note))
        {
            await step.Context.SendActivityAsync(note, cancellationToken: cancellationToken);
        }

        return attempts >= MaxWardAttempts && reading.Problems.ContainsKey(field.Key)
            ? await FallBackToCardAsync(step, lang, cancellationToken)
            : await step.ReplaceDialogAsync(FillDialog, cancellationToken: cancellationToken);
    }

    /// <summary>
    /// After too many invalid answers the form card is shown instead; the next typed text is still an answer to the same question.
    /// </summary>
    private async Task<DialogTurnResult> FallBackToCardAsync(WaterfallStepContext step, Lang lang, CancellationToken cancellationToken)
    {
        var form = GetForm(step) with { WardAttempts = 0 };
        SaveForm(step, form);
        var card = RequestFormMessages.BuildForm(form, RequestFormReader.Read(fields, form, lang), lang, showProblems: false);
        card.Text = RequestTexts.AttemptsExhausted[lang];
        await step.Context.SendActivityAsync(card, cancellationToken);
        return await step.ReplaceDialogAsync(FillDialog, new FillOptions { IsSilent = true }, cancellationToken);
    }

    /// <summary>
    /// Accepts an answer as the value of the field, or explains what is wrong with it. An ambiguous ward is accepted: the next question
    /// offers the possible ones.
    /// </summary>
    private async Task<bool> ValidateAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var lang = await memories.GetLanguageAsync(prompt.Context, cancellationToken);
        var (key, values, wording) = FieldPromptData.FromJson(prompt.Options.Validations);
        var field = fields.Find(key)!;
        if (field.Input == FieldInput.Checkbox && wording != ConsentTexts.Version)
        {
            // The answer is to a statement that has changed since: the field stays open and is asked for with the present one.
            prompt.Recognized.Value = OutdatedAnswer;
            return true;
        }

        var value = FieldAnswer.Read(field, prompt.Recognized.Value?.Trim() ?? "", prompt.Options.Choices, values, pipeline.Replies);
        var answerForm = new RequestForm
        {
            Id = "",
            TypedValues = { [field.Key] = value ?? "" },
            ConsentVersion = ConsentTexts.Version,
            ConsentedAt = value == "true" ? time.GetUtcNow() : null,
            ContactConsentedAt = value == "true" && field == RequestFields.ContactConsent ? time.GetUtcNow() : null,
        };

        var problem = value switch
        {
            null => RequestTexts.ChoiceNotRecognized[lang],
            "" when field == RequestFields.TaxCode => RequestTexts.NoTaxCode[lang],
            "" when !field.IsOptional => (field.Input == FieldInput.Checkbox ? field.MissingText : RequestTexts.CannotSkip)[lang],
            _ => field.AsksAgainWithCandidates
                ? null
                : RequestFormReader.Read(fields, answerForm, lang).Problems.GetValueOrDefault(field.Key),
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

    private async Task<DialogTurnResult> AskForDecisionAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        var form = GetForm(step);
        GetComponentInstance(step).Set<string?>(AskedFieldKey, null);
        return await step.PromptAsync(
            DecisionPrompt,
            new PromptOptions
            {
                Prompt = step.OptionsAs<FillOptions>() is { IsSilent: true }
                    ? null
                    : RequestFormMessages.BuildSummary(form, RequestFormReader.Read(fields, form, lang), lang),
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

    /// <summary>
    /// Sends only after a clear yes: a refusal, a doubt or a question that contains the word "send" leaves the form open.
    /// </summary>
    private Task<bool> ReadDecision(PromptValidatorContext<FoundChoice> prompt, CancellationToken cancellationToken)
    {
        var text = prompt.Context.Activity.Text ?? "";
        var index =
            pipeline.ActReader.IsConfirmation(text) ? 0
            : IsCancel(text) || pipeline.Replies.IsYes(text) == false ? 2
            : prompt.Recognized.Value is { Index: 1 } ? 1
            : -1;
        prompt.Recognized.Value = index < 0 ? null : new FoundChoice(index, "");
        return Task.FromResult(index >= 0);
    }

    private bool IsCancel(string text) =>
        InterruptionPolicy.MayBeCancel(text)
        && !InterruptionPolicy.IsAmbiguousCancel(text)
        && pipeline.ActReader.Classify(text) is { Act: DialogueAct.Cancel, Confidence: >= .9 };

    private async Task<DialogTurnResult> ApplyDecisionAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        return (step.Result as FoundChoice)?.Index switch
        {
            0 => await SendAsync(step, lang, cancellationToken),
            1 => await step.ReplaceDialogAsync(ChangeDialog, cancellationToken: cancellationToken),
            2 => await StayInReviewAsync(step, lang, cancellationToken),
            _ => await step.ReplaceDialogAsync(ReviewDialog, cancellationToken: cancellationToken),
        };
    }

    /// <summary>The summary stays open while the asker is asked whether to discard the form.</summary>
    private async Task<DialogTurnResult> StayInReviewAsync(WaterfallStepContext step, Lang lang, CancellationToken cancellationToken)
    {
        await AskToDiscardAsync(step.Context, lang, cancellationToken);
        return await step.ReplaceDialogAsync(ReviewDialog, new FillOptions { IsSilent = true }, cancellationToken);
    }

    private async Task<DialogTurnResult> AskWhichFieldAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (FieldAnswer.FindNamedField(fields, step.Context.Activity.Text) is { } named)
        {
            return await step.NextAsync(new FoundChoice(ChangeableFields.IndexOf(named), ""), cancellationToken);
        }

        var lang = await memories.GetLanguageAsync(step.Context, cancellationToken);
        var otherLanguage = lang == Lang.En ? Lang.Vi : Lang.En;
        return await step.PromptAsync(
            FieldChoicePrompt,
            new PromptOptions
            {
                Prompt = MessageFactory.Text(RequestTexts.AskWhichField[lang]),
                Choices =
                [
                    .. ChangeableFields.Select(field => new Choice { Value = field.Label[lang], Synonyms = [field.Label[otherLanguage]] }),
                ],
                Style = ListStyle.List,
            },
            cancellationToken
        );
    }

    private Task<DialogTurnResult> ChangeFieldAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not FoundChoice choice)
        {
            return step.ReplaceDialogAsync(ReviewDialog, cancellationToken: cancellationToken);
        }

        SaveForm(step, GetForm(step) with { ChangingFieldKey = ChangeableFields[choice.Index].Key });
        return step.ReplaceDialogAsync(FillDialog, cancellationToken: cancellationToken);
    }

    /// <summary>
    /// The form card, with the first question for askers who prefer to answer one by one; in one message, so that nothing hides the form.
    /// </summary>
    private Activity BuildOpeningMessage(RequestForm form, Lang lang, Activity inbound)
    {
        var reading = RequestFormReader.Read(fields, form, lang);
        var message = RequestFormMessages.BuildForm(form, reading, lang, showProblems: false);
        if (links.FindPrivacyNotice(inbound, lang) is { } link)
        {
            message.Text += $"\n\n{link}";
        }

        if (RequestFormReader.FindNextField(form, reading) is { } field)
        {
            var question = BuildQuestion(field, form, reading, lang);
            message.Text += $"\n\n{RequestTexts.StepByStepOffer.With(lang, question.Text)}";
            message.SuggestedActions = question.SuggestedActions;
        }

        return message;
    }

    /// <summary>The card with what was filled in, at the step where the asker stopped, with the question that is open.</summary>
    private static Activity BuildFormAgain(RequestForm form, FormReading reading, Lang lang)
    {
        var field = RequestFormReader.FindNextField(form, reading);
        var message = RequestFormMessages.BuildForm(form, reading, lang, showProblems: false, field?.Step);
        if (field is not null)
        {
            var question = BuildQuestion(field, form, reading, lang);
            message.Text = RequestTexts.FormAgain.With(lang, question.Text);
            message.SuggestedActions = question.SuggestedActions;
        }

        return message;
    }

    /// <summary>The fields that can be changed one by one: all but the consent, which is given for the whole form.</summary>
    private List<RequestField> ChangeableFields => [.. fields.InputFields.Where(asked => asked.Input != FieldInput.Checkbox)];

    private static Activity BuildQuestion(RequestField field, RequestForm form, FormReading reading, Lang lang) =>
        Choices.AddTo(
            RequestFormMessages.BuildQuestion(field, form, reading, lang),
            new PromptOptions
            {
                Choices = RequestFormMessages.BuildChoices(field, reading, lang),
                Style = reading.GetChoices(field).Count > 0 ? ListStyle.List : ListStyle.SuggestedAction,
            }
        );
}
