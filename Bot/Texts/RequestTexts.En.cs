using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Texts;

internal sealed partial record RequestTexts
{
    public static RequestTexts En { get; } =
        new()
        {
            Title = "Send a request to the Department of Finance",
            Intro =
                "Please fill in the form below. Fields with * are required. You can send files along (PDF, Word, Excel, pictures) in this chat while the form is open. Type **cancel** to stop at any time.",
            OrStepByStep = "If you would rather answer one question at a time: {0}",
            BackToForm = "Back to your request:",
            Optional = "optional",
            Continue = "Continue",
            Cancel = "Cancel",
            Skip = "Skip",
            ProblemsAbove = "Some fields need a correction; everything you entered is kept.",
            SummaryTitle = "Please look it over before it is sent",
            SummaryAsk = "Send this request to an official? Answer **send**, **edit** or **cancel**.",
            Send = "Send",
            Edit = "Edit",
            AskWhichField = "Which field would you like to change?",
            NotGiven = "(not given)",
            Current = "At present: {0}",
            GaveUp =
                "I could not read your answer after several attempts. Please fill in this field in the form; everything you entered is kept.",
            Consent =
                "I agree that the Hanoi Department of Finance keeps and uses my name, telephone number, e-mail address and the above only to consider and answer this request, and passes it on to the competent body where needed. I can withdraw my consent at any time. I answer for what I have declared.",
            ConsentNeeded = "Without your consent I cannot send the request. You can agree, or type **cancel**.",
            CannotSkip = "The official needs this to work on your request. Please fill it in, or type **cancel** to stop.",
            Missing = "This field is empty.",
            TooShort = "This is too short; at least {0} characters are needed.",
            TooLong = "This is too long; at most {0} characters are possible.",
            NoContact = "A telephone number or an e-mail address is needed so that the official can reach you.",
            AmountUnreadable =
                "I could not read the amount. Please write one number with its unit, such as “2 billion”, “500 million” or “1.5 bn”.",
            CountUnreadable = "I could not read the number of people. Please write a whole number, such as “45”.",
            ChoiceUnreadable = "Please choose one of those listed.",
            WardUnknown = "I cannot find the ward or commune “{0}” among the 126 of Hanoi. The nearest: {1}.",
            WardUnreadable = "Please give the name of a present-day ward or commune of Hanoi, such as “Cau Giay Ward”.",
            SizeLabel = "Size (as declared)",
            SizeBy = "{0} ({1}, {2})",
            SizeUnclear = "not enough is known to tell",
            SizeDisputed = "an official will tell: above the limits of {0}, within those of {1}",
            Vnd = "VND {0}",
            People = "{0} people",
            Labels = new Dictionary<RequestField, string>
            {
                [RequestField.EnterpriseName] = "Enterprise name",
                [RequestField.TaxCode] = "Tax code",
                [RequestField.Ward] = "Ward or commune",
                [RequestField.Sector] = "Main field of activity",
                [RequestField.InsuredEmployees] = "Employees in social insurance (yearly average)",
                [RequestField.Revenue] = "Last year's revenue (VND)",
                [RequestField.Capital] = "Last year's total capital (VND)",
                [RequestField.Kind] = "Kind of request",
                [RequestField.Content] = "What it is about",
                [RequestField.ContactName] = "Contact person",
                [RequestField.Phone] = "Telephone",
                [RequestField.Email] = "E-mail",
                [RequestField.Consent] = "Consent",
                [RequestField.Language] = "Language",
            },
            Questions = new Dictionary<RequestField, string>
            {
                [RequestField.EnterpriseName] = "What is the name of your enterprise?",
                [RequestField.TaxCode] = "The enterprise's tax code? (10 digits, 13 for a branch, 12 for a household business)",
                [RequestField.Ward] = "In which ward or commune of Hanoi is the enterprise?",
                [RequestField.Sector] = "What is the enterprise's main field of activity?",
                [RequestField.InsuredEmployees] = "About how many employees are in social insurance, yearly average? You can type “skip”.",
                [RequestField.Revenue] = "About how much was last year's revenue, for example “2 billion”? You can type “skip”.",
                [RequestField.Capital] = "About how much was last year's total capital, for example “500 million”? You can type “skip”.",
                [RequestField.Kind] = "What kind of request is it?",
                [RequestField.Content] = "Please describe what the official should answer or settle (20 characters or more).",
                [RequestField.ContactName] = "The name of the contact person?",
                [RequestField.Phone] = "A telephone number? You can type “skip” if you leave an e-mail address.",
                [RequestField.Email] = "An e-mail address? You can type “skip” if you left a telephone number.",
                [RequestField.Consent] = "Please answer **I agree** or **I do not agree**.",
                [RequestField.Language] = "An answer in Vietnamese or in English?",
            },
            Kinds = new Dictionary<RequestKind, string>
            {
                [RequestKind.Support] = "Enterprise support",
                [RequestKind.Financing] = "Financing",
                [RequestKind.SupplierStandards] = "Supplier standards",
                [RequestKind.Difficulty] = "Difficulty, complaint, proposal",
                [RequestKind.Other] = "Other",
            },
            Sizes = new Dictionary<EnterpriseSize, string>
            {
                [EnterpriseSize.Micro] = "Micro enterprise",
                [EnterpriseSize.Small] = "Small enterprise",
                [EnterpriseSize.Medium] = "Medium enterprise",
                [EnterpriseSize.Large] = "Not a small or medium enterprise",
            },
        };
}
