using Microsoft.AspNetCore.Routing;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Access;

/// <summary>Requests every endpoint of the desk with every role.</summary>
public sealed class EndpointMatrixTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_endpoint_admits_exactly_the_roles_of_its_rule()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var endpoints = Endpoints(desk);
        Assert.Equal([], endpoints.Keys.Except(EndpointRules.All.Keys));
        Assert.Equal([], EndpointRules.All.Keys.Except(endpoints.Keys));

        var wrong = new List<string>();
        foreach (var (name, roles) in People())
        {
            using var person = name == "stranger" ? desk.Browse() : await desk.SignInAsync(name, roles);
            await AskForAllAsync(
                person,
                name,
                (rule, _) => rule.IsPublic || (name != "stranger" && (rule.Roles == Roles.None || (rule.Roles & roles) != Roles.None))
            );
        }

        var fresh = Assert.IsType<AccountOutcome.Succeeded>(
            await desk.Get<AccountStore>()
                .CreateAsync("fresh", "Người mới", Roles.Official | Roles.Supervisor | Roles.Administrator | Roles.Auditor, default)
        );
        using var newcomer = desk.Browse();
        await newcomer.SignInAsync("fresh", fresh.OneTimePassword!);
        await AskForAllAsync(newcomer, "one-time password", (rule, _) => rule.WhileUnready);
        Assert.Equal([], wrong);

        async Task AskForAllAsync(Desk.Browser person, string who, Func<EndpointRule, string, bool> isLetIn)
        {
            foreach (var (key, rule) in EndpointRules.All.OrderBy(e => e.Key, StringComparer.Ordinal))
            {
                var address = key[(key.IndexOf(' ', StringComparison.Ordinal) + 1)..]
                    .Replace("{number}", number.ToString(), StringComparison.Ordinal)
                    .Replace("{action}", "take", StringComparison.Ordinal)
                    .Replace("{what}", "greeting", StringComparison.Ordinal)
                    .Replace("/site/{file}", "/site/mark.svg", StringComparison.Ordinal)
                    .Replace("{file}", "desk.css", StringComparison.Ordinal)
                    .Replace("{id}", "x", StringComparison.Ordinal)
                    .Replace("{key}", "x", StringComparison.Ordinal)
                    .Replace("{number:int}", "1", StringComparison.Ordinal)
                    .Replace("{id:long}", "1", StringComparison.Ordinal)
                    .Replace("{table}", "week", StringComparison.Ordinal)
                    .Replace("/retention/{kind}", "/retention/uploads", StringComparison.Ordinal)
                    .Replace("{kind}", "routing", StringComparison.Ordinal)
                    .Replace("{form}", "teams", StringComparison.Ordinal);

                // Forms are sent without their token: people with access get 400, and nothing changes.
                var isPost = key.StartsWith("POST", StringComparison.Ordinal);
                await (isPost ? person.PostAsync(address) : person.OpenAsync(address));
                var isIn = isPost
                    ? person.Status == 400
                    : person.Status == 200
                        || (
                            person.Status == 404
                            && (
                                address.StartsWith("/studio/sets/1/", StringComparison.Ordinal)
                                || $"{address}/".Contains("/x/", StringComparison.Ordinal)
                            )
                        )
                        || address is "/desk/language" or "/desk/sign-in/code" or "/desk/sign-in/external";
                var isOut =
                    person.Status is 401 or 403
                    || (
                        person.Status == 302
                        && (
                            person.Location!.Contains("/desk/sign-in?", StringComparison.Ordinal)
                            || person.Location is "/desk/password" or "/studio"
                        )
                    );
                if (isLetIn(rule, key) ? !isIn : !isOut)
                {
                    wrong.Add($"{who}: {key} answered {person.Status} {person.Location}");
                }
            }
        }
    }

    [Fact]
    public async Task An_unknown_address_is_404_for_a_signed_in_person()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var admin = await desk.SignInAsync("all", Roles.Official | Roles.Administrator);
        await admin.OpenAsync("/desk/nothing/here");
        Assert.Equal(404, admin.Status);
    }

    private static Dictionary<string, RouteEndpoint> Endpoints(DeskHost desk) =>
        desk.Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .SelectMany(
                e => e.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods,
                (e, method) => (Key: $"{method} /{e.RoutePattern.RawText!.Trim('/')}", Endpoint: e)
            )
            .ToDictionary(e => e.Key, e => e.Endpoint, StringComparer.Ordinal);

    private static IEnumerable<(string Name, Roles Roles)> People() =>
        [
            ("stranger", Roles.None),
            ("official", Roles.Official),
            ("supervisor", Roles.Supervisor),
            ("administrator", Roles.Administrator),
            ("auditor", Roles.Auditor),
            ("editor", Roles.Editor),
            ("reviewer", Roles.Reviewer),
            ("publisher", Roles.Publisher),
        ];
}
