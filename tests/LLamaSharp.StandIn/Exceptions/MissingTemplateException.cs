namespace LLama.Exceptions;

public class MissingTemplateException(string message) : RuntimeError($"llama_chat_apply_template failed: template not found for '{message}'")
{
}
