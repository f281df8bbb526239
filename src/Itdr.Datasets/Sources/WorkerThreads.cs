using System.Runtime.ExceptionServices;

namespace Itdr.Datasets.Sources;

/// <summary>
/// Threads of our own for work that keeps a core busy to its end: the thread pool would start them one after the other.
/// </summary>
internal static class WorkerThreads
{
    /// <summary>Runs some pieces of work at the same time and waits for all of them.</summary>
    /// <param name="work">The pieces of work; the first runs on the calling thread.</param>
    /// <exception cref="Exception">The first failure, in the order of the pieces.</exception>
    public static void Run(IReadOnlyList<Action> work)
    {
        var failures = new ExceptionDispatchInfo?[work.Count];
        var threads = new List<Thread>();
        for (var index = 1; index < work.Count; index++)
        {
            var piece = index;
            var thread = new Thread(() => Guard(piece)) { IsBackground = true, Name = $"itdr reader {piece}" };
            thread.Start();
            threads.Add(thread);
        }

        Guard(0);
        threads.ForEach(static thread => thread.Join());
        Array.Find(failures, static failure => failure is not null)?.Throw();

        void Guard(int piece)
        {
#pragma warning disable CA1031 // Whatever it is, it is thrown again on the calling thread.
            try
            {
                work[piece]();
            }
            catch (Exception exception)
            {
                failures[piece] = ExceptionDispatchInfo.Capture(exception);
            }
#pragma warning restore CA1031
        }
    }
}
