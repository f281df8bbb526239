namespace Itdr.Inference;

/// <summary>What a server sent is JSON, but the OpenAI library cannot read it as an answer.</summary>
/// <param name="isStream">Whether a stream was asked for.</param>
/// <param name="cause">What the library made of it.</param>
internal sealed class UnreadableReplyException(bool isStream, Exception cause)
    : HttpRequestException(HttpRequestError.InvalidResponse, "The reply cannot be read as an answer of a chat model.", cause)
{
    /// <summary>Whether a stream was asked for.</summary>
    public bool IsStream { get; } = isStream;
}
