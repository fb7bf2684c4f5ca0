using PolicyAssistantBot.Desk.SettingForms;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>The texts that officials start a reply from.</summary>
internal sealed class TemplateForm : SettingForm
{
    private const string List = "templates";
    private const string TextVi = "text-vi";
    private const string TextEn = "text-en";
    private const string Acknowledgement = "acknowledgement";
    private const string Yes = "true";

    public override string Key => "templates";

    public override SettingKind Kind => SettingKind.Templates;

    public override LocalizedText Title => TemplateFormTexts.Title;

    public override LocalizedText Intro => TemplateFormTexts.Intro;

    public override LocalizedText AddLabel => TemplateFormTexts.Add;

    public override IReadOnlyList<SettingItem> ListItems(SettingSources sources) =>
        [.. sources.Templates.Templates.Select(template => new SettingItem(template.Key, template.Name, [template.Text]))];

    public override IReadOnlyList<SettingField> GetFields(SettingSources sources, string? key) =>
        [
            .. SettingField.CreateNames(),
            CreateText(TextVi, TemplateFormTexts.TextVi, Lang.Vi) with
            {
                Hint = TemplateFormTexts.FieldsHint,
            },
            CreateText(TextEn, TemplateFormTexts.TextEn, Lang.En),
            new(Acknowledgement, SettingInput.Checkboxes, TemplateFormTexts.Use)
            {
                IsRequired = false,
                Options = [new(Yes, TemplateFormTexts.IsAcknowledgement)],
            },
        ];

    public override SettingValues ReadItem(SettingSources sources, string? key) =>
        FindIndex(sources, key) is { } index && sources.Templates.Templates[index] is var template
            ? new SettingValues()
                .SetNames(template.Name)
                .Set(TextVi, template.Text.Vi)
                .Set(TextEn, template.Text.En)
                .Set(Acknowledgement, template.IsAcknowledgement ? [Yes] : [])
            : new SettingValues();

    protected override IEnumerable<SettingProblem> FindFurtherProblems(SettingSources sources, string? key, SettingValues values)
    {
        if (sources.Templates.Templates.Any(other => other.Key != key && other.Name.Vi == values["vi"]))
        {
            yield return new("vi", SettingFormTexts.NameTaken);
        }

        foreach (var field in new[] { TextVi, TextEn })
        {
            if (ReplyTemplates.FindUnknownFields(values[field]).FirstOrDefault() is { } unknown)
            {
                yield return new(field, TemplateFormTexts.UnknownField.InBoth($"{{{unknown}}}"));
            }
        }
    }

    public override string? Write(SettingSources sources, string? key, SettingValues values)
    {
        var templates = sources.Templates.Templates;
        var item = new YamlItem()
            .Add("key", key ?? CreateKey(values["en"], templates))
            .Add("name", values.ReadNames())
            .Add("text", new LocalizedText(values[TextVi], values[TextEn]));
        item = values[Acknowledgement] == Yes ? item.AddPlain(Acknowledgement, Yes) : item;
        return FindIndex(sources, key) is { } index
            ? YamlListEditor.Replace(sources.Text, List, index, item)
            : YamlListEditor.Insert(sources.Text, List, templates.Count, item);
    }

    public override IReadOnlyList<LocalizedText> DescribeRemoval(SettingSources sources, string key) => [TemplateFormTexts.Removal];

    public override string? Remove(SettingSources sources, string key, SettingValues values) =>
        FindIndex(sources, key) is { } index ? YamlListEditor.Remove(sources.Text, List, index) : null;

    private static SettingField CreateText(string name, LocalizedText label, Lang lang) =>
        new(name, SettingInput.Paragraph, label) { Lang = lang, MaxLength = TextLimits.CaseText };

    private static int? FindIndex(SettingSources sources, string? key) =>
        key is null ? null
        : sources.Templates.Templates.Index().FirstOrDefault(template => template.Item.Key == key) is { Item: not null } found ? found.Index
        : null;

    private static string CreateKey(string name, IReadOnlyList<ReplyTemplate> templates) =>
        EntryKeys.Create(name, "template", [.. templates.Select(template => template.Key)]);
}
