namespace Itdr.LLamaSharp.Tests.Gguf;

/// <summary>
/// A SentencePiece vocabulary: three control tokens, a token for each byte, those of a chat, one for the space, and
/// words with all their beginnings, since pieces grow letter by letter.
/// </summary>
internal sealed class PieceVocabulary
{
    private const string Space = "\u2581";
    private const int Normal = 1;
    private const int Unknown = 2;
    private const int Control = 3;
    private const int UserDefined = 4;
    private const int Unused = 5;
    private const int ByteToken = 6;

    private readonly List<string> tokens = [];
    private readonly List<int> types = [];

    public PieceVocabulary(IEnumerable<string> words, int size = 0, params ReadOnlySpan<string> ofUser)
    {
        Add("<unk>", Unknown);
        Add("<s>", Control);
        Add("</s>", Control);
        for (var value = 0; value < 256; value++)
        {
            Add($"<0x{value:X2}>", ByteToken);
        }

        Add("<|im_start|>", Control);
        Add("<|im_end|>", Control);
        Add(Space, Normal);
        var pieces = words.SelectMany(static word => Enumerable.Range(2, Math.Max(0, word.Length - 1)).Select(length => word[..length]));
        foreach (var piece in pieces.Concat(words.Select(static word => word[..1])).Select(static piece => piece.Replace(" ", Space, StringComparison.Ordinal)).Distinct())
        {
            if (piece != Space)
            {
                Add(piece, Normal);
            }
        }

        foreach (var token in ofUser)
        {
            Add(token, UserDefined);
        }

        while (tokens.Count < size)
        {
            Add($"<unused-{tokens.Count}>", Unused);
        }
    }

    public int Count => tokens.Count;

    public void WriteTo(GgufWriter writer, string? chatTemplate)
    {
        writer.Add("tokenizer.ggml.model", "llama")
            .Add("tokenizer.ggml.tokens", tokens)
            .Add("tokenizer.ggml.scores", [.. types.Select(static (type, index) => type == Normal ? -(float)index : 0f)])
            .Add("tokenizer.ggml.token_type", types)
            .Add("tokenizer.ggml.unknown_token_id", 0u)
            .Add("tokenizer.ggml.bos_token_id", 1u)
            .Add("tokenizer.ggml.eos_token_id", 2u)
            .Add("tokenizer.ggml.add_bos_token", true);
        if (chatTemplate is not null)
        {
            writer.Add("tokenizer.chat_template", chatTemplate).Add("tokenizer.ggml.eot_token_id", 260u);
        }
    }

    private void Add(string token, int type)
    {
        tokens.Add(token);
        types.Add(type);
    }
}
