namespace LLama.Exceptions;

public class TemplateNotFoundException(string name) : RuntimeError($"The model has no chat template '{name}'.")
{
}
