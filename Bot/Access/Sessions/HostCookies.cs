using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;

namespace PolicyAssistantBot.Access.Sessions;

/// <summary>
/// Over https the cookies of the desk are named <c>__Host-…</c>: a browser takes such a cookie only from this very host, with
/// <c>Secure</c> and the path <c>/</c> (RFC 6265bis, section 4.1.3.2), so that a page of a neighbouring host cannot set one. Where a proxy
/// serves the desk below a path, they are named <c>__Secure-…</c> and have that path: other programs of the host must not be sent them.
/// Over plain http, as in development, browsers refuse both names, and the short ones are used. The rest of the code knows the short names
/// only.
/// </summary>
internal static class HostCookies
{
    /// <summary>The name of the session cookie, and the beginning of the names of all others.</summary>
    public const string SessionCookie = "desk";

    /// <summary>Must run before anything reads or writes a cookie.</summary>
    public static void UseHostCookies(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var (pathBase, isHttps) = (context.Request.PathBase, context.Request.IsHttps);
                if (isHttps || pathBase.HasValue)
                {
                    Rename(
                        context,
                        new Naming(
                            !isHttps ? ""
                                : pathBase.HasValue ? "__Secure-"
                                : "__Host-",
                            pathBase.HasValue ? pathBase.Value! : "/"
                        )
                    );
                }

                return next(context);
            }
        );

    private static void Rename(HttpContext context, Naming naming)
    {
        var (received, sent) = (context.Request.Cookies, context.Response.Cookies);
        context.Features.Set<IResponseCookiesFeature>(new SentCookiesFeature(new SentCookies(sent, naming)));
        if (naming.Prefix.Length == 0)
        {
            return;
        }

        if (
            received.ContainsKey(SessionCookie)
            && context.Request.Path.StartsWithSegments(AccessPaths.Home, StringComparison.OrdinalIgnoreCase)
        )
        {
            // Of an earlier version, or set by another host: it is not read, so the browser need not keep it.
            sent.Delete(SessionCookie, new CookieOptions { Path = naming.Path, Secure = true });
        }

        context.Features.Set<IRequestCookiesFeature>(new RequestCookiesFeature(new ReceivedCookies(received, naming)));
    }

    private static bool IsOfDesk(string name) => name.StartsWith(SessionCookie, StringComparison.Ordinal);

    /// <param name="Prefix">What precedes the short names.</param>
    /// <param name="Path">The path of the cookies.</param>
    private sealed record Naming(string Prefix, string Path)
    {
        /// <summary>Only names of the desk lose the prefix: two cookies of others may have the same name with and without it.</summary>
        public string Shorten(string name) =>
            name.StartsWith(Prefix, StringComparison.Ordinal) && IsOfDesk(name[Prefix.Length..]) ? name[Prefix.Length..] : name;

        public CookieOptions Apply(CookieOptions options) =>
            new(options)
            {
                Secure = options.Secure || Prefix.Length > 0,
                Path = Path,
                Domain = null,
            };
    }

    /// <summary>The cookies of the desk that have the prefix, without it; and those that are not of the desk.</summary>
    private sealed class ReceivedCookies(IRequestCookieCollection received, Naming naming) : IRequestCookieCollection
    {
        private readonly Dictionary<string, string> cookies = received
            .Where(cookie => !IsOfDesk(cookie.Key))
            .ToDictionary(cookie => naming.Shorten(cookie.Key), cookie => cookie.Value, StringComparer.Ordinal);

        public int Count => cookies.Count;

        public ICollection<string> Keys => cookies.Keys;

        public string? this[string key] => cookies.GetValueOrDefault(key);

        public bool ContainsKey(string key) => cookies.ContainsKey(key);

        public bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => cookies.TryGetValue(key, out value);

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => cookies.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed record SentCookiesFeature(IResponseCookies Cookies) : IResponseCookiesFeature;

    private sealed class SentCookies(IResponseCookies sent, Naming naming) : IResponseCookies
    {
        public void Append(string key, string value) => Append(key, value, new CookieOptions());

        public void Append(string key, string value, CookieOptions options)
        {
            if (IsOfDesk(key))
            {
                sent.Append(naming.Prefix + key, value, naming.Apply(options));
            }
            else
            {
                sent.Append(key, value, options);
            }
        }

        public void Delete(string key) => Delete(key, new CookieOptions());

        public void Delete(string key, CookieOptions options)
        {
            if (IsOfDesk(key))
            {
                sent.Delete(naming.Prefix + key, naming.Apply(options));
            }
            else
            {
                sent.Delete(key, options);
            }
        }
    }
}
