using System.Diagnostics;
using System.Text.Json;
using Itdr.Testing.Chat;

namespace Itdr.Cli.Tests;

/// <summary>The tool as a process of its own, killed without warning.</summary>
public sealed class LabelKillTests
{
    private const int Instances = 60;
    private const int Concurrency = 4;

    [Fact]
    public async Task Killed_runs_lose_nothing_and_pay_for_nothing_twice()
    {
        await using var server = await ChatServerDouble.StartAsync(static async (_, context) =>
        {
            await Task.Delay(30);
            await Reply.Text(context, "A calm reader, who looks for the sea and for wise books.");
        });
        using var folder = new UnlabelledFolder(Instances);
        var kills = 0;
        foreach (var after in (int[])[8, 30, 31, 64, 100])
        {
            using var tool = Start(folder, server);
            while (server.Requests.Count < after && !tool.HasExited)
            {
                await Task.Delay(5);
            }

            Assert.False(tool.HasExited, $"the tool ended before it could be killed, with {server.Requests.Count} calls");
            tool.Kill();
            await tool.WaitForExitAsync();
            kills++;
            Assert.All(folder.Labels(), static instance => Assert.Null(instance.Label));
        }

        using var last = Start(folder, server);
        var error = await last.StandardError.ReadToEndAsync();
        await last.WaitForExitAsync();
        Assert.True(last.ExitCode == 0, error);
        Assert.All(folder.Labels(), static instance => Assert.NotNull(instance.Label));
        Tool.Run("check", folder.Path).Done();

        // Each kill can lose the calls that were under way, and no other call is made twice.
        Assert.InRange(server.Requests.Count, 2 * Instances, (2 * Instances) + (kills * Concurrency));
        var keys = File.ReadAllLines(folder.Journal).Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("key").GetString()).ToList();
        Assert.Equal(2 * Instances, keys.Count);
        Assert.Distinct(keys);
    }

    private static Process Start(UnlabelledFolder folder, ChatServerDouble server) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            "exec", Path.Combine(AppContext.BaseDirectory, "Itdr.Cli.dll"), "label", folder.Path, "--endpoint", server.Address.ToString(), "--model", "teacher-1",
            "--concurrency", $"{Concurrency}",
        },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
