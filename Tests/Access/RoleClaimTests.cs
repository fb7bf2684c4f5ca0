using System.Text.Json;
using PolicyAssistantBot.Access.OpenId;

namespace PolicyAssistantBot.Tests.Access;

public sealed class RoleClaimTests
{
    [Theory]
    [InlineData("roles", """{"roles":["a","b"]}""", "a b")]
    [InlineData("roles", """{"roles":"a"}""", "a")]
    [InlineData("groups", """{"groups":["g1",2,null,{"x":"y"}],"roles":["a"]}""", "g1")]
    [InlineData("realm_access.roles", """{"realm_access":{"roles":["desk","offline_access"]}}""", "desk offline_access")]
    [InlineData("resource_access.desk.vn.roles", """{"resource_access":{"desk":{"roles":["no"]},"desk.vn":{"roles":["yes"]}}}""", "yes")]
    [InlineData("https://desk.example/roles", """{"https://desk.example/roles":["own"]}""", "own")]
    [InlineData("realm_access.roles", """{"realm_access.roles":"own","realm_access":{"roles":["inner"]}}""", "own")]
    [InlineData("realm_access.roles", """{"realm_access":"roles","roles":["no"]}""", "")]
    [InlineData("roles", """{"roles":{"desk":"yes"}}""", "")]
    [InlineData("roles.", """{"roles":["no"]}""", "")]
    [InlineData("roles", "[]", "")]
    public void Roles_are_read_only_from_the_configured_claim(string path, string token, string roles)
    {
        using var payload = JsonDocument.Parse(token);
        Assert.Equal(roles, string.Join(' ', RoleClaims.Read(payload.RootElement, path)));
    }
}
