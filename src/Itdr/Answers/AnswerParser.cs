using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Itdr;

/// <summary>Reads the slots of one answer in the order of its template.</summary>
/// <typeparam name="TSubtask">The subtask.</typeparam>
/// <typeparam name="TAnswer">Its answer.</typeparam>
/// <param name="reader">Where the text comes from; it holds the failure if there is one.</param>
/// <param name="task">The task that was answered.</param>
/// <returns>The answer, or the type's default after a failure.</returns>
public delegate TAnswer? AnswerReading<in TSubtask, out TAnswer>(ref AnswerReader reader, TSubtask task);

/// <summary>Parses answers: strictly first, then tolerantly. Generated code supplies only the order of the slots.</summary>
public static class AnswerParser
{
    private const int StackText = 1024;
    private const int StackBounds = 64;

    /// <summary>Parses an answer's text. It never throws on any text.</summary>
    /// <typeparam name="TSubtask">The subtask.</typeparam>
    /// <typeparam name="TAnswer">Its answer.</typeparam>
    /// <param name="task">The task that was answered.</param>
    /// <param name="text">The text.</param>
    /// <param name="options">How to read; null for <see cref="ParseOptions.Default"/>.</param>
    /// <param name="read">Reads the slots.</param>
    [SkipLocalsInit]
    public static ParseResult<TAnswer> Parse<TSubtask, TAnswer>(TSubtask task, ReadOnlySpan<char> text, ParseOptions? options, AnswerReading<TSubtask, TAnswer> read)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var strict = new AnswerReader(text, stackalloc char[StackText], stackalloc int[StackBounds]);
        var answer = read(ref strict, task);
        if (strict.Failure is not { } failure)
        {
            return ParseResult<TAnswer>.Success(answer!);
        }

        if ((options ?? ParseOptions.Default).IsStrict)
        {
            return ParseResult<TAnswer>.Failed(failure);
        }

        var tolerant = AnswerReader.Tolerant(text);
        if (tolerant.TryReadJson(out var json))
        {
            using (json)
            {
                return FromJson<TSubtask, TAnswer>(task, json.RootElement, tolerant.Position, tolerant.Repairs);
            }
        }

        if (TryReadFramed(ref tolerant, task, read, out answer))
        {
            return ParseResult<TAnswer>.Success(answer!, tolerant.Repairs);
        }

        answer = read(ref tolerant, task);
        return tolerant.Failure is { } tolerantFailure
            ? ParseResult<TAnswer>.Failed(tolerantFailure)
            : ParseResult<TAnswer>.Success(answer!, AtLeastOne(tolerant.Repairs));
    }

    /// <summary>Parses an answer in its JSON form. It never throws on any text.</summary>
    /// <typeparam name="TSubtask">The subtask.</typeparam>
    /// <typeparam name="TAnswer">Its answer.</typeparam>
    /// <param name="task">The task that was answered.</param>
    /// <param name="text">The text.</param>
    /// <param name="options">How to read; null for <see cref="ParseOptions.Default"/>.</param>
    public static ParseResult<TAnswer> ParseJson<TSubtask, TAnswer>(TSubtask task, ReadOnlySpan<char> text, ParseOptions? options)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var reader = new AnswerReader(text);
        var json = reader.ReadJson();
        if (json is null && !(options ?? ParseOptions.Default).IsStrict)
        {
            reader = AnswerReader.Tolerant(text);
            json = reader.ReadJson();
        }

        using (json)
        {
            return json is null
                ? ParseResult<TAnswer>.Failed(reader.Failure!)
                : FromJson<TSubtask, TAnswer>(task, json.RootElement, 0, reader.Repairs);
        }
    }

    /// <summary>Reads a label with nothing but a frame around it: it is that label, whatever a tolerant reading would make of its inside.</summary>
    [SkipLocalsInit]
    private static bool TryReadFramed<TSubtask, TAnswer>(ref AnswerReader tolerant, TSubtask task, AnswerReading<TSubtask, TAnswer> read, out TAnswer? answer)
    {
        tolerant.EnterWholeFence();
        answer = default;
        if (tolerant.Failure is not null)
        {
            return false;
        }

        var inside = new AnswerReader(tolerant.Rest, stackalloc char[StackText], stackalloc int[StackBounds]);
        answer = read(ref inside, task);
        if (inside.Failure is not null && tolerant.TryUnifyLineEnds())
        {
            inside = new AnswerReader(tolerant.Rest);
            answer = read(ref inside, task);
        }

        return inside.Failure is null;
    }

    /// <summary>The text was no label, so something was overlooked: what no rule has named is spacing.</summary>
    private static ImmutableArray<Repair> AtLeastOne(ImmutableArray<Repair> repairs) =>
        repairs.IsEmpty ? [new Repair(RepairKind.Spacing, 0, 1)] : repairs;

    private static ParseResult<TAnswer> FromJson<TSubtask, TAnswer>(TSubtask task, JsonElement json, int position, ImmutableArray<Repair> repairs)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        try
        {
            return ParseResult<TAnswer>.Success(TSubtask.ReadJson(task, json), repairs);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second kind is how System.Text.Json says that an escape stands for half a character.
            return ParseResult<TAnswer>.Failed(new ParseFailure(Slot<TSubtask, TAnswer>(error), position, "an answer in its JSON form", error.Message));
        }
    }

    /// <summary>The slot that an error about a field is about, or null.</summary>
    private static string? Slot<TSubtask, TAnswer>(Exception error)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var path = (error as JsonException)?.Path ?? "";
        var field = path.IndexOfAny(['.', '[']) is >= 0 and var end ? path[..end] : path;
        return TSubtask.Descriptor.Slots.FirstOrDefault(slot => slot.JsonName == field)?.Name;
    }
}
