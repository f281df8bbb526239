namespace Itdr.Cli;

/// <summary>What the command line tells whoever called it.</summary>
internal static class ExitCode
{
    /// <summary>The work is done.</summary>
    public const int Done = 0;

    /// <summary>There are findings, or nothing was produced.</summary>
    public const int Findings = 1;

    /// <summary>The usage or the input is wrong.</summary>
    public const int Wrong = 2;

    /// <summary>The user stopped the work; 128 and the number of the signal, as shells have it.</summary>
    public const int Cancelled = 130;
}
