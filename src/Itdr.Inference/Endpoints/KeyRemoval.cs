using System.Text;

namespace Itdr.Inference;

/// <summary>Takes the key out of what a server says about a failure, which would carry it into messages and logs.</summary>
internal sealed class KeyRemoval(string key) : DelegatingHandler
{
    private const string Instead = "(key)";

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
            response.Content = new StringContent(body.Replace(key, Instead, StringComparison.Ordinal), Encoding.UTF8, type);
        }

        return response;
    }
}
