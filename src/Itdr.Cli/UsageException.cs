namespace Itdr.Cli;

/// <summary>The command line asks for something that cannot be done. The message is one sentence for the user.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="innerException">What caused it, if anything.</param>
internal sealed class UsageException(string message, Exception? innerException = null) : Exception(message, innerException);
