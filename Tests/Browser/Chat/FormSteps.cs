using Microsoft.Playwright;

namespace PolicyAssistantBot.Tests.Browser.Chat;

/// <summary>Fills in the steps of the request form, whose name of the enterprise is left to the test.</summary>
internal static class FormSteps
{
    public static async Task FillEnterpriseAsync(ILocator form)
    {
        await form.GetByLabel("Mã số thuế").FillAsync("0100109106");
        await form.GetByLabel("Phường, xã").FillAsync("Phường Cửa Nam");
        await form.Locator("select").Nth(0).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await LeaveAsync(form, 1);
    }

    public static async Task FillRequestAsync(ILocator form)
    {
        await form.Locator("select").Nth(1).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await form.Locator("textarea").FillAsync("Đề nghị hướng dẫn hồ sơ hỗ trợ tư vấn.");
        await LeaveAsync(form, 2);
    }

    /// <summary>Goes on from a step in which nothing is wrong.</summary>
    public static async Task LeaveAsync(ILocator form, int step)
    {
        await NextAsync(form);
        await Assertions.Expect(form.GetByText($"Bước {step + 1}/3")).ToBeVisibleAsync();
    }

    public static Task NextAsync(ILocator form) => form.GetByRole(AriaRole.Button, new() { Name = "Bước sau" }).ClickAsync();

    public static Task ContinueAsync(ILocator form) => form.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
}
