using System.Runtime.InteropServices;
using System.Text;
using LLama.Exceptions;
using LLama.Native;

namespace LLama;

public sealed unsafe class LLamaTemplate
{
    private readonly string? template;
    private readonly List<(string Role, string Content)> messages = [];

    public LLamaTemplate(LLamaWeights weights, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(weights);
        template = Marshal.PtrToStringUTF8((nint)LLamaLibrary.llama_model_chat_template(weights.NativeHandle.Pointer, null));
        if (template is null && strict)
        {
            throw new TemplateNotFoundException("default template");
        }
    }

    public LLamaTemplate(string? customTemplate) => template = customTemplate;

    public bool AddAssistant { get; set; }

    public LLamaTemplate Add(string role, string content)
    {
        messages.Add((role, content));
        return this;
    }

    public ReadOnlySpan<byte> Apply()
    {
        var name = (byte*)Marshal.StringToCoTaskMemUTF8(template);
        var native = new LLamaLibrary.ChatMessage[messages.Count];
        for (var index = 0; index < native.Length; index++)
        {
            native[index].Role = (byte*)Marshal.StringToCoTaskMemUTF8(messages[index].Role);
            native[index].Content = (byte*)Marshal.StringToCoTaskMemUTF8(messages[index].Content);
        }

        try
        {
            return Apply(name, native);
        }
        finally
        {
            Marshal.FreeCoTaskMem((nint)name);
            foreach (var message in native)
            {
                Marshal.FreeCoTaskMem((nint)message.Role);
                Marshal.FreeCoTaskMem((nint)message.Content);
            }
        }
    }

    private byte[] Apply(byte* name, LLamaLibrary.ChatMessage[] native)
    {
        var output = new byte[Math.Max(32, 2 * messages.Sum(message => Encoding.UTF8.GetByteCount(message.Role + message.Content)))];
        while (true)
        {
            int length;
            fixed (byte* to = output)
            fixed (LLamaLibrary.ChatMessage* from = native)
            {
                length = LLamaLibrary.llama_chat_apply_template(name, from, (nuint)native.Length, AddAssistant ? (byte)1 : (byte)0, to, output.Length);
            }

            if (length < 0)
            {
                throw new MissingTemplateException(template ?? "");
            }

            if (length <= output.Length)
            {
                return output[..length];
            }

            output = new byte[length];
        }
    }
}
