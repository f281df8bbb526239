using System.Runtime.InteropServices;

namespace Itdr.Cli;

/// <summary>The tool <c>itdr</c>.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, cancellation));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, cancellation));
        return CommandLine.Run(args, Terminal.Screen.OfConsole(), cancellation.Token);
    }

    /// <summary>Runs a command line in this process.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="stdout">Where results go.</param>
    /// <param name="stderr">Where progress and errors go.</param>
    /// <param name="stdin">What <c>-</c> reads; empty if not given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, TextWriter stdout, TextWriter stderr, TextReader? stdin = null, CancellationToken cancellationToken = default) =>
        CommandLine.Run(args, Terminal.Screen.OfWriters(stdout, stderr, stdin ?? TextReader.Null), cancellationToken);

    // The first signal lets the work clean up after itself; a second one ends the process at once.
    private static void Stop(PosixSignalContext context, CancellationTokenSource cancellation)
    {
        context.Cancel = !cancellation.IsCancellationRequested;
        cancellation.Cancel();
    }
}
