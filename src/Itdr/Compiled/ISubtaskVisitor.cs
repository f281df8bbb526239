namespace Itdr;

/// <summary>What a tool does with any subtask: it is called back with the subtask's own types, so it needs no reflection.</summary>
/// <typeparam name="TResult">What it gives back.</typeparam>
public interface ISubtaskVisitor<out TResult>
{
    /// <summary>Works on one subtask.</summary>
    /// <typeparam name="TSubtask">The subtask.</typeparam>
    /// <typeparam name="TAnswer">Its answer.</typeparam>
    /// <param name="descriptor">What is known of it.</param>
    TResult Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
        where TSubtask : ISubtask<TSubtask, TAnswer>;
}
