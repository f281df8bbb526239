using System.CommandLine;
using Itdr.Cli.Parsing;

namespace Itdr.Cli.Running;

/// <summary>The options by which a command finds a model in process.</summary>
internal sealed class GgufOptions
{
    private const int MostThreads = 1024;
    private const int MostContext = 1 << 20;

    private readonly Option<string?> lora = OptionOf.Value("--lora", "FILE", "With --gguf: the GGUF file of an adapter of low rank on top of the model.", static text => text);
    private readonly Option<string?> native = OptionOf.Value("--native", "DIR", "With --gguf: the folder with llama.cpp's native libraries, in place of those that come with the tool.", static text => text);
    private readonly Option<int?> context = OptionOf.Value<int?>("--context", "N", "With --gguf: the tokens that a prompt and its answer may take.", static text => Quantities.Between(text, 64, MostContext), "the model's");
    private readonly Option<int?> threads = OptionOf.Value<int?>("--threads", "N", "With --gguf: the threads that compute on a CPU; on a busy machine fewer are faster.", static text => Quantities.Between(text, 1, MostThreads), "one for each core");

    /// <summary>The model.</summary>
    public Option<string?> Model { get; } = OptionOf.Value("--gguf", "FILE", "Ask the model of a GGUF file, in this process.", static text => text);

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [Model, lora, native, context, threads];

    /// <summary>The model that is named, or null.</summary>
    /// <exception cref="UsageException">Something of a model is named, and no model.</exception>
    public GgufChoice? Find(ParseResult parsed, int lanes)
    {
        var (ofLora, ofNative, ofContext, ofThreads) = (parsed.GetValue(lora), parsed.GetValue(native), parsed.GetValue(context), parsed.GetValue(threads));
        if (parsed.GetValue(Model) is { } model)
        {
            return new GgufChoice(model, ofLora, ofNative, ofContext, ofThreads, lanes);
        }

        return ofLora is null && ofNative is null && ofContext is null && ofThreads is null
            ? null
            : throw new UsageException("--lora, --native, --context and --threads belong to --gguf; name the model with it, or leave them out.");
    }
}
