using Spectre.Console;

namespace Itdr.Cli.Terminal;

/// <summary>Shows progress on a terminal: a bar for the stage that is under way, with an estimate of the time left; it goes away at the end.</summary>
internal static class BarProgress
{
    public static TResult Run<TProgress, TResult>(IAnsiConsole console, Func<TProgress, WorkStep> step, Func<IProgress<TProgress>, TResult> work) =>
        console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .Start(context => work(new Stages<TProgress>(context, step)));

    private sealed class Stages<T>(ProgressContext context, Func<T, WorkStep> step) : IProgress<T>
    {
        private readonly Lock gate = new();
        private ProgressTask? task;
        private string? stage;

        public void Report(T value)
        {
            var now = step(value);
            lock (gate)
            {
                if (task is null || now.Stage != stage)
                {
                    Finish();
                    stage = now.Stage;
                    task = context.AddTask(Markup.Escape(now.Stage));
                }

                task.MaxValue = Math.Max(1, now.Total);
                task.Value = now.Done;
                task.Description = Markup.Escape(now.Detail is { } detail ? $"{now.Stage}: {detail}" : now.Stage);
                task.IsIndeterminate = now.Done == 0;
            }
        }

        private void Finish()
        {
            if (task is not null)
            {
                task.Value = task.MaxValue;
                task.StopTask();
            }
        }
    }
}
