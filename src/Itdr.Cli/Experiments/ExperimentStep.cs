namespace Itdr.Cli.Experiments;

/// <summary>How far a step of a study is.</summary>
internal enum StepState
{
    /// <summary>It was finished before.</summary>
    Ready,

    /// <summary>It was done now.</summary>
    Done,

    /// <summary>It needs a trainer or a model, and so somebody else.</summary>
    ToDo,
}

/// <summary>A step of a study.</summary>
/// <param name="Kind">What is done: export, train, run or page.</param>
/// <param name="Name">Of what.</param>
/// <param name="State">How far it is.</param>
/// <param name="What">The file that is there, or what to do.</param>
internal sealed record ExperimentStep(string Kind, string Name, StepState State, string What);
