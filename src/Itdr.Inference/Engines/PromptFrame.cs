using System.Collections.Immutable;

namespace Itdr.Inference;

/// <summary>
/// What a chat template puts around the user's turn, as tokens, so that the turn itself is tokenized as plain text
/// and no value in it becomes a control token.
/// </summary>
/// <param name="BeforeUser">The tokens before the user's turn, the start token of the model among them.</param>
/// <param name="AfterUser">The tokens after it, up to where the model's answer begins.</param>
public sealed record PromptFrame(ImmutableArray<int> BeforeUser, ImmutableArray<int> AfterUser)
{
    /// <summary>No frame: the prompt is the user's turn alone.</summary>
    public static PromptFrame None { get; } = new([], []);
}
