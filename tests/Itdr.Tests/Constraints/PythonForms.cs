using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Itdr.Tests.Constraints;

/// <summary>Python's re and jsonschema, which many inference servers stand on, where they are installed.</summary>
internal static class PythonForms
{
    // Each line in is a JSON object of forms and texts, each line out an array of what was accepted.
    private const string Script = """
        import json, re, sys, warnings
        warnings.simplefilter("error")
        import jsonschema
        for line in sys.stdin.buffer:
            case = json.loads(line)
            pattern = re.compile(case["regex"])
            jsonschema.Draft202012Validator.check_schema(case["schema"])
            validator = jsonschema.Draft202012Validator(case["schema"])
            accepted = [pattern.fullmatch(text) is not None for text in case["texts"]]
            accepted += [validator.is_valid(answer) for answer in case["answers"]]
            print(json.dumps(accepted), flush=True)
        """;

    private static readonly Lazy<string?> Why = new(Look);

    /// <summary>Why Python cannot be asked here, or null if it can.</summary>
    public static string? Missing => Why.Value;

    /// <summary>What Python accepts of each constraint: first of the texts, then of the answers in JSON.</summary>
    public static IReadOnlyList<bool[]> Accept(IEnumerable<(OutputConstraint Constraint, string[] Texts, string[] Answers)> cases)
    {
        var lines = cases.Select(one => JsonSerializer.Serialize(new
        {
            regex = one.Constraint.ToRegex(),
            schema = one.Constraint.ToJsonSchema(),
            texts = one.Texts,
            answers = one.Answers.Select(answer => JsonDocument.Parse(answer).RootElement),
        }));
        var (exit, output, errors) = Run(Script, string.Concat(lines.Select(line => line + "\n")));
        return exit == 0
            ? [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<bool[]>(line)!)]
            : throw new InvalidOperationException($"Python fails: {errors}");
    }

    private static string? Look()
    {
        try
        {
            return Run("import jsonschema; jsonschema.Draft202012Validator", "").Exit == 0 ? null : "Python has no module jsonschema";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "python3 is not installed";
        }
    }

    private static (int Exit, string Output, string Errors) Run(string script, string input)
    {
        var start = new ProcessStartInfo("python3", ["-c", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Python ended before it had read everything; what it says of that is in its errors.
        }

        process.WaitForExit();
        return (process.ExitCode, output.Result, errors.Result);
    }
}

/// <summary>A test that needs Python and is skipped, with the reason, where it is not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = PythonForms.Missing;
}
