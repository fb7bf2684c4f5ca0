using System.Text.Json;

namespace PolicyAssistantBot.Access.OpenId;

/// <summary>
/// Reads roles or groups from a token. Providers differ in where they put them: one string or a list, in a claim of that name or nested
/// in other claims, such as Keycloak's <c>realm_access.roles</c> and <c>resource_access.client.roles</c>.
/// </summary>
internal static class RoleClaims
{
    /// <param name="path">The name of a claim, or a path of names separated by dots; a claim whose own name contains dots takes
    /// precedence.</param>
    public static IEnumerable<string> Read(JsonElement token, string path)
    {
        if (token.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        if (token.TryGetProperty(path, out var claim))
        {
            return ReadStrings(claim);
        }

        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = path.IndexOf('.', dot + 1))
        {
            if (
                token.TryGetProperty(path[..dot], out var inner)
                && inner.ValueKind == JsonValueKind.Object
                && Read(inner, path[(dot + 1)..]).ToList() is { Count: > 0 } found
            )
            {
                return found;
            }
        }

        return [];
    }

    private static IEnumerable<string> ReadStrings(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => value
                .EnumerateArray()
                .Where(element => element.ValueKind == JsonValueKind.String)
                .Select(element => element.GetString()!),
            _ => [],
        };
}
