using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

internal sealed partial record GuideTexts
{
    public static GuideTexts En { get; } =
        new()
        {
            Questions = new Dictionary<GuideSlot, string>
            {
                [GuideSlot.Activity] = "What is the enterprise's main field of activity?",
                [GuideSlot.Employees] = "How many employees pay social insurance (the year's average)?",
                [GuideSlot.Revenue] = "What was last year's total revenue (for example: VND 2 billion)?",
                [GuideSlot.Capital] = "What was last year's total capital (for example: VND 500 million)?",
                [GuideSlot.Size] = "Which size is your enterprise?",
                [GuideSlot.Priority] =
                    "Is the enterprise owned by women (51 % of the capital or more), does it employ many women, or is it a social enterprise?",
                [GuideSlot.Scheme] = "Which kind of support shall I work out?",
                [GuideSlot.Contract] = "What is the planned value of the contract (for example: VND 80 million)?",
                [GuideSlot.Checklist] = "Which tax relief would you like to check?",
                [GuideSlot.Term] =
                    "For which matter shall I work out the deadline? You can also type a number of days, such as 15 working days.",
                [GuideSlot.Start] = "Counted from which day (for example: 20/11/2026)?",
            },
            Sizes = new Dictionary<SmeClass, string>
            {
                [SmeClass.Micro] = "micro enterprise",
                [SmeClass.Small] = "small enterprise",
                [SmeClass.Medium] = "medium enterprise",
            },
            Yes = "Yes",
            No = "No",
            NotSure = "Not sure",
            NotSureHelp = "Not sure, help me find out",
            NoContract = "No contract yet",
            Today = "Today",
            FactActivity = "field: {0}",
            FactEmployees = "{0} employees",
            FactRevenue = "revenue {0}",
            FactCapital = "capital {0}",
            FactSize = "{0}",
            FactPriority = "in the priority group (owned by women, many women employed, or a social enterprise)",
            FactHousehold = "a household business",
            SizeIs = "From what you told me ({0}), the enterprise is a **{1}** ({2}).",
            SizeIsNone = "From what you told me ({0}), the enterprise is **above the limits** of small and medium enterprises ({1}).",
            SizeDisputed =
                "From what you told me ({0}), the enterprise is above the limits of {1} but within the frame of {2}. The two differ, so I cannot say; please send a request for the Department of Finance to look into it.",
            SizeUnclear =
                "From what you told me ({0}), I cannot tell the size yet. Missing: {1}. When you have the figures, type **check my size**.",
            SizeHousehold =
                "A household business is not a small or medium enterprise (Law 04/2017/QH14, Article 2), so it has no size class. When it becomes an enterprise, it may get support of its own.",
            SizeGuidance =
                "Enterprises declare their size themselves and answer for it. This is guidance, no confirmation by a public body.",
            SupportIs = "**{0}.** {1}",
            SupportOfContract = "For a contract of {0}: at most **{1}**.",
            SupportNotVerified =
                "I have no verified amount of “{0}” for a {1}. Please send a request, and the Department of Finance will answer it.",
            SupportUnclear =
                "I do not know enough to work out the support. When you know the kind of support and your size, type **check my support**.",
            SupportGuidance =
                "This is a ceiling for orientation, no promise: it depends on the conditions and on the year's approved budget and plan.",
            TaxLikely = "From your answers, the enterprise **may qualify** for: {0} ({1}).",
            TaxNotLikely = "From your answers, the enterprise **probably does not qualify** for: {0} ({1}). What speaks against it:\n\n{2}",
            TaxAskOffice = "As to {0} ({1}), I cannot say. Please ask the tax office about:\n\n{2}",
            TaxGuidance = "This is guidance; the enterprise determines it in its declaration and the tax authority decides.",
            DueOn = "Counted from {0}, {1} working days end on **{2}**.",
            DueAbout =
                "Counted from {0}, {1} working days are expected to end on **{2}**; the holidays on the way are not fully confirmed.",
            DueOnDay = "From {0}, {1} days (days off included) end on **{2}**.",
            DueDaysGuidance = "The rule counts days, not working days, so days off are counted too. This is guidance.",
            DueBy = "**{0}** ({2}). {1}",
            DueNotKnown =
                "The time limit of “{0}” on that day is not verified, so I do not work it out. Please send a request, and an official will answer.",
            DaysOff = "Days off that were left out, besides Saturdays and Sundays: {0}.",
            DueGuidance =
                "Counting begins on the next working day, once the application is complete. This is guidance; the official deadline is on the receipt.",
            DueUnclear = "I do not know enough to work out the deadline. Please type, for example, “15 working days from 20/11/2026”.",
            Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
            WeekdayAndDay = "{0}, {1}",
        };
}
