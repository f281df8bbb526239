using System.Text;

namespace Itdr.Instances;

/// <summary>A file of a dataset folder cannot be read. The message is one sentence that says where and why.</summary>
public sealed class DatasetFormatException : Exception
{
    /// <summary>Says what is wrong and where.</summary>
    /// <param name="file">The file, as the reader was told to name it.</param>
    /// <param name="problem">What is wrong, as a clause without a full stop.</param>
    /// <param name="line">The line, from 1; null where the whole file is meant.</param>
    /// <param name="innerException">What was noticed first, if anything.</param>
    public DatasetFormatException(string file, string problem, long? line = null, Exception? innerException = null)
        : base(Sentence(file, problem, line), innerException)
    {
        File = file;
        Problem = problem;
        Line = line;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>What is wrong, as a clause without a full stop.</summary>
    public string Problem { get; }

    /// <summary>The line, from 1; null where the whole file is meant.</summary>
    public long? Line { get; }

    private static string Sentence(string file, string problem, long? line)
    {
        var sentence = new StringBuilder(file);
        if (line is { } number)
        {
            sentence.Append(':').Append(number);
        }

        return sentence.Append(": ").Append(problem).Append('.').ToString();
    }
}
