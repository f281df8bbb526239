using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Itdr.Cli.Running;

/// <summary>
/// Finds Itdr.LLamaSharp. A tool that was packed with LLamaSharp has it beside itself; one that runs from the
/// repository has it, with a stand-in for LLamaSharp, in a folder of its own that is never packed.
/// </summary>
internal static class InProcessModels
{
    private const string Folder = "in-process";
    private const string Adapter = "Itdr.LLamaSharp";
    private const string Binding = "LLamaSharp";

    static InProcessModels() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
        name.Name is Adapter or Binding && Path.Combine(AppContext.BaseDirectory, Folder, $"{name.Name}.dll") is var path && File.Exists(path)
            ? context.LoadFromAssemblyPath(path)
            : null;

    /// <summary>Loads a model for a run.</summary>
    /// <exception cref="UsageException">The tool was packed without LLamaSharp, or the model cannot be used.</exception>
    public static ChosenRecommender Load(GgufChoice choice, CancellationToken cancellationToken)
    {
        try
        {
            return LoadModel(choice, cancellationToken);
        }
        catch (FileNotFoundException missing) when (missing.FileName is { } name && (name.StartsWith(Adapter, StringComparison.Ordinal) || name.StartsWith(Binding, StringComparison.Ordinal)))
        {
            throw new UsageException(
                "This itdr was packed without LLamaSharp, so --gguf is not there; install a release of it, or start llama-server with the model and use --endpoint.", missing);
        }
    }

    /// <summary>A method of its own, so that the assembly is looked for when it is called and not before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ChosenRecommender LoadModel(GgufChoice choice, CancellationToken cancellationToken) => GgufModel.Load(choice, cancellationToken);
}
