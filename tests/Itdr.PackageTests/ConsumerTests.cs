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

    [Fact]
    public void A_project_with_the_package_declares_a_subtask_and_publishes_it_ahead_of_time_without_a_warning()
    {
        var folder = packed.NewFolder("consumer");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Consumer")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var output = Shell.Run(folder, packed.Packages, "dotnet", "publish", "-c", "Release", "-r", "linux-x64", "-o", "published", "--nologo");
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Expected, Shell.Run(folder, packed.Packages, Path.Combine(folder, "published", "Consumer")));
    }

    [Fact]
    public void The_tool_installs_from_the_feed_and_lists_the_subtasks()
    {
        var folder = packed.NewFolder("tool");
        Shell.Run(folder, packed.Packages, "dotnet", "tool", "install", "Itdr.Cli", "--tool-path", folder, "--version", "*", "--configfile", Path.Combine(folder, "..", "NuGet.config"));
        var listed = Shell.Run(folder, packed.Packages, Path.Combine(folder, "itdr"), "list", "subtasks");
        Assert.Contains("top-k", listed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_main_package_carries_its_analyzers_and_no_dependency()
    {
        using var package = System.IO.Compression.ZipFile.OpenRead(Directory.EnumerateFiles(packed.Feed, "Itdr.0*.nupkg").Single());
        Assert.Contains(package.Entries, entry => entry.FullName == "analyzers/dotnet/cs/Itdr.Generators.dll");
        Assert.Contains(package.Entries, entry => entry.FullName == "lib/net10.0/Itdr.xml");
        using var manifest = new StreamReader(package.Entries.Single(entry => entry.FullName == "Itdr.nuspec").Open());
        Assert.DoesNotContain("<dependency ", manifest.ReadToEnd(), StringComparison.Ordinal);
    }
}
