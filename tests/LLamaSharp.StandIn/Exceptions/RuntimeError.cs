namespace LLama.Exceptions;

public class RuntimeError(string message) : Exception(message)
{
}
