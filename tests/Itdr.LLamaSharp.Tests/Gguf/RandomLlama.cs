namespace Itdr.LLamaSharp.Tests.Gguf;

/// <summary>A model of the architecture llama with random weights: it knows nothing and computes what any other does.</summary>
/// <param name="Width">The length of a token's vector.</param>
/// <param name="Layers">The number of layers.</param>
/// <param name="Heads">The number of heads, which divides the width.</param>
/// <param name="Inner">The width of the inner layer.</param>
internal sealed record RandomLlama(int Width, int Layers, int Heads, int Inner)
{
    public const string ChatTemplate =
        "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

    public static RandomLlama Tiny { get; } = new(64, 2, 4, 128);

    public string Architecture { get; init; } = "llama";

    public int Seed { get; init; } = 1;

    public string? Template { get; init; }

    /// <summary>Weights of eight bits instead of 32.</summary>
    public bool EightBit { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public string Write(string path, PieceVocabulary vocabulary)
    {
        var random = new Random(Seed);
        var writer = new GgufWriter();
        writer.Add("general.architecture", Architecture).Add("general.type", "model").Add("general.name", "random");
        foreach (var (key, value) in Metadata)
        {
            writer.Add(key, value);
        }

        writer.Add($"{Architecture}.block_count", (uint)Layers)
            .Add($"{Architecture}.context_length", 2048u)
            .Add($"{Architecture}.embedding_length", (uint)Width)
            .Add($"{Architecture}.feed_forward_length", (uint)Inner)
            .Add($"{Architecture}.attention.head_count", (uint)Heads)
            .Add($"{Architecture}.attention.head_count_kv", (uint)Heads)
            .Add($"{Architecture}.attention.layer_norm_rms_epsilon", 1e-5f)
            .Add($"{Architecture}.rope.dimension_count", (uint)(Width / Heads))
            .Add($"{Architecture}.vocab_size", (uint)vocabulary.Count);
        vocabulary.WriteTo(writer, Template);
        AddMatrix(writer, random, "token_embd.weight", Width, vocabulary.Count, 1);
        writer.AddSingles("output_norm.weight", [Width], static () => 1);
        for (var layer = 0; layer < Layers; layer++)
        {
            AddLayer(writer, random, $"blk.{layer}.");
        }

        return writer.Save(path);
    }

    /// <summary>Writes an adapter for the model.</summary>
    public string WriteAdapter(string path, int seed = 9, string? architecture = null, IReadOnlyDictionary<string, string>? metadata = null, int rank = 4)
    {
        var random = new Random(seed);
        var writer = new GgufWriter();
        writer.Add("general.architecture", architecture ?? Architecture).Add("general.type", "adapter").Add("adapter.type", "lora").Add("adapter.lora.alpha", (float)rank);
        foreach (var (key, value) in metadata ?? new Dictionary<string, string>())
        {
            writer.Add(key, value);
        }

        for (var layer = 0; layer < Layers; layer++)
        {
            writer.AddSingles($"blk.{layer}.attn_q.weight.lora_a", [Width, rank], Gauss(random, 0.5f));
            writer.AddSingles($"blk.{layer}.attn_q.weight.lora_b", [rank, Width], Gauss(random, 0.5f));
            writer.AddSingles($"blk.{layer}.ffn_down.weight.lora_a", [Inner, rank], Gauss(random, 0.3f));
            writer.AddSingles($"blk.{layer}.ffn_down.weight.lora_b", [rank, Width], Gauss(random, 0.3f));
        }

        return writer.Save(path);
    }

    private void AddLayer(GgufWriter writer, Random random, string name)
    {
        writer.AddSingles(name + "attn_norm.weight", [Width], static () => 1);
        AddMatrix(writer, random, name + "attn_q.weight", Width, Width, 1.5f);
        AddMatrix(writer, random, name + "attn_k.weight", Width, Width, 1.5f);
        AddMatrix(writer, random, name + "attn_v.weight", Width, Width, 1.5f);
        AddMatrix(writer, random, name + "attn_output.weight", Width, Width, 1.5f);
        writer.AddSingles(name + "ffn_norm.weight", [Width], static () => 1);
        AddMatrix(writer, random, name + "ffn_gate.weight", Width, Inner, 1.5f);
        AddMatrix(writer, random, name + "ffn_up.weight", Width, Inner, 1.5f);
        AddMatrix(writer, random, name + "ffn_down.weight", Inner, Width, 1.5f);
    }

    /// <summary>A matrix whose products have about the size of what it is multiplied with, times a gain.</summary>
    private void AddMatrix(GgufWriter writer, Random random, string name, int from, int to, float gain)
    {
        if (EightBit)
        {
            writer.AddEightBit(name, [from, to], random, gain * MathF.Sqrt(3f / from));
        }
        else
        {
            writer.AddSingles(name, [from, to], Gauss(random, gain / MathF.Sqrt(from)));
        }
    }

    private static Func<float> Gauss(Random random, float deviation) =>
        () => deviation * MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());
}
