namespace Itdr.Evaluation;

/// <summary>A name that is not a metric's. The message says what is wrong with it and what there is.</summary>
/// <param name="name">The name.</param>
/// <param name="message">What is wrong.</param>
public sealed class UnknownMetricException(string name, string message) : Exception(message)
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
