using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Itdr.Samples.Tests.Running;

namespace Itdr.Samples.Tests.Browsing;

/// <summary>A Chromium without a window, with one page, driven over the DevTools protocol.</summary>
public sealed class Browser : IAsyncLifetime, IDisposable
{
    private const string Greeting = "DevTools listening on ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("itdr-browser-");
    private Process? process;
    private DevTools? tools;

    /// <summary>The program, or null if there is none.</summary>
    internal static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(static folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>The page.</summary>
    internal Page Page => new(tools ?? throw new InvalidOperationException("There is no chromium on the path; CI installs it."));

    public async Task InitializeAsync()
    {
        if (Program is null)
        {
            return;
        }

        // No sandbox: in a container its user may not have one, and the only page is our own.
        process = Process.Start(new ProcessStartInfo(Program, [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking",
            "--hide-scrollbars", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank"])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        using var late = new CancellationTokenSource(Patience);
        var address = await AddressAsync(process.StandardError, late.Token);
        process.IgnoreRest();
        using var http = new HttpClient();
        var targets = await http.GetFromJsonAsync<JsonElement>($"http://{address.Authority}/json/list", late.Token);
        var page = targets.EnumerateArray().First(static target => target.GetProperty("type").GetString() == "page");
        tools = await DevTools.ConnectAsync(new Uri(page.GetProperty("webSocketDebuggerUrl").GetString()!), late.Token);
        foreach (var domain in (string[])["Page", "Runtime", "Log", "Network"])
        {
            await tools.SendAsync($"{domain}.enable");
        }
    }

    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        tools?.Dispose();
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
            process = null;
        }

        if (profile.Exists)
        {
            DeleteProfile();
        }
    }

    private static async Task<Uri> AddressAsync(StreamReader error, CancellationToken cancellationToken)
    {
        var said = new List<string>();
        while (await error.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Greeting, StringComparison.Ordinal))
            {
                return new Uri(line[Greeting.Length..]);
            }

            said.Add(line);
        }

        throw new InvalidOperationException($"Chromium ended at once:\n{string.Join('\n', said)}");
    }

    private void DeleteProfile()
    {
        try
        {
            profile.Delete(recursive: true);
            profile.Refresh();
        }
        catch (IOException)
        {
            // A helper process that was killed with it may still write; the folder is in the system's temporary one.
        }
    }
}
