namespace Itdr.PackageTests;

/// <summary>A user's project, in an empty folder, with nothing but the packages.</summary>
public sealed class ConsumerTests(PackedPackages packed) : IClassFixture<PackedPackages>
{
    private const string Expected = """
        A table of 4 orders trout with lemon and wishes for something light.
        The cellar has:
        - Alta, Malbec 2019
        - Borea, "old", Riesling 2021
        Borea, "old"
        Why: Its acidity answers the lemon.
        Sure: 85%
        True
        Borea, "old" 85
        wine-pairing

        """;

    private const string TaskJson = """
        {
          "dish": "trout with lemon",
          "guests": 4,
          "cellar": [
            { "name": "Alta", "grape": "Malbec", "year": 2019 },
            { "name": "Borea, \"old\"", "grape": "Riesling", "year": 2021 }
          ]
        }
        """;

    private const string Rendered = """
        Choose the wine that suits a dish, say why in one sentence, and how sure you are.
        A table of 4 orders trout with lemon.
        The cellar has:
        - Alta, Malbec 2019
        - Borea, "old", Riesling 2021
        """;

    private const string WithoutModels =
        "This itdr was packed without LLamaSharp, so --gguf is not there; install a release of it, or start llama-server with the model and use --endpoint.";

    [Fact]
    public void A_project_with_the_package_declares_a_subtask_and_publishes_it_ahead_of_time_without_a_warning()
    {
        var folder = NewConsumer("consumer");
        var output = Shell.Run(folder, packed.Packages, "dotnet", "publish", "-c", "Release", "-r", "linux-x64", "-o", "published", "--nologo");
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Expected, Shell.Run(folder, packed.Packages, Path.Combine(folder, "published", "Consumer")));
    }

    [Fact]
    public void The_tool_installs_from_the_feed_and_takes_the_subtask_of_a_project_of_a_users()
    {
        var folder = packed.NewFolder("tool");
        var itdr = InstallTool(folder);
        var consumer = NewConsumer("author");
        Shell.Run(consumer, packed.Packages, "dotnet", "build", "-c", "Release", "-o", "built", "--nologo");
        var assembly = Path.Combine(consumer, "built", "Consumer.dll");

        Assert.DoesNotContain("wine-pairing", Shell.Run(folder, packed.Packages, itdr, "list", "subtasks"), StringComparison.Ordinal);
        var listed = Shell.Run(folder, packed.Packages, itdr, "list", "subtasks", "--subtasks", assembly);
        Assert.Contains("top-k", listed, StringComparison.Ordinal);
        Assert.Contains("wine-pairing", listed, StringComparison.Ordinal);
        Assert.Equal(Rendered, Shell.RunWithInput(TaskJson, folder, packed.Packages, itdr, "render", "wine-pairing", "--json", "-", "--subtasks", assembly));
    }

    [Fact]
    public void The_tool_that_is_packed_here_says_that_it_is_without_models_in_process_and_what_to_do()
    {
        var folder = packed.NewFolder("without");
        var itdr = InstallTool(folder);
        Shell.Run(folder, packed.Packages, itdr, "synth", "--source", "movielens-1m", "--out", "raw", "--users", "30");
        Shell.Run(folder, packed.Packages, itdr, "build", "--source", "movielens-1m=raw", "--cell", "top-k/movielens-1m", "--out", "data", "--limit", "10");

        var (exit, output) = Shell.TryRun("", folder, packed.Packages, itdr, "run", "data", "--gguf", "model.gguf", "--out", "predictions.jsonl");

        Assert.Equal(2, exit);
        Assert.Equal(WithoutModels, output.Trim());
        Assert.False(File.Exists(Path.Combine(folder, "predictions.jsonl")));
    }

    [Fact]
    public void A_compiler_that_is_too_old_for_the_generator_is_refused_before_it_reports_anything_else()
    {
        var folder = NewConsumer("old");

        var (exit, output) = Shell.TryRun("", folder, packed.Packages, "dotnet", "build", "--nologo", "-p:CompilerApiVersion=roslyn4.14");

        Assert.Equal(1, exit);
        Assert.Contains(
            "error ITDRCFG001: The source generator of Itdr needs the C# compiler roslyn5.0 or later, and this project is built with roslyn4.14:", output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_main_package_carries_its_analyzers_and_depends_on_the_abstractions_of_injection_alone()
    {
        using var package = System.IO.Compression.ZipFile.OpenRead(Directory.EnumerateFiles(packed.Feed, "Itdr.0*.nupkg").Single());
        Assert.Contains(package.Entries, entry => entry.FullName == "analyzers/dotnet/cs/Itdr.Generators.dll");
        Assert.Contains(package.Entries, entry => entry.FullName == "analyzers/dotnet/cs/Itdr.Generators.CodeFixes.dll");
        Assert.Contains(package.Entries, entry => entry.FullName == "buildTransitive/Itdr.targets");
        Assert.Contains(package.Entries, entry => entry.FullName == "lib/net10.0/Itdr.xml");
        using var manifest = new StreamReader(package.Entries.Single(entry => entry.FullName == "Itdr.nuspec").Open());
        var dependencies = System.Xml.Linq.XDocument.Load(manifest).Descendants().Where(static element => element.Name.LocalName == "dependency");
        Assert.Equal(["Microsoft.Extensions.DependencyInjection.Abstractions"], dependencies.Select(static element => element.Attribute("id")?.Value));
    }

    [Fact]
    public void The_stand_in_for_LLamaSharp_is_in_no_package_nor_anything_that_works_over_it()
    {
        var packages = Directory.EnumerateFiles(packed.Feed, "*.nupkg").ToList();
        Assert.Contains(packages, package => Path.GetFileName(package).StartsWith("Itdr.Cli.", StringComparison.Ordinal));
        Assert.DoesNotContain(packages, package => Path.GetFileName(package).Contains("LLamaSharp", StringComparison.Ordinal));
        foreach (var path in packages)
        {
            using var package = System.IO.Compression.ZipFile.OpenRead(path);
            Assert.DoesNotContain(package.Entries, entry => entry.FullName.Contains("LLamaSharp", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("StandIn", StringComparison.OrdinalIgnoreCase));
            foreach (var described in package.Entries.Where(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal) || entry.Name.EndsWith(".deps.json", StringComparison.Ordinal)))
            {
                using var text = new StreamReader(described.Open());
                Assert.DoesNotContain("LLamaSharp", text.ReadToEnd(), StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Installs the tool from the feed into a folder and gives its path.</summary>
    private string InstallTool(string folder)
    {
        Shell.Run(folder, packed.Packages, "dotnet", "tool", "install", "Itdr.Cli", "--tool-path", folder, "--version", "*", "--configfile", Path.Combine(folder, "..", "NuGet.config"));
        return Path.Combine(folder, "itdr");
    }

    /// <summary>Makes a folder with the user's project in it.</summary>
    private string NewConsumer(string name)
    {
        var folder = packed.NewFolder(name);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Consumer")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }
}
