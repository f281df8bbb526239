namespace Itdr.Inference;

/// <summary>
/// A language model in process, as far as the algorithms of this package need it: a tokenizer, and a cache of decoded
/// tokens that several sequences share. It is used by one thread at a time; <see cref="EngineHost"/> sees to that.
/// </summary>
/// <remarks>
/// A sequence is a run of tokens at positions 0, 1, 2 and on. A token that belongs to several sequences takes one
/// cell of the cache. Within one batch the set of sequences that a sequence shares its tokens with only shrinks, and
/// sequences that share a token hold the same tokens before it.
/// </remarks>
public interface ITokenEngine : IDisposable
{
    /// <summary>What the engine can hold and decode at once.</summary>
    TokenEngineLimits Limits { get; }

    /// <summary>The number of tokens in the vocabulary; tokens are numbered from 0.</summary>
    int VocabularySize { get; }

    /// <summary>What the model's chat template puts around the user's turn, as tokens.</summary>
    PromptFrame Frame { get; }

    /// <summary>The token with which the model ends its turn.</summary>
    int EndToken { get; }

    /// <summary>Whether a token ends the model's turn: <see cref="EndToken"/>, or another that means the same.</summary>
    /// <param name="token">The token.</param>
    bool IsEnd(int token);

    /// <summary>
    /// Adds the tokens of a text that goes on after other text: nothing is put before it, no start token and no space,
    /// and control text in it, such as <c>&lt;|im_end|&gt;</c>, stays text.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Where the tokens go.</param>
    void Tokenize(ReadOnlySpan<char> text, List<int> tokens);

    /// <summary>The UTF-8 bytes that a token stands for, perhaps only part of a character; empty for a control token.</summary>
    /// <param name="token">The token.</param>
    ReadOnlySpan<byte> Bytes(int token);

    /// <summary>Adds a token to the next batch.</summary>
    /// <param name="token">The token.</param>
    /// <param name="position">Its position, the same in each of its sequences.</param>
    /// <param name="sequences">The sequences that it belongs to, below <see cref="TokenEngineLimits.MaxSequences"/>.</param>
    /// <param name="wantLogits">Whether <see cref="Logits"/> will be asked for what follows it.</param>
    /// <returns>The number that <see cref="Logits"/> takes.</returns>
    int Add(int token, int position, ReadOnlySpan<int> sequences, bool wantLogits);

    /// <summary>Decodes the batch and starts an empty one.</summary>
    /// <returns>False if the cache has no room for the batch; it is then as it was before, and the batch is dropped.</returns>
    /// <exception cref="TokenEngineException">The engine failed; what its cache holds is unknown.</exception>
    bool Decode();

    /// <summary>The logits of what follows a token of the last decoded batch, one for each token of the vocabulary; valid until the next <see cref="Decode"/>.</summary>
    /// <param name="row">The number that <see cref="Add"/> gave.</param>
    ReadOnlySpan<float> Logits(int row);

    /// <summary>Makes a sequence hold what another holds, in the same cells.</summary>
    /// <param name="from">The sequence to copy.</param>
    /// <param name="to">The sequence to fill; it is empty or holds a front part of the other, in the same cells.</param>
    void Copy(int from, int to);

    /// <summary>Removes the tokens of a sequence from a position on; cells that no sequence holds any more are free.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="fromPosition">The first position to remove; 0 empties the sequence.</param>
    void Truncate(int sequence, int fromPosition);
}
