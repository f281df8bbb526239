using Microsoft.Extensions.AI;

namespace Itdr.Inference;

/// <summary>Where a chat model is, for messages: nothing of an address that could be a secret.</summary>
/// <param name="Server">The address, or a phrase where it is unknown; it begins a sentence.</param>
/// <param name="Model">The name of the model, or a phrase where it is unknown.</param>
internal sealed record ChatPlace(string Server, string Model)
{
    /// <summary>Where the model of a client is.</summary>
    public static ChatPlace Of(IChatClient client)
    {
        var metadata = client.GetService<ChatClientMetadata>();
        return new ChatPlace(
            metadata?.ProviderUri?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.SafeUnescaped) ?? "The chat model",
            metadata?.DefaultModelId ?? "the model");
    }
}
