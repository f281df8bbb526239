namespace Itdr.Inference;

/// <summary>What serves a chat model, as far as the fields of a request differ.</summary>
public enum ChatServer
{
    /// <summary>OpenAI, Azure OpenAI, and whatever takes exactly their requests.</summary>
    OpenAI,

    /// <summary>vLLM from 0.12: <c>structured_outputs</c>.</summary>
    Vllm,

    /// <summary>vLLM before 0.12, which removed them: <c>guided_grammar</c>, <c>guided_regex</c>, <c>guided_choice</c>.</summary>
    VllmGuided,

    /// <summary>llama.cpp's llama-server: <c>grammar</c>, <c>json_schema</c>.</summary>
    LlamaServer,

    /// <summary>
    /// Ollama, on its own address or its OpenAI-compatible one: a JSON schema, and nothing else. Where others say that a
    /// prompt does not fit in their context, it cuts the prompt's front, the instruction first, and answers all the
    /// same; so give its model a context (<c>num_ctx</c>, <c>OLLAMA_CONTEXT_LENGTH</c>) that holds the longest task.
    /// </summary>
    Ollama,
}
