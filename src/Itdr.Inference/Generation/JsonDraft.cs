namespace Itdr.Inference;

/// <summary>Watches the bytes of one JSON object as they are written, and takes none that no valid object begins with.</summary>
internal sealed class JsonDraft
{
    private const int MostSpaces = 16;

    /// <summary>As deep as readers of JSON go by default.</summary>
    private const int MostDepth = 64;

    private const string FourDigits = "hhhh";
    private const string SurrogateOrNot = "Dhh";

    private string open = "";
    private State state = State.Start;
    private string rest = "";
    private bool isKey;
    private int spaces;

    private enum State
    {
        Start,
        Value,
        FirstKey,
        Key,
        Colon,
        FirstItem,
        AfterValue,
        Text,
        Escape,
        Unicode,
        Word,
        Sign,
        Zero,
        Whole,
        Point,
        Fraction,
        Exponent,
        ExponentSign,
        ExponentDigits,
        End,
    }

    /// <summary>Whether the object is closed.</summary>
    public bool IsWhole => state == State.End;

    /// <summary>Whether an object can go on with bytes.</summary>
    public bool Allows(ReadOnlySpan<byte> bytes)
    {
        var before = (open, state, rest, isKey, spaces);
        var allows = TryAdd(bytes);
        (open, state, rest, isKey, spaces) = before;
        return allows;
    }

    /// <summary>Adds bytes if an object can go on with all of them; adds nothing otherwise.</summary>
    public bool TryAdd(ReadOnlySpan<byte> bytes)
    {
        var before = (open, state, rest, isKey, spaces);
        foreach (var value in bytes)
        {
            if (!Take(value))
            {
                (open, state, rest, isKey, spaces) = before;
                return false;
            }
        }

        return !bytes.IsEmpty;
    }

    private bool Take(byte value)
    {
        // White space without end is what a model without a way out writes.
        var isSpace = value is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r';
        if (isSpace && (state is State.Value or State.FirstKey or State.Key or State.Colon or State.FirstItem or State.AfterValue))
        {
            return ++spaces <= MostSpaces;
        }

        spaces = 0;
        return state switch
        {
            State.Text => TakeInText(value),
            State.Escape => TakeEscaped(value),
            State.Unicode => TakeHexDigit((char)value),
            State.Word => value == rest[0] && Shorten(),
            State.Start => value == '{' && Open('{'),
            State.End => false,
            State.Sign or State.Zero or State.Whole or State.Point or State.Fraction or State.Exponent or State.ExponentSign or State.ExponentDigits => TakeInNumber(value),
            _ => TakeMark(value),
        };
    }

    private bool TakeMark(byte value) => (state, (char)value) switch
    {
        (State.FirstKey or State.Key, '"') => Go(State.Text, key: true),
        (State.FirstKey, '}') or (State.FirstItem, ']') => Close(),
        (State.Colon, ':') => Go(State.Value),
        (State.AfterValue, ',') => Go(open[^1] == '{' ? State.Key : State.Value),
        (State.AfterValue, '}') => open[^1] == '{' && Close(),
        (State.AfterValue, ']') => open[^1] == '[' && Close(),
        (State.Value or State.FirstItem, _) => TakeValue((char)value),
        _ => false,
    };

    private bool TakeValue(char value) => value switch
    {
        '{' or '[' => Open(value),
        '"' => Go(State.Text),
        't' => Spell("rue"),
        'f' => Spell("alse"),
        'n' => Spell("ull"),
        '-' => Go(State.Sign),
        '0' => Go(State.Zero),
        >= '1' and <= '9' => Go(State.Whole),
        _ => false,
    };

    private bool TakeInText(byte value) => value switch
    {
        (byte)'"' => Go(isKey ? State.Colon : State.AfterValue),
        (byte)'\\' => Go(State.Escape, isKey),
        _ => value >= 0x20,
    };

    private bool TakeEscaped(byte value)
    {
        if (value == 'u')
        {
            rest = FourDigits;
            state = State.Unicode;
            return true;
        }

        return "\"\\/bfnrt".Contains((char)value, StringComparison.Ordinal) && Go(State.Text, isKey);
    }

    /// <summary>Takes no surrogates: readers stumble over one without its other half, and no text needs them escaped.</summary>
    private bool TakeHexDigit(char value)
    {
        if (!Uri.IsHexDigit(value) || (rest == SurrogateOrNot && value > '7'))
        {
            return false;
        }

        rest = rest.Length == 4 && value is 'd' or 'D' ? SurrogateOrNot : rest[1..];
        return rest.Length > 0 || Go(State.Text, isKey);
    }

    private bool TakeInNumber(byte value)
    {
        var isDigit = value is >= (byte)'0' and <= (byte)'9';
        switch (state)
        {
            case State.Sign:
                return isDigit && Go(value == '0' ? State.Zero : State.Whole);
            case State.Point:
                return isDigit && Go(State.Fraction);
            case State.Exponent when value is (byte)'+' or (byte)'-':
                return Go(State.ExponentSign);
            case State.Exponent or State.ExponentSign:
                return isDigit && Go(State.ExponentDigits);
            case State.Whole or State.Fraction or State.ExponentDigits when isDigit:
                return true;
            case State.Zero or State.Whole when value == '.':
                return Go(State.Point);
            case State.Zero or State.Whole or State.Fraction when value is (byte)'e' or (byte)'E':
                return Go(State.Exponent);
            default:
                // What ends a number is what follows it.
                state = State.AfterValue;
                return Take(value);
        }
    }

    private bool Spell(string letters)
    {
        rest = letters;
        return Go(State.Word);
    }

    private bool Shorten()
    {
        rest = rest[1..];
        return rest.Length > 0 || Go(State.AfterValue);
    }

    private bool Open(char bracket)
    {
        if (open.Length == MostDepth)
        {
            return false;
        }

        open += bracket;
        return Go(bracket == '{' ? State.FirstKey : State.FirstItem);
    }

    private bool Close()
    {
        open = open[..^1];
        return Go(open.Length == 0 ? State.End : State.AfterValue);
    }

    private bool Go(State next, bool key = false)
    {
        (state, isKey) = (next, key);
        return true;
    }
}
