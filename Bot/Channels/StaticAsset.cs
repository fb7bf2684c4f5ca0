using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace PolicyAssistantBot.Channels;

/// <summary>Serves a file of the web root, precompressed if the client accepts the encoding.</summary>
internal static class StaticAsset
{
    private static readonly (string Coding, string Suffix)[] CompressedForms = [("br", ".br"), ("gzip", ".gz")];

    public static Results<PhysicalFileHttpResult, NotFound> Serve(HttpContext http, string path, string contentType, string cacheControl)
    {
        var files = http.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        var (file, coding) = ChooseFile(files, path, http.Request);
        if (!file.Exists || file.PhysicalPath is null)
        {
            return TypedResults.NotFound();
        }

        var headers = http.Response.Headers;
        headers.CacheControl = cacheControl;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        if (coding is not null)
        {
            headers.ContentEncoding = coding;
        }
        // Length and time identify the build; the encoding is part of the tag, because each encoding is another representation.
        var tag = $"\"{file.Length:x}-{file.LastModified.UtcTicks:x}-{coding ?? "id"}\"";
        return TypedResults.PhysicalFile(
            file.PhysicalPath,
            contentType,
            lastModified: file.LastModified,
            entityTag: new EntityTagHeaderValue(tag)
        );
    }

    private static (IFileInfo File, string? Coding) ChooseFile(IFileProvider files, string path, HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (coding, suffix) in CompressedForms)
        {
            if (!Accepts(accepted, coding))
            {
                continue;
            }

            var compressed = files.GetFileInfo(path + suffix);
            if (compressed.Exists)
            {
                return (compressed, coding);
            }
        }
        return (files.GetFileInfo(path), null);
    }

    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string coding)
    {
        var match = accepted.FirstOrDefault(a => a.Value.Equals(coding, StringComparison.OrdinalIgnoreCase));
        return match is not null && match.Quality is not 0;
    }
}
