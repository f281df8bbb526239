namespace LLama.Exceptions;

public class GetLogitsInvalidIndexException(int index) : RuntimeError($"llama_get_logits_ith({index}) returned null")
{
    public int Index { get; } = index;
}
