using Microsoft.Extensions.AI;

namespace Itdr.Inference;

/// <summary>One task as a chat, ready to be sent.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="Options">The options of the request.</param>
/// <param name="Broken">The prompt as it is sent, and the way back.</param>
internal sealed record ChatQuestion(IReadOnlyList<ChatMessage> Messages, ChatOptions Options, BrokenText Broken);
