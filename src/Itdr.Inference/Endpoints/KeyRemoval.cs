using System.Text;

namespace Itdr.Inference;

/// <summary>Takes the key out of what a server says about a failure, which would carry it into messages and logs.</summary>
internal sealed class KeyRemoval(string key) : DelegatingHandler
{
    private const string Instead = "(key)";

    /// <summary>A text without the key.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key, or null if there is none.</param>
    public static string From(string text, string? key) => key is null ? text : text.Replace(key, Instead, StringComparison.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (body.Contains(key, StringComparison.Ordinal))
        {
            var type = response.Content.Headers.ContentType?.MediaType ?? "text/plain";
            response.Content = new StringContent(From(body, key), Encoding.UTF8, type);
        }

        return response;
    }
}
