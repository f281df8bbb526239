using System.CommandLine;
using System.CommandLine.Parsing;
using Itdr.Datasets;

namespace Itdr.Cli.Parsing;

/// <summary>Makes options whose errors say which value is wrong and what is wanted.</summary>
internal static class OptionOf
{
    /// <summary>An option with one value.</summary>
    public static Option<T> Value<T>(string name, string valueName, string description, Func<string, T> read, Func<T>? otherwise = null, string? otherwiseText = null) => new(name)
    {
        HelpName = valueName,
        Description = otherwiseText is null ? description : $"{description} [default: {otherwiseText}]",
        CustomParser = result => Read(result, name, read).FirstOrDefault(),
        DefaultValueFactory = otherwise is null ? null : _ => otherwise(),
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
