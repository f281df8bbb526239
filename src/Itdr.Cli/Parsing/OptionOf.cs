using System.CommandLine;
using System.CommandLine.Parsing;
using Itdr.Datasets;

namespace Itdr.Cli.Parsing;

/// <summary>Makes options whose errors say which value is wrong and what is wanted.</summary>
internal static class OptionOf
{
    /// <summary>An option with one value; it is null if the option is not given, so that the default stands in one place, with whoever uses it.</summary>
    /// <param name="name">The option.</param>
    /// <param name="valueName">What its value is called in the help.</param>
    /// <param name="description">What it does.</param>
    /// <param name="read">Reads its value.</param>
    /// <param name="otherwise">The default as the help tells it, or null if there is none.</param>
    public static Option<T?> Value<T>(string name, string valueName, string description, Func<string, T?> read, string? otherwise = null) => new(name)
    {
        HelpName = valueName,
        Description = otherwise is null ? description : $"{description} [default: {otherwise}]",
        CustomParser = result => Read(result, name, read).FirstOrDefault(),
    };

    /// <summary>An option that may be given several times; its value is null if it is not given.</summary>
    public static Option<T[]> Values<T>(string name, string valueName, string description, Func<string, T> read) => new(name)
    {
        HelpName = valueName,
        Description = description,
        CustomParser = result => [.. Read(result, name, read).OfType<T>()],
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>An option without a value.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    private static IEnumerable<T?> Read<T>(ArgumentResult result, string name, Func<string, T> read)
    {
        foreach (var token in result.Tokens)
        {
            T? value = default;
            try
            {
                value = read(token.Value);
            }
            catch (Exception error) when (error is UsageException or DatasetException)
            {
                result.AddError($"{name}: {error.Message}");
            }

            yield return value;
        }
    }
}
