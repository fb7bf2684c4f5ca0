using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Rules.Formats;
using PolicyAssistantBot.Knowledge.Rules.Places;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Requests.Fields;

/// <summary>The request form of this product, one definition a field. docs/architecture.md shows how to add one.</summary>
internal static class RequestFields
{
    public static RequestField EnterpriseName { get; } =
        new()
        {
            Key = nameof(EnterpriseName),
            Label = FieldTexts.EnterpriseNameLabel,
            DeskLabel = FieldTexts.EnterpriseNameDeskLabel,
            Question = FieldTexts.EnterpriseNameQuestion,
            MinLength = 2,
            IsFreeText = true,
            Synonyms = ["ten doanh nghiep", "ten cong ty", "doanh nghiep", "cong ty", "enterprise", "company", "name"],
            Places = FieldPlaces.Summary | FieldPlaces.Desk | FieldPlaces.ChannelCard,
            Read = (draft, typed) => new(draft with { EnterpriseName = RequestField.CollapseWhiteSpace(typed) }),
            Check = (field, draft) => field.CheckLength(draft.EnterpriseName),
            Normalize = draft => draft with { EnterpriseName = draft.EnterpriseName?.Trim() },
            Format = (draft, _) => draft.EnterpriseName,
            FindValueIn = MentionedFacts.FindEnterpriseName,
        };

    public static RequestField TaxCode { get; } =
        new()
        {
            Key = nameof(TaxCode),
            Label = FieldTexts.TaxCodeLabel,
            Question = FieldTexts.TaxCodeQuestion,
            Synonyms = ["ma so thue", "mst", "tax code"],
            Read = (draft, typed) =>
                new(
                    draft with
                    {
                        TaxCode = typed.Trim(),
                    },
                    Knowledge.Rules.Formats.TaxCode.Parse(typed.Trim()) is TaxCodeResult.Invalid { Fault: not TaxCodeFault.Empty } invalid
                        ? invalid.Reason
                        : null,
                    Knowledge.Rules.Formats.TaxCode.Parse(typed.Trim()) is TaxCodeResult.Doubtful doubtful ? doubtful.Warning : null
                ),
            Check = (_, draft) =>
                Knowledge.Rules.Formats.TaxCode.Parse(draft.TaxCode ?? "") switch
                {
                    TaxCodeResult.Invalid { Fault: TaxCodeFault.Empty } => ProblemCode.Missing,
                    TaxCodeResult.Invalid => ProblemCode.Malformed,
                    _ => null,
                },
            Normalize = draft =>
                draft with
                {
                    TaxCode = Knowledge.Rules.Formats.TaxCode.Parse(draft.TaxCode ?? "") switch
                    {
                        TaxCodeResult.Valid valid => valid.Normalized,
                        TaxCodeResult.Doubtful doubtful => doubtful.Normalized,
                        _ => draft.TaxCode,
                    },
                },
            Format = (draft, _) => draft.TaxCode,
            FindValueIn = MentionedFacts.FindTaxCode,
        };

    public static RequestField Ward { get; } =
        new()
        {
            Key = nameof(Ward),
            Label = FieldTexts.WardLabel,
            Question = FieldTexts.WardQuestion,
            Synonyms = ["phuong", "xa", "dia chi", "ward", "commune", "address"],
            AllowsOtherValues = true,
            AsksAgainWithCandidates = true,
            Places = FieldPlaces.Summary | FieldPlaces.Desk | FieldPlaces.ChannelCard,
            Read = WardField.Read,
            Check = (_, draft) => string.IsNullOrWhiteSpace(draft.WardCode) ? ProblemCode.Missing : null,
            Format = (draft, lang) => Wards.FindByCode(draft.WardCode ?? "")?.FullName[lang] ?? draft.WardName,
            FormatForDesk = (draft, _) => draft.WardName ?? draft.WardCode,
            FindValueIn = MentionedFacts.FindWard,
        };

    public static RequestField Sector { get; } =
        new()
        {
            Key = nameof(Sector),
            Label = FieldTexts.SectorLabel,
            DeskLabel = FieldTexts.SectorDeskLabel,
            Question = FieldTexts.SectorQuestion,
            Input = FieldInput.Choice,
            Choices = [.. Sectors.All.Select(sector => new FieldChoice(sector.Code, sector.Name))],
            AllowsOtherValues = true,
            Synonyms = ["linh vuc", "nganh", "nganh nghe", "sector", "field of activity", "activity"],
            Read = (draft, typed) => new(draft with { Sector = Sectors.Find(typed)?.Name.Vi ?? RequestField.CollapseWhiteSpace(typed) }),
            Check = (field, draft) => field.CheckLength(draft.Sector),
            Normalize = draft => draft with { Sector = draft.Sector?.Trim() },
            Format = (draft, lang) => Sectors.Find(draft.Sector ?? "")?.Name[lang] ?? draft.Sector,
            CanBeAskedFor = draft => Sectors.Find(draft.Sector ?? "") is null,
        };

    public static RequestField InsuredEmployees { get; } =
        new()
        {
            Key = nameof(InsuredEmployees),
            Label = FieldTexts.InsuredEmployeesLabel,
            DeskLabel = FieldTexts.InsuredEmployeesDeskLabel,
            Question = FieldTexts.InsuredEmployeesQuestion,
            IsOptional = true,
            Synonyms = ["lao dong", "so nguoi", "nhan vien", "employees", "staff"],
            Read = (draft, typed) =>
                string.IsNullOrWhiteSpace(typed) ? new(draft)
                : QuantityReader.ReadSureCount(typed) is { } count ? new(draft with { InsuredEmployees = count })
                : new(draft, FieldTexts.CountUnreadable),
            Check = (_, draft) => draft.InsuredEmployees < 0 ? ProblemCode.Negative : null,
            Format = (draft, lang) =>
                draft.InsuredEmployees is { } count ? FieldTexts.PeopleCount.With(lang, LocalFormat.Number(count, lang)) : null,
        };

    public static RequestField Revenue { get; } =
        RequestField.CreateAmount(
            nameof(Revenue),
            FieldTexts.RevenueLabel,
            FieldTexts.RevenueQuestion,
            draft => draft.Revenue,
            (draft, amount) => draft with { Revenue = amount }
        ) with
        {
            DeskLabel = FieldTexts.RevenueDeskLabel,
            Synonyms = ["doanh thu", "revenue", "turnover"],
        };

    public static RequestField Capital { get; } =
        RequestField.CreateAmount(
            nameof(Capital),
            FieldTexts.CapitalLabel,
            FieldTexts.CapitalQuestion,
            draft => draft.Capital,
            (draft, amount) => draft with { Capital = amount }
        ) with
        {
            DeskLabel = FieldTexts.CapitalDeskLabel,
            Synonyms = ["von", "nguon von", "capital"],
        };

    public static RequestField Size { get; } =
        new()
        {
            Key = nameof(Size),
            Label = FieldTexts.SizeLabel,
            DeskLabel = FieldTexts.SizeDeskLabel,
            Input = FieldInput.None,
            Places = FieldPlaces.Summary | FieldPlaces.Desk | FieldPlaces.ChannelCard,
            Format = SizeField.Format,
            FormatForDesk = SizeField.FormatForOfficials,
        };

    public static RequestField Kind { get; } =
        new()
        {
            Key = nameof(Kind),
            Step = FormStep.Request,
            Label = FieldTexts.KindLabel,
            Question = FieldTexts.KindQuestion,
            Input = FieldInput.Choice,
            Choices = [.. FieldTexts.KindNames.Select(kind => new FieldChoice(kind.Key.ToString(), kind.Value))],
            Synonyms = ["loai", "loai yeu cau", "kind"],
            Places = FieldPlaces.Summary,
            Read = (draft, typed) =>
                new(draft with { Kind = Enum.TryParse<RequestKind>(typed, out var kind) && Enum.IsDefined(kind) ? kind : null }),
            Check = (_, draft) => draft.Kind is null ? ProblemCode.Missing : null,
            Format = (draft, lang) => draft.Kind is { } kind ? FieldTexts.KindNames[kind][lang] : null,
        };

    public static RequestField Content { get; } =
        new()
        {
            Key = nameof(Content),
            Step = FormStep.Request,
            Label = FieldTexts.ContentLabel,
            Question = FieldTexts.ContentQuestion,
            Input = FieldInput.Paragraph,
            MinLength = TextLimits.MinContent,
            MaxLength = TextLimits.CaseText,
            IsFreeText = true,
            CanBeQuestion = true,
            Synonyms = ["noi dung", "content", "text"],
            Places = FieldPlaces.Summary,
            Read = (draft, typed) => new(draft with { Content = typed.Trim() }),
            Check = (field, draft) => field.CheckLength(draft.Content),
            Normalize = draft => draft with { Content = draft.Content?.Trim() },
            Format = (draft, _) => draft.Content,
        };

    public static RequestField ContactName { get; } =
        new()
        {
            Key = nameof(ContactName),
            Step = FormStep.Contact,
            Label = FieldTexts.ContactNameLabel,
            Question = FieldTexts.ContactNameQuestion,
            MinLength = 2,
            IsFreeText = true,
            Synonyms = ["nguoi lien he", "ho ten", "contact", "contact person"],
            Read = (draft, typed) => new(draft with { ContactName = RequestField.CollapseWhiteSpace(typed) }),
            Check = (field, draft) => field.CheckLength(draft.ContactName),
            Normalize = draft => draft with { ContactName = draft.ContactName?.Trim() },
            Format = (draft, _) => draft.ContactName,
        };

    public static RequestField Phone { get; } =
        new()
        {
            Key = nameof(Phone),
            Step = FormStep.Contact,
            Label = FieldTexts.PhoneLabel,
            Question = FieldTexts.PhoneQuestion,
            InputStyle = "tel",
            IsOptional = true,
            IsMarkedOptional = false,
            Synonyms = ["dien thoai", "so dien thoai", "sdt", "phone", "telephone"],
            Read = ContactFields.ReadPhone,
            Check = ContactFields.CheckPhone,
            Normalize = ContactFields.NormalizePhone,
            Format = (draft, _) => draft.Phone,
            FindValueIn = MentionedFacts.FindPhone,
        };

    public static RequestField Email { get; } =
        new()
        {
            Key = nameof(Email),
            Step = FormStep.Contact,
            Label = FieldTexts.EmailLabel,
            Question = FieldTexts.EmailQuestion,
            InputStyle = "email",
            IsOptional = true,
            IsMarkedOptional = false,
            Synonyms = ["email", "e mail", "mail"],
            Read = ContactFields.ReadEmail,
            Check = ContactFields.CheckEmail,
            Normalize = ContactFields.NormalizeEmail,
            Format = (draft, _) => draft.Email,
            FindValueIn = MentionedFacts.FindEmail,
        };

    public static RequestField Consent => ConsentFields.Processing;

    public static RequestField ContactConsent => ConsentFields.Contact;

    public static RequestField Language { get; } =
        new()
        {
            Key = nameof(Language),
            Label = FieldTexts.LanguageLabel,
            DeskLabel = FieldTexts.LanguageDeskLabel,
            Input = FieldInput.None,
            Places = FieldPlaces.Desk,
            Check = (_, draft) => draft.Language is "vi" or "en" ? null : ProblemCode.Malformed,
            Format = (draft, _) => draft.Language == "en" ? "English" : "Tiếng Việt",
        };

    public static RequestFieldList Default { get; } =
        new([
            EnterpriseName,
            TaxCode,
            Ward,
            Sector,
            InsuredEmployees,
            Revenue,
            Capital,
            Size,
            Kind,
            Content,
            ContactName,
            Phone,
            Email,
            Consent,
            ContactConsent,
            Language,
        ]);
}
