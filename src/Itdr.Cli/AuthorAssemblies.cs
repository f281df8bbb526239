using System.CommandLine;
using System.Runtime.Loader;
using Itdr.Cli.Parsing;
using Itdr.Instances;

namespace Itdr.Cli;

/// <summary>The subtasks that a command knows: those of the SDK, and those of assemblies named with <c>--subtasks</c>.</summary>
internal static class AuthorAssemblies
{
    /// <summary>The option that names an author's assembly.</summary>
    public static Option<string[]> Option() =>
        OptionOf.Values("--subtasks", "FILE.dll", "An assembly that declares subtasks of its own; may be given several times.", static path => path);

    /// <summary>All subtasks that are known.</summary>
    /// <param name="files">The author's assemblies; null for none.</param>
    /// <exception cref="UsageException">A file is no assembly, declares no subtask, or declares one whose id is taken.</exception>
    public static SubtaskSet Load(IReadOnlyCollection<string>? files)
    {
        var catalogs = new List<IReadOnlyList<SubtaskDescriptor>> { Subtasks.SubtaskCatalog.All };
        catalogs.AddRange((files ?? []).Select(LoadOne));
        try
        {
            return new SubtaskSet([.. catalogs]);
        }
        catch (ArgumentException error)
        {
            throw new UsageException(error.Message, error);
        }
    }

    private static IReadOnlyList<SubtaskDescriptor> LoadOne(string file)
    {
        var path = Path.GetFullPath(file);
        if (Directory.Exists(path))
        {
            throw new UsageException($"{file} is a folder; --subtasks takes the assembly that your project builds.");
        }

        if (!File.Exists(path))
        {
            throw new UsageException($"{file} does not exist; --subtasks takes the assembly that your project builds.");
        }

        try
        {
            var subtasks = SubtaskCatalogAttribute.Of(new AuthorContext(path).LoadFromAssemblyPath(path));
            return subtasks.Count > 0
                ? subtasks
                : throw new UsageException($"{file} declares no subtask; a subtask is a partial record with [Subtask], in a project that references the package Itdr.");
        }
        catch (Exception error) when (error is BadImageFormatException or FileLoadException or FileNotFoundException or TypeLoadException or MissingMethodException or TypeInitializationException)
        {
            throw new UsageException($"{file} cannot be loaded as an assembly with subtasks: {error.Message.TrimEnd('.')}.", error);
        }
    }

    /// <summary>Loads an assembly with what it needs beside it, but shares the SDK's own assemblies, since types must be the same.</summary>
    private sealed class AuthorContext(string path) : AssemblyLoadContext(Path.GetFileName(path))
    {
        private readonly AssemblyDependencyResolver resolver = new(path);

        protected override System.Reflection.Assembly? Load(System.Reflection.AssemblyName assemblyName)
        {
            var isShared = Default.Assemblies.Any(loaded => loaded.GetName().Name == assemblyName.Name)
                || assemblyName.Name is "Itdr" or "Itdr.Subtasks" or "Itdr.Instances";
            return !isShared && resolver.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;
        }
    }
}
